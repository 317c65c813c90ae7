// The parts of the index become one thing that answers questions: first from the core, and from
// the whole text when that has come in.

((search) => {
  "use strict";

  const MOST_TERMS = 100;
  // One error and no more, or a whole part of a compound.
  const SURE = 0.5;

  search.engine = async (root = search.root) => {
    const { load, loadCore } = search.library(root);
    const core = await loadCore();
    const rules = search.rules(core.rules);
    await rules.learn(search.words(core.words ?? ""));
    const layers = [search.layer("core", core, rules, load)];
    const count = core.kinds.reduce((sum, kind) => sum + kind[3], 0);
    /** @type {(stem: string) => boolean} */
    const knows = (stem) => layers.some((layer) => layer.has(stem));
    /** @type {(word: string) => boolean} */
    const isMisspelt = (word) => layers[0].misspelt(word).some(([, good]) => good > SURE);
    let readAnew = search.reader(rules, [], knows, isMisspelt);
    /** @type {Set<string>} */
    let alike = new Set();
    const rank = search.ranker(layers, count);
    /** @type {Map<string, Fits[]>} */
    const terms = new Map();
    /** @type {{ text?: string, known: number, ways: Way[] }} */
    let lastRead = { known: 0, ways: [] };

    // The ways to read a question; several parts of an answer ask for them.
    /** @type {(text: string) => Way[]} */
    function read(text) {
      const known = layers.length;
      if (lastRead.text !== text || lastRead.known !== known) lastRead = { text, known, ways: readAnew(text) };
      return lastRead.ways;
    }

    // For each layer the words that fit a term, each with how well.
    /** @type {(term: Term, unfinished: boolean) => Fits[]} */
    function found({ words, small, good: whole = 1, alike: others = [] }, unfinished) {
      return layers.map((layer) => {
        /** @type {Fits} */
        const best = new Map();
        /** @type {(fits: Fits, good: number) => void} */
        const raise = (fits, part) => {
          for (const [number, good] of fits) best.set(number, Math.max(part * good, best.get(number) ?? 0));
        };
        for (const word of words) {
          // A word that another layer or the synonyms know is no typing error in this one.
          const stem = rules.stem(word);
          const known = knows(stem) || alike.has(stem);
          // Of several words any will do, and none of them was typed.
          raise(layer.near(word, { unfinished, exact: small || words.length > 2, known }), whole);
        }
        for (const { word, good, isFirst } of others) raise(layer.near(word, { exact: !isFirst, known: true }), good);
        return best;
      });
    }

    // A term stands in several ways to read a question, and in what is typed next.
    /** @type {(term: Term, unfinished: boolean) => Fits[]} */
    function remembered(term, unfinished) {
      const alike = term.alike?.map(({ word, good }) => word + good);
      const key = [term.words, term.small, unfinished, layers.length, term.good, alike].join(" ");
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
      const known = [...layers];
      /** @type {FoundWay[]} */
      const ways = [];
      for (const { terms } of read(text)) {
        const found = [];
        for (const [at, term] of terms.entries()) {
          found.push(remembered(term, typing && at === terms.length - 1));
          await search.breathe();
        }
        ways.push({ found, terms });
      }
      const needed = known.map(
        (_, at) => new Set(ways.flatMap((way) => way.found.flatMap((one) => [...one[at].keys()]))),
      );
      await Promise.all(known.map((layer, at) => layer.need(needed[at])));
      // The texts came in while this one was looked up.
      if (layers.length > known.length) return answer(text);
      await search.breathe();
      return { ranked: rank(ways), isMeant: meant(ways) };
    }

    /** @type {(numbers: Fits[], least?: number) => string[]} */
    const stemsOf = (numbers, least = 0) =>
      layers.flatMap((layer, at) =>
        [...numbers[at]].filter(([, good]) => good > least).map(([number]) => rules.stem(layer.words[number])),
      );

    // Whether a word is one that was asked, or a form or reading of it; loosely, one that means the
    // same. The first way knows no such words: what it found is near what was asked.
    /** @type {(ways: FoundWay[]) => IsMeant} */
    function meant(ways) {
      /** @type {Set<string>} */
      const asked = new Set();
      /** @type {Set<string>} */
      const all = new Set();
      for (const [way, { terms: read, found: numbers }] of ways.entries()) {
        for (const [at, { small, words, isMeant, good = 1 }] of read.entries()) {
          if (small) continue;
          // A known word is seldom meant as the parts that it has.
          const own = isMeant || good < SURE ? [] : words.map(rules.stem);
          for (const stem of [...own, ...(way ? [] : stemsOf(numbers[at], SURE))]) asked.add(stem);
          for (const stem of stemsOf(numbers[at])) all.add(stem);
        }
      }
      return (word, loosely = false) => {
        const stem = rules.stem(search.fold(word));
        return asked.has(stem) || (loosely && all.has(stem));
      };
    }

    const isWhole = () => layers.length > 1;

    /** @type {Engine["loadBody"]} */
    async function loadBody() {
      if (isWhole()) return;
      /** @type {[LayerData, string[][]]} */
      const [data, synonyms] = await Promise.all([load("body"), load("synonyms")]);
      const words = synonyms.flat().flatMap((phrase) => phrase.split(" "));
      await rules.learn([...search.words(data.words ?? ""), ...words]);
      // Who asked at the same time had it first.
      if (isWhole()) return;
      layers.push(search.layer("body", data, rules, load));
      readAnew = search.reader(rules, synonyms, knows, isMisspelt);
      alike = new Set(words.map(rules.stem));
    }

    /** @type {Engine["cards"]} */
    async function cards(places) {
      const parts = [...new Set(places.map((place) => Math.floor(place / core.cards)))];
      /** @type {Map<number, Card[]>} */
      const loaded = new Map();
      await Promise.all(parts.map(async (part) => loaded.set(part, await load(`cards-${part}`))));
      /** @type {(place: number) => Card} */
      const cardOf = (place) => (loaded.get(Math.floor(place / core.cards)) ?? [])[place % core.cards];
      return new Map(places.map((place) => [place, cardOf(place)]));
    }

    /** @type {Engine["passages"]} */
    async function passages(place) {
      const part = await load(`passages-${Math.floor(place / core.cards)}`);
      return part[place % core.cards];
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

    const { judge, nearWords } = search.honesty({
      core,
      rules,
      layers,
      isAlike: (stem) => alike.has(stem),
      read,
      knows,
      kindOf,
    });

    return { core, rules, count, answer, loadBody, isWhole, layers, cards, passages, kindOf, nearWords, judge };
  };
})(globalThis.kennisbankSearch);
