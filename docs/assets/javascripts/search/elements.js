// A name, attributes and children become an element; text never becomes HTML.

(function (search) {
  "use strict";

  search.element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else if (value === true) made.setAttribute(key, "");
      else if (value !== false && value !== undefined) made.setAttribute(key, value);
    }
    made.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return made;
  };

  // The words that the question means, marked in a text.
  search.marked = (text, isMeant) => {
    if (!isMeant) return [text];
    return text.split(/([\p{L}\p{N}][\p{L}\p{N}'’]*)/u).map((piece, at) => {
      if (at % 2 === 0 || !isMeant(piece)) return piece;
      return search.element("mark", {}, piece);
    });
  };
})(globalThis.kennisbankSearch);
