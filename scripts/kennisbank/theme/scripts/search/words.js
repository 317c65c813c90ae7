// A text becomes the words it is found by, as in scripts/kennisbank/outputs/search/stemming.py; the rules of
// Dutch come with the index, so that both sides use the same ones.

(function (search) {
  "use strict";

  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d" };

  search.fold = (text) =>
    text
      .toLowerCase()
      .replace(/[ßæœøłđð]/g, (letter) => LETTERS[letter])
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/(?<=[\p{L}\p{N}_])['’‘`´](?=[\p{L}\p{N}_])/gu, "");

  search.split = (text) => search.fold(text).match(/[a-z0-9]+/g) ?? [];

  search.dutch = ({ steps, shortest, joints, stop }) => {
    const rules = steps.map((step) => step.map(([pattern, to]) => [new RegExp(pattern), to]));
    const known = new Map();
    const small = new Set(stop.split(" "));

    function cut(word) {
      if (small.has(word)) return `${word}.`;
      if (word.length < shortest || /^\d+$/.test(word)) return word;
      return rules.reduce((rest, step) => {
        const rule = step.find(([pattern]) => pattern.test(rest));
        return rule ? rest.replace(rule[0], rule[1]) : rest;
      }, word);
    }

    function stem(word) {
      if (!known.has(word)) known.set(word, cut(word));
      return known.get(word);
    }

    return { stem, joints, stop: small };
  };
})(globalThis.kennisbankSearch);
