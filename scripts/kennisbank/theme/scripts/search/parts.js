// A part of the index by name becomes its data.

globalThis.kennisbankSearch = /** @type {SearchScripts} */ ({});

((search) => {
  "use strict";

  const base = new URL("../../search/", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const { receive, load } = globalThis.kennisbankLoader(base);
  let version = "";

  search.receive = receive;

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
