// The key of an entry becomes its handout.

// The page of a selection loads this before what every page loads.
globalThis.kennisbankSelection ??= /** @type {SelectionScripts} */ ({});

((selection) => {
  "use strict";

  const base = new URL("../../selection/", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const { receive, load } = globalThis.kennisbankLoader(base);

  selection.receive = receive;

  // Nothing, when there is no such file; of an entry that moved, what it is now.
  selection.load = async (name) => {
    const data = await load(name, `${name.replace(":", "/")}.js`);
    if (data?.moved) return selection.load(data.moved);
    return data?.html ? selection.handoutOf(data) : data;
  };

  // The sources of all handouts, each once, in the order of the list of the whole site.
  selection.sources = (handouts) => {
    const found = new Map(handouts.flatMap((one) => one.sources).map((source) => [source[0], source]));
    return [...found.values()].sort((a, b) => a[1] - b[1]).map(([, , runs]) => runs);
  };

  // A run is a text, or a look and a text.
  selection.run = (run) => (typeof run === "string" ? { text: run, look: "" } : { look: run[0], text: run[1] });
})(globalThis.kennisbankSelection);
