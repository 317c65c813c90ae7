// A part of the index by name becomes its data.

globalThis.kennisbankSearch = /** @type {SearchScripts} */ ({});

((search) => {
  "use strict";

  /** @type {Map<string, { loader: Loader, parts: Parts }>} */
  const libraries = new Map();

  // Each file says by its address of which library it is a part.
  search.receive = (name, data) => {
    const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
    for (const [base, { loader }] of libraries) if (src.startsWith(base)) loader.receive(name, data);
  };

  // A phone that works on for longer neither draws nor listens.
  const LONGEST = 25;
  let since = 0;

  search.breathe = async () => {
    if (performance.now() - since < LONGEST) return;
    await (globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
    since = performance.now();
  };

  // The orders by their names in an address.
  search.sorts = {
    title: pgettext("address", "title"),
    research: pgettext("address", "research"),
    effort: pgettext("address", "effort"),
    reviewed: pgettext("address", "reviewed"),
  };
  // The facet of the kinds, and the first part of the id of each group of results.
  search.kinds = pgettext("address", "kind");

  search.library = (root) => {
    const base = new URL("assets/search/", root);
    // Whoever asks for a library again gets what was loaded of it.
    const known = libraries.get(base.href);
    if (known) return known.parts;
    const loader = globalThis.kennisbankLoader(base);
    let version = "";

    /** @type {Parts["load"]} */
    async function load(name) {
      // The version keeps a browser from mixing parts of two builds.
      const data = await loader.load(name, `${name}.js${version}`);
      if (data === null) throw new Error(name);
      return data;
    }

    async function loadCore() {
      const core = await load("core");
      version = `?${core.version}`;
      return core;
    }

    const parts = { load, loadCore };
    libraries.set(base.href, { loader, parts });
    return parts;
  };

  search.root = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
})(globalThis.kennisbankSearch);
