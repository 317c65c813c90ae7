// A layer of the index (its words and their weights) becomes what finds the words near a word.

((search) => {
  "use strict";

  // How good a match is: the word itself counts as one.
  const GOOD = { same: 1, compound: 0.65, part: 0.5, typo: 0.75, typos: 0.5, start: 0.55 };
  const SHORTEST_PART = 4;
  const SHORTEST_TYPO = 4;
  const TWO_TYPOS = 7;
  const SOUND_TYPO = 6;
  const TOO_MANY = 9;
  const MOST_LONGER = 4;
  const MOST_MISREAD = 100;

  // A long vowel is spelled in two ways: taak and taken. This looks at every word of the index.
  /** @type {(stem: string) => string} */
  function flat(stem) {
    const at = stem.length - 3;
    const isLong =
      at >= 0 && "aeou".includes(stem[at]) && stem[at] === stem[at + 1] && !"aeiouy".includes(stem[at + 2]);
    return isLong ? stem.slice(0, at) + stem.slice(at + 1) : stem;
  }
  const DOUBLED = /([aeou])([bcdfghjklmnprstvwxz])$/;

  search.layer = (name, data, rules, load) => {
    const words = search.words(data.words ?? "");
    const stems = words.map(rules.stem);
    const flatStems = stems.map(flat);
    const bits = words.map(search.letters);
    const numbers = new Map(stems.map((stem, number) => [stem, number]));
    // Only a misspelt word asks for these, and of few words.
    /** @type {string[]} */
    const sounds = [];
    /** @type {(number: number) => string} */
    const soundOf = (number) => (sounds[number] ??= rules.sound(stems[number]));
    /** @type {Map<string, [number, number][]>} */
    const misread = new Map();
    /** @type {Map<number, string[]>} */
    const loaded = new Map();
    /** @type {Map<number, number[]>} */
    const decoded = new Map();

    // How a word is spelled in front of another: taken is taak there.
    /** @type {(word: string, stem: string) => string[]} */
    function forms(word, stem) {
      const number = numbers.get(stem);
      const known = number === undefined ? [] : [words[number]];
      const spelled = word.endsWith("en") ? [stem.replace(DOUBLED, "$1$1$2")] : [];
      return [...new Set([word, stem, ...spelled, ...known])].filter((form) => form.length >= SHORTEST_PART);
    }

    /** @type {(text: string) => boolean} */
    function isWord(text) {
      return rules.joints.some((joint) => text.startsWith(joint) && numbers.has(rules.stem(text.slice(joint.length))));
    }

    // How well a known word fits as a compound of which the asked word is the first or last part.
    /** @type {(number: number, starts: string[], word: string, stem: string) => number} */
    function asCompound(number, starts, word, stem) {
      const whole = words[number];
      const start = starts.find((form) => whole.startsWith(form) && whole.length > form.length);
      if (start) {
        const rest = whole.slice(start.length);
        return isWord(rest) ? GOOD.compound : rest.length > 1 ? GOOD.part : 0;
      }
      const end = whole.endsWith(word) ? word : flatStems[number].endsWith(flat(stem)) ? flat(stem) : "";
      if (end.length < SHORTEST_PART) return 0;
      const rest = (end === word ? whole : flatStems[number]).slice(0, -end.length);
      if (numbers.has(rules.stem(rest))) return GOOD.compound;
      // "sfeer" is no part of "transfer".
      const sure = end === word || end.length > SHORTEST_PART;
      return sure && rest.length > 2 ? GOOD.part : 0;
    }

    /** @type {(word: string, stem: string, found: Fits) => void} */
    function compounds(word, stem, found) {
      const starts = forms(word, stem);
      if (!starts.length) return;
      for (let number = 0; number < words.length; number++) {
        if (stems[number] === stem) continue;
        const good = asCompound(number, starts, word, stem);
        if (good) found.set(number, good);
      }
    }

    // A walk through all words is what costs most, and a word is asked for more than once.
    /** @type {(word: string, stem: string, found: Fits) => void} */
    function typos(word, stem, found) {
      if (word.length < SHORTEST_TYPO || /\d/.test(word)) return;
      if (misread.size > MOST_MISREAD) misread.clear();
      const known = misread.get(word) ?? allTypos(word, stem);
      misread.set(word, known);
      for (const [number, good] of known) {
        found.set(number, Math.max(good, found.get(number) ?? 0));
      }
    }

    /** @type {(word: string, stem: string) => [number, number][]} */
    function allTypos(word, stem) {
      const errors = errorsIn(word, stem);
      /** @type {[number, number][]} */
      const found = [];
      for (let number = 0; number < words.length; number++) {
        const far = errors(number);
        if (far <= 1 || (far === 2 && words[number][0] === word[0])) found.push([number, far]);
      }
      // Where one error explains a word, two would make another word of it.
      const least = found.some(([, far]) => far < 2) ? 1 : 2;
      return found.filter(([, far]) => far <= least).map(([number, far]) => [number, far > 1 ? GOOD.typos : GOOD.typo]);
    }

    // How many errors are between a word and a known one, in letters or in sound; too many is none.
    /** @type {(word: string, stem: string) => (number: number) => number} */
    function errorsIn(word, stem) {
      const limitOf = (/** @type {string} */ text) =>
        text.length >= TWO_TYPOS ? 2 : text.length >= SHORTEST_TYPO ? 1 : 0;
      const limit = limitOf(word);
      const stemLimit = limitOf(stem);
      const own = search.letters(word);
      const sound = rules.sound(stem);
      const soundLimit = sound.length < SOUND_TYPO ? 0 : 1;
      return (number) => {
        // In "ph" and "f" three letters differ.
        if (search.differing(own, bits[number]) > 2 * limit + 2) return TOO_MANY;
        if (Math.abs(words[number].length - word.length) > MOST_LONGER) return TOO_MANY;
        if (search.distance(sound, soundOf(number), soundLimit) <= soundLimit) return 1;
        const inStem = stemLimit ? search.distance(stem, stems[number], stemLimit) : TOO_MANY;
        const inWord = search.distance(word, words[number], limit);
        return Math.min(inWord <= limit ? inWord : TOO_MANY, inStem <= stemLimit ? inStem : TOO_MANY);
      };
    }

    /** @type {(word: string, found: Fits) => void} */
    function starting(word, found) {
      for (let number = 0; number < words.length; number++) {
        if (words[number].startsWith(word) && !found.has(number)) found.set(number, GOOD.start);
      }
    }

    // The numbers of the words that fit, each with how well. Unfinished: its end is being typed.
    // Exact: no other words. Known: spelled as it should be, in this layer or another.
    /** @type {Layer["near"]} */
    function near(word, { unfinished = false, exact = false, known = false } = {}) {
      const stem = rules.stem(word);
      /** @type {Fits} */
      const found = new Map();
      const same = numbers.get(stem);
      if (exact) return same === undefined ? found : found.set(same, GOOD.same);
      compounds(word, stem, found);
      if (same !== undefined) found.set(same, GOOD.same);
      else if (!known && (word.length > 5 || !found.size)) typos(word, stem, found);
      if (unfinished && same === undefined) starting(word, found);
      return found;
    }

    // Words of which this one may be a misspelling, each with how well.
    /** @type {(word: string) => [string, number][]} */
    function misspelt(word) {
      /** @type {Fits} */
      const found = new Map();
      typos(word, rules.stem(word), found);
      return [...found].map(([number, good]) => [words[number], good]);
    }

    /** @type {(number: number) => number} */
    function partOf(number) {
      const { starts = [0] } = data;
      let part = 0;
      while (part + 1 < starts.length && starts[part + 1] <= number) part++;
      return part;
    }

    // Load the parts that hold the weights of these words; a small layer needs none.
    /** @type {(found: Iterable<number>) => Promise<void>} */
    async function need(found) {
      if (!data.starts) return;
      const wanted = new Set([...found].map(partOf));
      await Promise.all(
        [...wanted].map(async (part) => {
          const text = await load(`${name}-${part}`);
          loaded.set(part, text.split("."));
        }),
      );
    }

    if (!data.starts) loaded.set(0, (data.weights ?? "").split("."));

    /** @type {(number: number) => number[]} */
    function weightsOf(number) {
      const known = decoded.get(number);
      if (known) return known;
      const part = partOf(number);
      const text = loaded.get(part)?.[number - (data.starts?.[part] ?? 0)];
      if (text === undefined) return [];
      const found = search.weights(text);
      decoded.set(number, found);
      return found;
    }

    return { words, near, misspelt, need, weightsOf, has: (stem) => numbers.has(stem), isWord };
  };
})(globalThis.kennisbankSearch);
