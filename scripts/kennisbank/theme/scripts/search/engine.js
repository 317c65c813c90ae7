// The parts of the index become one thing that answers questions: first from the core, and from
// the whole text when that has come in.

((search) => {
  "use strict";

  const MOST_NEAR = 6;
  const MOST_TERMS = 100;

  search.engine = async () => {
    const core = await search.loadCore();
    const dutch = search.dutch(core.dutch);
    const layers = [search.layer("core", core, dutch)];
    const count = core.kinds.reduce((sum, kind) => sum + kind[3], 0);
    /** @type {(stem: string) => boolean} */
    const knows = (stem) => layers.some((layer) => layer.has(stem));
    const read = search.reader(dutch, core.synonyms, knows);
    const rank = search.ranker(layers, count);
    /** @type {Map<string, Fits[]>} */
    const terms = new Map();

    // For each layer the words that fit a term, each with how well.
    /** @type {(term: Term, unfinished: boolean) => Fits[]} */
    function found({ words, small }, unfinished) {
      return layers.map((layer) => {
        /** @type {Fits} */
        const best = new Map();
        for (const word of words) {
          // A word that another layer knows is no typing error in this one.
          const known = knows(dutch.stem(word));
          for (const [number, good] of layer.near(word, { unfinished, exact: small, known })) {
            best.set(number, Math.max(good, best.get(number) ?? 0));
          }
        }
        return best;
      });
    }

    // A term stands in several ways to read a question, and in what is typed next.
    /** @type {(term: Term, unfinished: boolean) => Fits[]} */
    function remembered(term, unfinished) {
      const key = [term.words, term.small, unfinished, layers.length].join(" ");
      const known = terms.get(key) ?? found(term, unfinished);
      terms.set(key, known);
      return known;
    }

    // The records that answer a question, the best first, and which words it means in them.
    /** @type {Engine["answer"]} */
    async function answer(text) {
      const typing = /[\p{L}\p{N}]$/u.test(text);
      // Between two questions, or a long one would lose what it looked up itself.
      if (terms.size > MOST_TERMS) terms.clear();
      const ways = read(text).map((way) => ({
        good: way.good,
        found: way.terms.map((term, at) => remembered(term, typing && at === way.terms.length - 1)),
        small: way.terms.map((term) => term.small),
        words: way.terms.flatMap((term) => (term.small ? [] : term.words)),
      }));
      const needed = layers.map(
        (_, at) => new Set(ways.flatMap((way) => way.found.flatMap((one) => [...one[at].keys()]))),
      );
      await Promise.all(layers.map((layer, at) => layer.need(needed[at])));
      return { ranked: rank(ways), isMeant: meant(ways) };
    }

    /** @type {(numbers: Fits[], known: Set<string>) => void} */
    function addStems(numbers, known) {
      layers.forEach((layer, at) => {
        for (const number of numbers[at].keys()) known.add(dutch.stem(layer.words[number]));
      });
    }

    /** @type {(ways: FoundWay[]) => IsMeant} */
    function meant(ways) {
      const known = new Set(ways.flatMap((way) => way.words.map(dutch.stem)));
      for (const way of ways) {
        way.found.forEach((numbers, term) => {
          if (!way.small[term]) addStems(numbers, known);
        });
      }
      /** @type {Map<string, boolean>} */
      const judged = new Map();
      return (word) => {
        const found = judged.get(word) ?? known.has(dutch.stem(search.fold(word)));
        judged.set(word, found);
        return found;
      };
    }

    async function loadBody() {
      const data = await search.load("body");
      if (layers.length === 1) layers.push(search.layer("body", data, dutch));
    }

    /** @type {Engine["cards"]} */
    async function cards(places) {
      const parts = [...new Set(places.map((place) => Math.floor(place / core.cards)))];
      /** @type {Map<number, Card[]>} */
      const loaded = new Map();
      await Promise.all(parts.map(async (part) => loaded.set(part, await search.load(`cards-${part}`))));
      /** @type {(place: number) => Card} */
      const cardOf = (place) => (loaded.get(Math.floor(place / core.cards)) ?? [])[place % core.cards];
      return new Map(places.map((place) => [place, cardOf(place)]));
    }

    /** @type {number[]} */
    const starts = [];
    let next = 0;
    for (const kind of core.kinds) {
      starts.push(next);
      next += kind[3];
    }
    /** @type {(place: number) => number} */
    const kindOf = (place) => starts.findLastIndex((start) => start <= place);

    // The words of a question that no page holds, once all texts are in: what is found for them only
    // looks like it. A word that is still being typed may yet become one that is known.
    const alike = new Set(core.synonyms.flat().flatMap(search.split).map(dutch.stem));
    /** @type {(text: string) => string[]} */
    function unknown(text) {
      const [way] = read(text);
      if (layers.length === 1 || !way) return [];
      const typed = /[\p{L}\p{N}]$/u.test(text) ? way.terms.at(-1)?.words[0] : null;
      /** @type {(word: string) => boolean} */
      const begins = (word) => layers.some((layer) => layer.words.some((one) => one.startsWith(word)));
      /** @type {(word: string) => boolean} */
      const isKnown = (word) =>
        knows(dutch.stem(word)) || alike.has(dutch.stem(word)) || (word === typed && begins(word));
      const lost = way.terms.filter(({ words, small }) => !small && !words.some(isKnown));
      return [...new Set(lost.map(({ words }) => words[0]))];
    }

    // Known words that look like the words of a question that found nothing.
    /** @type {(text: string) => string[]} */
    function nearWords(text) {
      const asked = read(text)
        .slice(0, 1)
        .flatMap((way) => way.terms.map((term) => term.words[0]));
      /** @type {string[]} */
      const near = [];
      for (const word of new Set(asked)) {
        if (near.length < MOST_NEAR) near.push(...search.lookingLike(word, layers[0].words));
      }
      return near.slice(0, MOST_NEAR);
    }

    return { core, dutch, count, answer, loadBody, layers, cards, kindOf, nearWords, unknown };
  };
})(globalThis.kennisbankSearch);
