// The text that scripts/kennisbank/outputs/search/coding.py writes becomes numbers and words again.

((search) => {
  "use strict";

  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567abcdefghijklmnopqrstuvwxyz0189-_";
  const VALUES = new Uint8Array(128);
  for (const [value, letter] of [...ALPHABET].entries()) VALUES[letter.charCodeAt(0)] = value;

  search.numbers = (text) => {
    /** @type {number[]} */
    const found = [];
    let number = 0;
    for (let at = 0; at < text.length; at++) {
      const value = VALUES[text.charCodeAt(at)];
      number = number * 32 + (value & 31);
      if (value < 32) {
        found.push(number);
        number = 0;
      }
    }
    return found;
  };

  search.words = (text) => {
    let word = "";
    return (text ? text.split(/(?=[A-Z])/) : []).map((one) => {
      word = word.slice(0, VALUES[one.charCodeAt(0)]) + one.slice(1);
      return word;
    });
  };

  search.places = (text) => {
    let place = -1;
    return search.numbers(text).map((step) => (place += step + 1));
  };

  // Pairs of a place and its weight, as one flat list.
  search.weights = (text) => {
    /** @type {number[]} */
    const found = [];
    let place = -1;
    for (const number of search.numbers(text)) {
      place += (number >> 4) + 1;
      found.push(place, (number & 15) + 1);
    }
    return found;
  };
})(globalThis.kennisbankSearch);
