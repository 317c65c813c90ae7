// A text becomes the words it is found by, as in scripts/kennisbank/outputs/search/stemming.py; the rules of
// its language come with the index, so that both sides use the same ones.

((search) => {
  "use strict";

  /** @type {{ [letter: string]: string }} */
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d" };

  const PLAIN = /^[a-z0-9]*$/;

  search.fold = (text) => {
    const small = text.toLowerCase();
    if (PLAIN.test(small)) return small;
    return small
      .replace(/[ßæœøłđð]/g, (letter) => LETTERS[letter])
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/(?<=[\p{L}\p{N}_])['’‘`´](?=[\p{L}\p{N}_])/gu, "");
  };

  // L&D, P & O and e-learning: a letter that is joined to something is no word. Nor is C++ a C, or C#.
  search.split = (text) =>
    search
      .fold(text)
      .replace(/(?<=[a-z0-9])\+\+/g, "plusplus")
      .replace(/(?<![a-z0-9])([a-z])#/g, "$1sharp")
      .replace(/(?<![a-z0-9])([a-z]) ?[&+] ?(?=[a-z](?![a-z0-9]))/g, "$1")
      .replace(/(?<![a-z0-9])([a-z])-(?=[a-z]{3})/g, "$1")
      .match(/[a-z0-9]+/g) ?? [];

  // An address can ask for anything, of any length. So much of a question is read, whoever asks:
  // each word costs a walk through all words of the index, and each letter a try to split it.
  const MOST = { signs: 2000, words: 32, letters: 48 };

  search.cutText = (text) => text.slice(0, MOST.signs);

  // Stems that are found before the browser may have its turn.
  const AT_ONCE = 100;

  // The words of a question that are looked up, and what was left out of them.
  search.asked = (text) => {
    const all = search.split(search.cutText(text));
    const words = all.slice(0, MOST.words).map((word) => word.slice(0, MOST.letters));
    return {
      words,
      isCut: all.length > MOST.words || text.length >= MOST.signs,
      longest: words.some((word, at) => word.length < all[at].length) ? MOST.letters : 0,
    };
  };

  search.rules = ({ steps, sounds, shortest, joints, particles, stop, light }) => {
    /** @type {[pattern: RegExp, to: string][][]} */
    const compiled = steps.map((step) => step.map(([pattern, to]) => [new RegExp(pattern), to]));
    const sounding = new RegExp(sounds.map(([pattern]) => `(${pattern})`).join("|") || "(?!)", "g");
    /** @type {Map<string, string>} */
    const known = new Map();
    const small = new Set(stop.split(" "));

    /** @type {(word: string) => string} */
    function cut(word) {
      if (small.has(word)) return `${word}.`;
      if (word.length < shortest || /^\d+$/.test(word)) return word;
      return compiled.reduce((rest, step) => {
        const rule = step.find(([pattern]) => pattern.test(rest));
        return rule ? rest.replace(rule[0], rule[1]) : rest;
      }, word);
    }

    /** @type {(word: string) => string} */
    function stem(word) {
      const found = known.get(word) ?? cut(word);
      known.set(word, found);
      return found;
    }

    /** @type {LanguageRules["learn"]} */
    async function learn(words) {
      for (let at = 0; at < words.length; at += AT_ONCE) {
        words.slice(at, at + AT_ONCE).forEach(stem);
        await search.breathe();
      }
    }

    // What sounds alike gets one spelling, and no letter is written twice.
    /** @type {(word: string) => string} */
    const sound = (word) =>
      word
        .replace(sounding, (_, ...groups) => sounds[groups.findIndex((one) => one !== undefined)][1])
        .replace(/(.)\1/g, "$1");

    return { stem, learn, sound, joints, particles: new Set(particles), stop: small, light: new Set(light.split(" ")) };
  };
})(globalThis.kennisbankSearch);
