// The key of an entry becomes its handout. Handouts are classic scripts, because a page that was
// opened from a disk may not fetch a file.

(function (selection) {
  "use strict";

  const base = new URL("../../selection/", document.currentScript.src);
  const waiting = new Map();

  // Each file calls this with its data.
  selection.receive = (name, data) => waiting.get(name)?.resolve(data);

  // Nothing, when there is no such file; of an entry that moved, what it is now.
  selection.load = async (name) => {
    const data = await loadFile(name);
    return data?.moved ? selection.load(data.moved) : data;
  };

  function loadFile(name) {
    if (!waiting.has(name)) {
      const entry = {};
      entry.promise = new Promise((resolve) => (entry.resolve = resolve));
      waiting.set(name, entry);
      const script = document.createElement("script");
      script.src = new URL(`${name.replace(":", "/")}.js`, base).href;
      script.addEventListener("error", () => {
        waiting.delete(name);
        entry.resolve(null);
      });
      document.head.append(script);
    }
    return waiting.get(name).promise;
  }

  // The sources of all handouts, each once, in the order of the list of the whole site.
  selection.sources = (handouts) => {
    const found = new Map(handouts.flatMap((one) => one.sources).map((source) => [source[0], source]));
    return [...found.values()].sort((a, b) => a[1] - b[1]).map(([, , runs]) => runs);
  };

  // A run is a text, or a look and a text.
  selection.run = (run) => (typeof run === "string" ? { text: run, look: "" } : { look: run[0], text: run[1] });
})((globalThis.kennisbankSelection ??= {}));
