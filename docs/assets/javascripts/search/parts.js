// A part of the index by name becomes its data. Parts are classic scripts, as this client is: a
// page opened from a disk may run those, but may neither fetch a file nor load a module.

globalThis.kennisbankSearch = {};

(function (search) {
  "use strict";

  const base = new URL("../../search/", document.currentScript.src);
  const waiting = new Map();
  let version = "";

  // Each part calls this with its data.
  search.receive = (name, data) => waiting.get(name)?.resolve(data);

  search.load = (name) => {
    if (!waiting.has(name)) {
      const entry = {};
      entry.promise = new Promise((resolve, reject) => Object.assign(entry, { resolve, reject }));
      waiting.set(name, entry);
      const script = document.createElement("script");
      // The version keeps a browser from mixing parts of two builds.
      script.src = new URL(`${name}.js${version}`, base).href;
      script.addEventListener("error", () => {
        waiting.delete(name);
        entry.reject(new Error(name));
      });
      document.head.append(script);
    }
    return waiting.get(name).promise;
  };

  search.loadCore = async () => {
    const core = await search.load("core");
    version = `?${core.version}`;
    return core;
  };
})(globalThis.kennisbankSearch);
