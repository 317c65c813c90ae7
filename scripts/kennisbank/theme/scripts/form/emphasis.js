// Pieces of a line, in which runs of * and _ still stand as they are, become nodes with emphasis:
// the rules for delimiters of CommonMark.

((form) => {
  "use strict";

  const PUNCTUATION = /[\p{P}\p{S}]/u;
  /** @type {(character?: string) => boolean} */
  const isBlank = (character) => !character || /\s/u.test(character);
  /** @type {(character?: string) => boolean} */
  const isSign = (character) => character !== undefined && PUNCTUATION.test(character);

  /** @type {(piece: Piece) => piece is Delimiter} */
  const isRun = (piece) => typeof piece === "object" && "sign" in piece;

  // What a run may do depends on the characters around it.
  form.delimiter = (run, before, after) => {
    const left = !isBlank(after) && (!isSign(after) || isBlank(before) || isSign(before));
    const right = !isBlank(before) && (!isSign(before) || isBlank(after) || isSign(after));
    const under = run[0] === "_";
    const opens = left && (!under || !right || isSign(before));
    const closes = right && (!under || !left || isSign(after));
    return { sign: run[0], left: run.length, length: run.length, opens, closes };
  };

  /** @type {(opener: Delimiter, closer: Delimiter) => boolean} */
  function fits(opener, closer) {
    if (opener.sign !== closer.sign || !opener.opens || !opener.left) return false;
    // A run that both opens and closes may not make a sum that is a multiple of three.
    const both = opener.closes || closer.opens;
    return !(both && (opener.length + closer.length) % 3 === 0 && (opener.length % 3 > 0 || closer.length % 3 > 0));
  }

  // Closers of one sort that found no opener tell the next ones how far to look back; without that,
  // each would look at all that stands before it.
  /** @type {(run: Delimiter) => string} */
  const sortOf = ({ sign, opens, length }) => `${sign}${opens}${length % 3}`;

  /** @type {(pieces: Piece[], at: number, bottoms: Map<string, number>) => number} */
  function openerFor(pieces, at, bottoms) {
    const closer = /** @type {Delimiter} */ (pieces[at]);
    const sort = sortOf(closer);
    const bottom = bottoms.get(sort) ?? 0;
    for (let i = at - 1; i >= bottom; i--) {
      const piece = pieces[i];
      if (isRun(piece) && fits(piece, closer)) return i;
    }
    bottoms.set(sort, at);
    return -1;
  }

  // What is put together moves all that comes after it.
  /** @type {(bottoms: Map<string, number>, at: number) => void} */
  function lower(bottoms, at) {
    for (const [sort, bottom] of bottoms) bottoms.set(sort, Math.min(bottom, at));
  }

  /** @type {(piece: Piece) => Node | string} */
  const nodeOf = (piece) => (isRun(piece) ? piece.sign.repeat(piece.left) : piece);

  /** @type {(pieces: Piece[], opener: number, closer: number) => number} */
  function close(pieces, opener, closer) {
    const [first, last] = /** @type {Delimiter[]} */ ([pieces[opener], pieces[closer]]);
    const size = first.left > 1 && last.left > 1 ? 2 : 1;
    const inner = pieces.slice(opener + 1, closer).map(nodeOf);
    const made = form.element(size === 2 ? "strong" : "em", {}, ...inner.filter((one) => one !== ""));
    first.left -= size;
    last.left -= size;
    pieces.splice(opener + 1, closer - opener - 1, made);
    return opener + 2;
  }

  form.emphasised = (given) => {
    const pieces = [...given];
    const bottoms = new Map();
    let at = 0;
    while (at < pieces.length) {
      const closer = pieces[at];
      const opener = isRun(closer) && closer.closes && closer.left ? openerFor(pieces, at, bottoms) : -1;
      if (opener < 0) at += 1;
      else {
        at = close(pieces, opener, at);
        lower(bottoms, opener + 1);
      }
    }
    return pieces.map(nodeOf).filter((one) => one !== "");
  };
})(globalThis.kennisbankForm);
