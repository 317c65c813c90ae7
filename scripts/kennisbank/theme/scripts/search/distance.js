// Two words become the number of typing errors between them, or a large number past the limit.

((search) => {
  "use strict";

  // A bit for each letter that occurs: words with very different letters need no closer look.
  search.letters = (word) => {
    let bits = 0;
    for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
    return bits;
  };

  search.differing = (one, other) => {
    let bits = one ^ other;
    let count = 0;
    for (; bits; bits &= bits - 1) count++;
    return count;
  };

  // A letter too many, too few, another one, or two changed about: each counts as one.
  search.distance = (one, other, limit) => {
    if (Math.abs(one.length - other.length) > limit) return limit + 1;
    /** @type {number[]} */
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let row = 1; row <= one.length; row++) {
      const now = [row];
      let least = row;
      for (let at = 1; at <= other.length; at++) {
        const same = one[row - 1] === other[at - 1];
        let cost = Math.min(last[at] + 1, now[at - 1] + 1, last[at - 1] + (same ? 0 : 1));
        if (at > 1 && row > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) {
          cost = Math.min(cost, before[at - 2] + 1);
        }
        now.push(cost);
        least = Math.min(least, cost);
      }
      if (least > limit) return limit + 1;
      [before, last] = [last, now];
    }
    return last[other.length];
  };

  // Words that differ by a few letters; the likest first. Anything further is no suggestion.
  search.lookingLike = (word, words) => {
    if (word.length < 4) return [];
    const limit = word.length < 6 ? 1 : word.length < 10 ? 2 : 3;
    return words
      .filter((one) => /^[a-z]{4,}$/.test(one))
      .map((one) => ({ one, far: search.distance(word, one, limit) }))
      .filter(({ far }) => far <= limit)
      .sort((first, second) => first.far - second.far)
      .slice(0, 3)
      .map(({ one }) => one);
  };
})(globalThis.kennisbankSearch);
