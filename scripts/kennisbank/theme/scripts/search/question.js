// What somebody typed becomes the ways to read it: as it stands, with words joined or split, and
// with other words that mean the same. Each way is a list of terms; a term is one or more words of
// which any will do, and it is small when it says little: how, the, with.

((search) => {
  "use strict";

  // The core of a phrase are its words that say something, in any order and with others between them:
  // "mijn leerling gaat volgend jaar met pensioen". A phrase with fewer than two stands as it is.
  /** @typedef {{ words: string[], stems: string[], core: string[] }} Phrase */

  const GOOD = { synonym: 0.7, phrase: 0.8, alike: 0.6, split: 0.65, known: 0.4, piece: 0.6 };
  const SHORTEST_PIECE = 3;
  const SHORTEST_END = 5;
  const LONGEST_JOIN = 3;
  // A short whole looks like too many words.
  const LONG = 10;
  const MOST_WAYS = 12;
  const FURTHEST_PARTICLE = 5;
  const FURTHEST_IN_PHRASE = 4;

  search.reader = (rules, synonyms, knows, isMisspelt = () => false) => {
    /** @type {(text: string) => Phrase} */
    function phraseOf(text) {
      const words = text.split(" ");
      const stems = words.map(rules.stem);
      const core = stems.filter((_, at) => !rules.stop.has(words[at]));
      return { words, stems, core: core.length > 1 ? core : [] };
    }

    const groups = synonyms.map((group) => group.map(phraseOf));
    // The phrases of all groups by the stem that is looked for first, each with its group.
    /** @type {Map<string, [phrase: Phrase, group: Phrase[]][]>} */
    const phrases = new Map();
    /** @type {Set<string>} */
    const alike = new Set();
    for (const group of groups) {
      for (const phrase of group) {
        const [stem] = [...phrase.core, ...phrase.stems];
        phrases.set(stem, [...(phrases.get(stem) ?? []), [phrase, group]]);
        if (phrase.stems.length === 1) alike.add(stem);
      }
    }

    // A word that finds something, by itself or by what it means.
    /** @type {(word: string) => boolean} */
    const isRead = (word) => knows(rules.stem(word)) || alike.has(rules.stem(word));

    /** @type {(words: string[]) => string[]} */
    function contentWords(words) {
      const content = words.filter((word) => !rules.stop.has(word));
      return content.length ? content : words;
    }

    // "matteus effect": apart and misspelt.
    /** @type {(apart: string[], whole: string) => boolean} */
    const isMisread = (apart, whole) =>
      apart.length === 2 && apart.some((word) => !knows(rules.stem(word))) && isMisspelt(whole);

    // Words that were typed apart: "job crafting", "buiten dienst", "loop baan programma".
    /** @type {(words: string[]) => Map<number, string>} */
    function joined(words) {
      const found = new Map();
      for (let at = 0; at < words.length; at++) {
        for (let size = 2; size <= LONGEST_JOIN && at + size <= words.length; size++) {
          const apart = words.slice(at, at + size);
          const whole = apart.join("");
          // "er voor" says no more than its words, and nobody splits "je" off a word.
          if (apart.every((word) => rules.stop.has(word)) || rules.stop.has(apart[size - 1])) continue;
          const isKnown = isRead(whole) || (whole.length >= LONG && isMisread(apart, whole));
          if (whole.length > 4 && isKnown) {
            for (let one = at; one < at + size; one++) found.set(one, whole);
          }
        }
      }
      return found;
    }

    // "Wat levert het op": the first part of a verb that stands behind it, a few words on.
    /** @type {(words: string[], found: Map<number, string>) => Map<number, string>} */
    function separated(words, found) {
      words.forEach((particle, at) => {
        if (!rules.particles.has(particle)) return;
        for (let verb = at - 1; verb >= Math.max(0, at - FURTHEST_PARTICLE); verb--) {
          const whole = particle + words[verb];
          if (found.has(verb) || rules.stop.has(words[verb]) || !knows(rules.stem(whole))) continue;
          found.set(verb, whole);
          return;
        }
      });
      return found;
    }

    /** @type {(text: string) => Term[]} */
    function terms(text) {
      const { words } = search.asked(text);
      const joins = separated(words, joined(words));
      const content = new Set(contentWords(words));
      // Where every word is light, each is what was asked for.
      const hasSubject = words.some((word, at) => content.has(word) && (joins.has(at) || !rules.light.has(word)));
      return words.map((word, at) => {
        const whole = joins.get(at);
        return {
          words: whole ? [whole, word] : [word],
          small: !whole && !content.has(word),
          light: hasSubject && !whole && rules.light.has(word),
          of: [at],
        };
      });
    }

    // Words that were typed together: the fewest known words that make up the whole. What is left of
    // a word comes back at each place where it can be split, so it is looked at once.
    /** @type {(word: string, split?: Map<string, string[] | null>) => string[] | null} */
    function pieces(word, split = new Map()) {
      if (!split.has(word)) split.set(word, fewest(word, split));
      return split.get(word) ?? null;
    }

    /** @type {(word: string, split: Map<string, string[] | null>) => string[] | null} */
    function fewest(word, split) {
      /** @type {string[] | null} */
      let best = null;
      for (let at = SHORTEST_PIECE; at <= word.length - SHORTEST_PIECE; at++) {
        const start = word.slice(0, at);
        if (!isRead(start)) continue;
        for (const joint of rules.joints) {
          const rest = word.slice(at + joint.length);
          if (!word.startsWith(joint, at) || rest.length < SHORTEST_PIECE) continue;
          const others = isRead(rest) ? [rest] : pieces(rest, split);
          if (others && (!best || others.length + 1 <= best.length)) best = [start, ...others];
        }
      }
      return best;
    }

    // The longest known word at either end of a word that is not known as a whole.
    /** @type {(word: string) => string | null} */
    function end(word) {
      for (let size = word.length - 2; size >= SHORTEST_END; size--) {
        const ends = [word.slice(0, size), word.slice(-size)];
        const known = ends.find(isRead);
        if (known) return known;
      }
      return null;
    }

    /** @type {(way: Term[]) => Generator<Way>} */
    function* splits(way) {
      for (const [at, term] of way.entries()) {
        const [word] = term.words;
        if (word.length < 6 || term.small) continue;
        const found = pieces(word);
        // A word that is known, or means the same as a known one, is seldom two words.
        const known = isRead(word);
        const part = found || known ? null : end(word);
        if (found) {
          yield { terms: replaced(way, [at], found.map(alone), known ? GOOD.known : GOOD.split), splits: word };
        }
        // The longer the known part is, the more it says of the whole.
        const piece = part ? (GOOD.piece * part.length) / word.length : 0;
        if (part) yield { terms: way.with(at, { ...term, words: [part], good: piece, piece }) };
      }
    }

    /** @type {(word: string) => string[]} */
    const alone = (word) => [word];

    // Other terms in the place of some: each of one word, or of several of which any will do. What
    // stands for a piece of a word says no more of the whole than the piece does.
    /** @type {(way: Term[], places: number[], terms: string[][], good: number, isMeant?: boolean) => Term[]} */
    function replaced(way, places, terms, good, isMeant = false) {
      const of = [...new Set(places.flatMap((at) => way[at].of))];
      const sure = Math.min(1, ...places.map((at) => way[at].piece ?? 1));
      const put = terms.map((words) => ({ words, small: rules.stop.has(words[0]), of, good: sure * good, isMeant }));
      return way.flatMap((term, at) => (at === Math.min(...places) ? put : places.includes(at) ? [] : [term]));
    }

    // Where the words of a phrase stand in a question, of which one stands at a place; nothing when
    // one of them stands nowhere near.
    /** @type {(phrase: Phrase, stems: string[][], at: number) => number[] | null} */
    function placesOf({ stems: asked, core }, stems, at) {
      if (!core.length)
        return asked.every((stem, step) => stems[at + step]?.includes(stem)) ? asked.map((_, step) => at + step) : null;
      const places = core.map((stem) => {
        const near = stems.flatMap((own, place) => (own.includes(stem) ? [Math.abs(place - at)] : []));
        const far = Math.min(...near);
        return far > FURTHEST_IN_PHRASE ? -1 : stems[at + far]?.includes(stem) ? at + far : at - far;
      });
      return places.includes(-1) || new Set(places).size < places.length ? null : places;
    }

    // The groups that hold a phrase that stands in a question, with the places where it stands.
    /** @type {(way: Term[]) => Generator<[places: number[], phrase: Phrase, group: Phrase[]]>} */
    function* groupsOf(way) {
      const stems = way.map((term) => term.words.map(rules.stem));
      for (const [at, own] of stems.entries()) {
        if (way[at].isMeant) continue;
        for (const [phrase, group] of own.flatMap((stem) => phrases.get(stem) ?? [])) {
          const places = placesOf(phrase, stems, at);
          if (places && !places.some((place) => way[place].isMeant)) yield [places, phrase, group];
        }
      }
    }

    // A word that occurs nowhere finds nothing.
    /** @type {(phrase: Phrase) => boolean} */
    const isFound = (phrase) => phrase.stems.every(knows);

    // The first of a group is the word of the library: what people type leads to it. It leads to
    // other single words in turn, since the library may use those too. Here are the ways in which
    // several words take part; single words that mean the same go into the term of the word itself.
    /** @type {(way: Term[]) => Generator<Way>} */
    function* others(way) {
      for (const [places, phrase, group] of groupsOf(way)) {
        const [first] = group;
        const size = phrase.words.length;
        if (first !== phrase && first.words.length + size > 2 && isFound(first)) {
          yield {
            terms: replaced(way, places, first.words.map(alone), size > 1 ? GOOD.phrase : GOOD.synonym, true),
            covers: size,
          };
        }
        const single = group.filter((one) => one !== phrase && one !== first && one.words.length === 1 && isFound(one));
        if (size > 1 && single.length) {
          yield {
            terms: replaced(way, places, [single.map((one) => one.words[0])], GOOD.alike, true),
            covers: size - 1,
          };
        }
      }
    }

    // A way in which each word may also be one that means the same.
    /** @type {(way: Way) => Way} */
    function withAlike(way) {
      /** @type {Map<string, { word: string, good: number, isFirst: boolean }>[]} */
      const alike = way.terms.map(() => new Map());
      for (const [[at], phrase, group] of groupsOf(way.terms)) {
        const { small, isMeant, good = 1 } = way.terms[at];
        if (phrase.words.length > 1 || small || isMeant) continue;
        for (const one of group) {
          if (one === phrase || one.words.length > 1 || !isFound(one)) continue;
          const [word] = one.words;
          const isFirst = one === group[0];
          const part = good * (isFirst ? GOOD.synonym : GOOD.alike);
          if (part > (alike[at].get(word)?.good ?? 0)) alike[at].set(word, { word, isFirst, good: part });
        }
      }
      return { ...way, terms: way.terms.map((term, at) => ({ ...term, alike: [...alike[at].values()] })) };
    }

    // Readings of several phrases at once: "parttimers" and "bijscholing" in one question.
    /** @type {(ways: Way[]) => Way[]} */
    const twice = (ways) => ways.flatMap((way) => [...others(way.terms)]);

    /** @type {(ways: Way[]) => Way[]} */
    function different(ways) {
      const known = new Map(ways.map((way) => [way.terms.map(({ words, of }) => `${words} ${of}`).join(), way]));
      return [...known.values()];
    }

    return (text) => {
      const first = terms(text);
      if (!first.length) return [];
      const split = [...splits(first)];
      // A phrase says more than the words in it.
      const alike = [...others(first)].sort((one, other) => (other.covers ?? 0) - (one.covers ?? 0));
      const ways = different([{ terms: first }, ...split, ...alike, ...twice(split), ...twice(alike)]).slice(
        0,
        MOST_WAYS,
      );
      return [ways[0], ...ways.map(withAlike)];
    };
  };
})(globalThis.kennisbankSearch);
