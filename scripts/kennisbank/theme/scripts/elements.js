// A name, attributes and children become an element; text never becomes HTML. Each script that
// draws on a page takes it from here.

globalThis.kennisbankElement = (
  /** @type {string} */ name,
  /** @type {Attributes} */ attributes = {},
  /** @type {Children[]} */ ...children
) => {
  /** @type {any} */
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
};
