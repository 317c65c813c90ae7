// Pieces of a line, in which runs of * and _ still stand as they are, become nodes with emphasis:
// the rules for delimiters of CommonMark.

(function (form) {
  "use strict";

  const PUNCTUATION = /[\p{P}\p{S}]/u;
  const isBlank = (character) => !character || /\s/u.test(character);
  const isSign = (character) => Boolean(character) && PUNCTUATION.test(character);

  // What a run may do depends on the characters around it.
  form.delimiter = (run, before, after) => {
    const left = !isBlank(after) && (!isSign(after) || isBlank(before) || isSign(before));
    const right = !isBlank(before) && (!isSign(before) || isBlank(after) || isSign(after));
    const under = run[0] === "_";
    const opens = left && (!under || !right || isSign(before));
    const closes = right && (!under || !left || isSign(after));
    return { sign: run[0], left: run.length, length: run.length, opens, closes };
  };

  function fits(opener, closer) {
    if (opener.sign !== closer.sign || !opener.opens || !opener.left) return false;
    // A run that both opens and closes may not make a sum that is a multiple of three.
    const both = opener.closes || closer.opens;
    return !(both && (opener.length + closer.length) % 3 === 0 && (opener.length % 3 || closer.length % 3));
  }

  // Closers of one sort that found no opener tell the next ones how far to look back; without that,
  // each would look at all that stands before it.
  const sortOf = ({ sign, opens, length }) => `${sign}${opens}${length % 3}`;

  function openerFor(pieces, at, bottoms) {
    const sort = sortOf(pieces[at]);
    const bottom = bottoms.get(sort) ?? 0;
    for (let i = at - 1; i >= bottom; i--) if (pieces[i].sign && fits(pieces[i], pieces[at])) return i;
    bottoms.set(sort, at);
    return -1;
  }

  // What is put together moves all that comes after it.
  function lower(bottoms, at) {
    for (const [sort, bottom] of bottoms) bottoms.set(sort, Math.min(bottom, at));
  }

  const nodeOf = (piece) => (piece.sign ? piece.sign.repeat(piece.left) : piece);

  function close(pieces, opener, closer) {
    const size = pieces[opener].left > 1 && pieces[closer].left > 1 ? 2 : 1;
    const inner = pieces.slice(opener + 1, closer).map(nodeOf);
    const made = form.element(size === 2 ? "strong" : "em", {}, ...inner.filter((one) => one !== ""));
    pieces[opener].left -= size;
    pieces[closer].left -= size;
    pieces.splice(opener + 1, closer - opener - 1, made);
    return opener + 2;
  }

  form.emphasised = (given) => {
    const pieces = [...given];
    const bottoms = new Map();
    let at = 0;
    while (at < pieces.length) {
      const closer = pieces[at];
      const opener = closer.sign && closer.closes && closer.left ? openerFor(pieces, at, bottoms) : -1;
      if (opener < 0) at += 1;
      else {
        at = close(pieces, opener, at);
        lower(bottoms, opener + 1);
      }
    }
    return pieces.map(nodeOf).filter((one) => one !== "");
  };
})((globalThis.kennisbankForm ??= {}));
