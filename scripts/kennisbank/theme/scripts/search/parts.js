// A part of the index by name becomes its data.

globalThis.kennisbankSearch = /** @type {SearchScripts} */ ({});

((search) => {
  "use strict";

  const base = new URL("../../search/", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const { receive, load } = globalThis.kennisbankLoader(base);
  let version = "";

  search.receive = receive;

  // The orders by their names in an address.
  search.sorts = {
    title: pgettext("address", "title"),
    research: pgettext("address", "research"),
    effort: pgettext("address", "effort"),
    reviewed: pgettext("address", "reviewed"),
  };
  // The facet of the kinds, and the first part of the id of each group of results.
  search.kinds = pgettext("address", "kind");

  search.load = async (name) => {
    // The version keeps a browser from mixing parts of two builds.
    const data = await load(name, `${name}.js${version}`);
    if (data === null) throw new Error(name);
    return data;
  };

  search.loadCore = async () => {
    const core = await search.load("core");
    version = `?${core.version}`;
    return core;
  };
})(globalThis.kennisbankSearch);
