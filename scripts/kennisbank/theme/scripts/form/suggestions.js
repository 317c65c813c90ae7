// A word that is not known, and the known words, become "Bedoelde u …?": the same question that the
// checker asks, so this counts as Python's difflib does.

((form) => {
  "use strict";

  /** @typedef {[fromA: number, toA: number, fromB: number, toB: number]} Range */

  /** @type {(a: string[], places: Map<string, number[]>, range: Range) => [number, number, number]} */
  function longestMatch(a, places, [fromA, toA, fromB, toB]) {
    /** @type {[number, number, number]} */
    let best = [fromA, fromB, 0];
    let before = new Map();
    for (let i = fromA; i < toA; i++) {
      const sizes = new Map();
      for (const j of places.get(a[i]) ?? []) {
        if (j < fromB || j >= toB) continue;
        const size = (before.get(j - 1) ?? 0) + 1;
        sizes.set(j, size);
        if (size > best[2]) best = [i - size + 1, j - size + 1, size];
      }
      before = sizes;
    }
    return best;
  }

  /** @type {(a: string[], places: Map<string, number[]>, range: Range) => number} */
  function matching(a, places, range) {
    const [fromA, toA, fromB, toB] = range;
    const [i, j, size] = longestMatch(a, places, range);
    if (!size) return 0;
    return size + matching(a, places, [fromA, i, fromB, j]) + matching(a, places, [i + size, toA, j + size, toB]);
  }

  // How much two words are alike, from 0 to 1.
  form.likeness = (candidate, word) => {
    const [a, b] = [[...candidate], [...word]];
    /** @type {Map<string, number[]>} */
    const places = new Map();
    for (const [at, letter] of b.entries()) places.set(letter, [...(places.get(letter) ?? []), at]);
    const all = a.length + b.length;
    return all ? (2 * matching(a, places, [0, a.length, 0, b.length])) / all : 1;
  };

  // Two words of very different lengths are not alike, whatever their letters: difflib's
  // real_quick_ratio. It keeps a pasted page from being compared letter by letter.
  /** @type {(one: number, other: number) => boolean} */
  const canBeAlike = (one, other) => (2 * Math.min(one, other)) / (one + other) >= form.rules.alike;

  // So many pairs of words are compared for one look at the form; who has more mistakes has one
  // cause for most, and a pasted text may hold thousands.
  const PAIRS = 30_000;
  let left = Infinity;

  form.suggestingAtMost = (act) => {
    left = PAIRS;
    try {
      return act();
    } finally {
      left = Infinity;
    }
  };

  form.nearest = (word, known) => {
    if (left <= 0) return null;
    left -= known.length;
    const folded = new Map(known.map((one) => [one.toLowerCase(), one]));
    const wanted = word.toLowerCase();
    const size = form.characters(wanted);
    /** @type {{ one: string, score: number } | null} */
    let best = null;
    for (const one of folded.keys()) {
      if (!canBeAlike(form.characters(one), size)) continue;
      const score = form.likeness(one, wanted);
      const better = !best || score > best.score || (score === best.score && one > best.one);
      if (score >= form.rules.alike && better) best = { one, score };
    }
    return best && (folded.get(best.one) ?? null);
  };

  form.question = (word) => (word ? form.fill(form.rules.words.didYouMean, { word }) : "");
  form.didYouMean = (word, known) => form.question(form.nearest(word, known));
})(globalThis.kennisbankForm);
