// What the question means is marked in the text of a result.

((search) => {
  "use strict";

  const element = globalThis.kennisbankElement;

  search.isMarked = (text, isMeant) =>
    (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? []).some((word) => isMeant(word));

  // The words that the question means, marked in a text.
  search.marked = (text, isMeant) => {
    if (!isMeant) return [text];
    return text.split(/([\p{L}\p{N}][\p{L}\p{N}'’]*)/u).map((piece, at) => {
      if (at % 2 === 0 || !isMeant(piece)) return piece;
      return element("mark", {}, piece);
    });
  };
})(globalThis.kennisbankSearch);
