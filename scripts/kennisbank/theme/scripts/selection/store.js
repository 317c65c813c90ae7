// The reader's own selection: a list of entries like "method:jobcrafting", kept in this browser only.

globalThis.kennisbankSelection ??= /** @type {SelectionScripts} */ ({});

((selection) => {
  "use strict";

  // Sites of one owner may share an origin, so the address of this site is in the name.
  const site = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).pathname;
  const NAME = `kennisbank-selectie ${site}`;
  const KEY = /^[a-z-]{2,30}:[a-z0-9]+(-[a-z0-9]+)*$/;
  // No handout is this long, and no key; a made-up address cannot ask for more.
  const MOST = 100;
  const LONGEST = 100;

  // What anyone may have written becomes a list of keys: each once, and nothing else.
  selection.keysIn = (values) => {
    const keys = Array.isArray(values)
      ? values.filter((one) => typeof one === "string" && one.length <= LONGEST && KEY.test(one))
      : [];
    return [...new Set(keys)].slice(0, MOST);
  };

  selection.read = () => {
    try {
      return selection.keysIn(JSON.parse(localStorage.getItem(NAME) ?? "[]"));
    } catch {
      return [];
    }
  };

  // False where the browser keeps nothing, as in some private windows.
  selection.write = (keys) => {
    try {
      localStorage.setItem(NAME, JSON.stringify(selection.keysIn(keys)));
    } catch {
      return false;
    }
    document.dispatchEvent(new Event("kb-selection"));
    return true;
  };

  // Another tab of this browser changed the selection.
  addEventListener("storage", (event) => {
    if (event.key === NAME || event.key === null) document.dispatchEvent(new Event("kb-selection"));
  });
})(globalThis.kennisbankSelection);
