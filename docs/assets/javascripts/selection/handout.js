// Handouts become one document on the page, for paper: each entry, and the sources of all together.

(function (selection) {
  "use strict";

  function element(name, ...children) {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  }

  function shown(runs) {
    return runs.map(selection.run).map(({ look, text }) => (look ? element(look === "b" ? "strong" : "em", text) : text));
  }

  function table(rows) {
    const cells = (row, at) => row.map((runs, column) => element(at && column ? "td" : "th", ...shown(runs)));
    return element("table", ...rows.map((row, at) => element("tr", ...cells(row, at))));
  }

  // Titles of entries are the second level, so what is second on a page is third here.
  function drawn(blocks) {
    const made = [];
    for (const [kind, content, number] of blocks) {
      if (kind === "table") made.push(table(content));
      else if (kind === "ul" || kind === "ol") {
        const item = element("li", ...shown(content));
        const last = made.at(-1);
        if (last?.localName === kind && number !== 1) last.append(item);
        else {
          made.push(element(kind, item));
          if (number > 1) made.at(-1).start = number;
        }
      } else if (kind === "p") made.push(element("p", ...shown(content)));
      else made.push(element(`h${Number(kind[1]) + 1}`, ...shown(content)));
    }
    return made;
  }

  function entry(handout, site) {
    const kind = element("p", `${handout.kind}: ${new URL(handout.address, site)}`);
    kind.className = "kb-kind";
    const summary = element("p", ...shown(handout.summary));
    summary.className = "kb-lead";
    return element("section", kind, element("h2", handout.title), summary, ...drawn(handout.blocks));
  }

  selection.handout = (handouts, site) => {
    const sources = selection.sources(handouts);
    const list = element("ul", ...sources.map((runs) => element("li", ...shown(runs))));
    list.className = "kb-refs";
    const foot = sources.length ? [element("section", element("h2", "Bronnen"), list)] : [];
    return [...handouts.map((one) => entry(one, site)), ...foot];
  };
})((globalThis.kennisbankSelection ??= {}));
