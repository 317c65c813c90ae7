// What a reader must know of an answer: that it is none, that there is no figure in it, which words
// stand on no page, and as what a misspelt word was read.

((search) => {
  "use strict";

  // Below this the best answer has hardly anything to do with the question; below the second, when a
  // word that was asked is not known, or by its parts only. An answer that holds more of the question may fit less, and
  // one that holds little of it must fit better. Measured on the lists to tune on in
  // tests/searching.
  const NOTHING = 0.08;
  const NOTHING_KNOWN = 0.2;
  const HALF = 0.5;
  const HELD = 0.15;
  // How much of a question a figure must hold to be the figure that was asked for.
  const FIGURE = 0.6;
  const SUGGESTIONS = 6;
  const MOST_LOST = 5;
  const SHORTEST_READ = 4;
  const UNSURE = 0.5;
  // In a shorter word two wrong letters make another word of it.
  const SHORTEST_UNSURE = 8;

  search.honesty = ({ core, rules, layers, isAlike, read, knows, kindOf }) => {
    const asksFigure = new Set(core.rules.figures);
    const asksEffort = new Set(core.rules.efforts);
    /** @type {(word: string) => boolean} */
    const begins = (word) => layers.some((layer) => layer.words.some((one) => one.startsWith(word)));

    // The words of a question that no page holds. A word that is still being typed may yet become
    // one that is known.
    /** @type {(text: string, way: Way) => string[]} */
    function unknown(text, way) {
      const typed = /[\p{L}\p{N}]$/u.test(text) ? way.terms.at(-1)?.words[0] : null;
      /** @type {(word: string) => boolean} */
      const isKnown = (word) =>
        knows(rules.stem(word)) || isAlike(rules.stem(word)) || (word === typed && begins(word));
      const lost = way.terms.filter(({ words, small, light }) => !small && !light && !words.some(isKnown));
      return [...new Set(lost.map(({ words }) => words[0]))];
    }

    // The known word that a misspelt one was read as, if any, and whether there is no doubt: with two
    // letters wrong it may be another word. People seldom miss the first letter.
    /** @type {(word: string) => { as: string, isSure: boolean } | null} */
    function readAs(word) {
      const near = layers
        .flatMap((layer) => layer.misspelt(word))
        .filter(([one]) => rules.sound(one)[0] === rules.sound(word)[0] && one.length >= SHORTEST_READ)
        .filter(([, good]) => good > UNSURE || word.length >= SHORTEST_UNSURE)
        .map(([one, good]) => ({ one, good, far: search.distance(word, one, word.length) }))
        .sort((one, other) => other.good - one.good || one.far - other.far);
      return near.length ? { as: near[0].one, isSure: near[0].good > UNSURE } : null;
    }

    // Words that were typed together are known by their parts.
    /** @type {(word: string, ways: Way[]) => boolean} */
    function isSplit(word, ways) {
      return ways.some((way) => way.splits === word);
    }

    // The best answer is a figure, or one holds most of the question.
    /** @type {(ranked: Ranked) => boolean} */
    function hasFigure(ranked) {
      return ranked.some(([place, , good], at) => core.kinds[kindOf(place)][4] && (!at || good >= FIGURE));
    }

    // What something costs or takes stands on its own page, and is no figure.
    /** @type {(text: string) => boolean} */
    function isAfterFigure(text) {
      const words = search.split(text);
      return words.some((word) => asksFigure.has(word)) && !words.some((word) => asksEffort.has(word));
    }

    // What is said of an answer, once all texts are in.
    /** @type {Engine["judge"]} */
    function judge(text, ranked) {
      const ways = read(text);
      if (!ways.length || layers.length === 1) return { nothing: !ranked.length, lost: [], read: [] };
      /** @type {[word: string, found: ReturnType<typeof readAs>][]} */
      const missing = unknown(text, ways[0]).map((word) => [word, readAs(word)]);
      const lost = missing.filter(([word, found]) => !found && !isSplit(word, ways)).map(([word]) => word);
      // Known by its parts only, "eindejaarspremie" may be something else than a premie.
      const isUnsure = missing.some(([, found]) => !found?.isSure);
      const [, fit, good] = ranked[0] ?? [0, 0, 0];
      const nothing = fit < (isUnsure ? NOTHING_KNOWN : NOTHING) + HELD * (HALF - good);
      return {
        nothing,
        noFigure: isAfterFigure(text) && !nothing && !hasFigure(ranked),
        lost,
        read: missing.flatMap(([word, found]) => (found ? [/** @type {[string, string]} */ ([word, found.as])] : [])),
      };
    }

    // Known words that look like the words of a question that found nothing.
    /** @type {(text: string) => string[]} */
    function nearWords(text) {
      const asked = read(text)
        .slice(0, 1)
        .flatMap((way) => way.terms.map((term) => term.words[0]));
      /** @type {Set<string>} */
      const near = new Set();
      const lost = [...new Set(asked)].filter((word) => !knows(rules.stem(word)));
      // Each is a walk through all words; whoever mistyped more than a few has another problem.
      for (const word of lost.slice(0, MOST_LOST)) {
        if (near.size >= SUGGESTIONS) break;
        for (const one of search.lookingLike(word, layers[0].words)) near.add(one);
      }
      return [...near].slice(0, SUGGESTIONS);
    }

    return { judge, nearWords };
  };
})(globalThis.kennisbankSearch);
