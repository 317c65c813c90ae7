// What somebody typed becomes the ways to read it: as it stands, with words joined or split, and
// with other words that mean the same. Each way is a list of terms; a term is one or more words of
// which any will do, and it is small when it says little: how, the, with.

((search) => {
  "use strict";

  const GOOD = { synonym: 0.7, split: 0.75, known: 0.4, piece: 0.35 };
  const SHORTEST_PIECE = 3;
  const SHORTEST_END = 5;
  const LONGEST_JOIN = 3;
  const MOST_WAYS = 12;
  const FURTHEST_PARTICLE = 5;

  search.reader = (rules, synonyms, knows) => {
    const groups = synonyms.map((group) =>
      group.map(search.split).map((words) => ({ words, stems: words.map(rules.stem) })),
    );

    /** @type {(words: string[]) => string[]} */
    function contentWords(words) {
      const content = words.filter((word) => !rules.stop.has(word));
      return content.length ? content : words;
    }

    // Words that were typed apart: "job crafting", "buiten dienst", "loop baan programma".
    /** @type {(words: string[]) => Map<number, string>} */
    function joined(words) {
      const found = new Map();
      for (let at = 0; at < words.length; at++) {
        for (let size = 2; size <= LONGEST_JOIN && at + size <= words.length; size++) {
          const apart = words.slice(at, at + size);
          const whole = apart.join("");
          // "er voor" says no more than its words.
          if (apart.every((word) => rules.stop.has(word))) continue;
          if (whole.length > 4 && knows(rules.stem(whole))) {
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
      return words.map((word, at) => {
        const whole = joins.get(at);
        return { words: whole ? [whole, word] : [word], small: !whole && !content.has(word), of: [at] };
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
      for (let at = SHORTEST_PIECE; at <= word.length - SHORTEST_PIECE + 1; at++) {
        const start = word.slice(0, at);
        if (!knows(rules.stem(start))) continue;
        for (const joint of rules.joints) {
          const rest = word.slice(at + joint.length);
          if (!word.startsWith(joint, at) || rest.length < 2) continue;
          const others = knows(rules.stem(rest)) ? [rest] : pieces(rest, split);
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
        const known = ends.find((one) => knows(rules.stem(one)));
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
        const known = knows(rules.stem(word));
        const part = found || known ? null : end(word);
        if (found) yield { ...replaced(way, at, 1, found), splits: word, good: known ? GOOD.known : GOOD.split };
        if (part) yield { ...replaced(way, at, 1, [part]), good: GOOD.piece };
      }
    }

    /** @type {(way: Term[], at: number, count: number, words: string[]) => Way} */
    function replaced(way, at, count, words) {
      const of = way.slice(at, at + count).flatMap((term) => term.of);
      const put = words.map((word) => ({ words: [word], small: rules.stop.has(word), of }));
      return { terms: [...way.slice(0, at), ...put, ...way.slice(at + count)], good: GOOD.split };
    }

    /** @type {(phrase: { words: string[], stems: string[] }, stems: string[][]) => number} */
    function placeOf(phrase, stems) {
      return stems.findIndex((_, at) => phrase.stems.every((stem, step) => stems[at + step]?.includes(stem)));
    }

    // The first of a group is the word of the library: what people type leads to it. It leads to
    // other single words in turn, since the library may use those too.
    /** @type {(way: Term[]) => Generator<Way>} */
    function* others(way) {
      const stems = way.map((term) => term.words.map(rules.stem));
      for (const group of groups) {
        for (const phrase of group) {
          const at = placeOf(phrase, stems);
          if (at < 0) continue;
          for (const other of group) {
            const fits = other !== phrase && (other === group[0] || other.words.length === 1);
            // A word that occurs nowhere finds nothing.
            if (fits && other.stems.every(knows)) {
              const put = replaced(way, at, phrase.words.length, other.words);
              yield { ...put, good: GOOD.synonym, first: other === group[0] };
            }
          }
        }
      }
    }

    return (text) => {
      const first = terms(text);
      if (!first.length) return [];
      const split = [...splits(first)];
      // A long group must not leave the word of the library out of another group.
      const alike = [...others(first)].sort((one, other) => Number(other.first) - Number(one.first));
      /** @type {Way[]} */
      const ways = [{ terms: first, good: 1 }, ...split, ...alike];
      for (const way of split) {
        if (ways.length >= MOST_WAYS) break;
        for (const other of others(way.terms)) ways.push({ ...other, good: other.good * way.good });
      }
      return ways.slice(0, MOST_WAYS);
    };
  };
})(globalThis.kennisbankSearch);
