// Handouts become one document on the page, for paper: each entry, and the sources of all together.

((selection) => {
  "use strict";

  const element = globalThis.kennisbankElement;

  /** @type {(runs: Run[]) => (HTMLElement | string)[]} */
  function shown(runs) {
    return runs
      .map(selection.run)
      .map(({ look, text }) => (look ? element(look === "b" ? "strong" : "em", {}, text) : text));
  }

  /** @type {(rows: Run[][][]) => HTMLElement} */
  function table(rows) {
    /** @type {(row: Run[][], at: number) => HTMLElement[]} */
    const cells = (row, at) => row.map((runs, column) => element(at && column ? "td" : "th", {}, shown(runs)));
    return element(
      "table",
      {},
      rows.map((row, at) => element("tr", {}, cells(row, at))),
    );
  }

  // Titles of entries are the second level, so what is second on a page is third here.
  /** @type {(blocks: Block[]) => HTMLElement[]} */
  function drawn(blocks) {
    /** @type {HTMLElement[]} */
    const made = [];
    for (const [kind, content, number] of blocks) {
      if (kind === "table") made.push(table(content));
      else if (kind === "ul" || kind === "ol") {
        const item = element("li", {}, shown(content));
        const last = made.at(-1);
        if (last?.localName === kind && number !== 1) last.append(item);
        else made.push(element(kind, { start: number && number > 1 ? number : undefined }, item));
      } else if (kind === "p") made.push(element("p", {}, shown(content)));
      else made.push(element(`h${Number(kind[1]) + 1}`, {}, shown(content)));
    }
    return made;
  }

  // Who hands it out, above each sheet: it may be parted from the others.
  /** @type {(sheet: Sheet) => HTMLElement} */
  function head({ title, organisation, day }) {
    const words = [title, organisation, globalThis.kennisbankDay(day)].filter(Boolean);
    return element("p", { class: "kb-handout__head" }, words.join(" · "));
  }

  /** @type {(handout: Handout, site: URL, sheet: Sheet) => HTMLElement} */
  function entry(handout, site, sheet) {
    const title = element("h2", {}, handout.title);
    const summary = element("p", { class: "kb-lead" }, shown(handout.summary));
    const address = element("p", { class: "kb-handout__address" }, new URL(handout.address, site).href);
    return element("section", {}, head(sheet), title, summary, drawn(handout.blocks), address);
  }

  /** @type {(handout: Handout) => HTMLElement} */
  const appendix = (handout) =>
    element(
      "section",
      {},
      element("h2", {}, t("Appendix: {title}", { title: handout.title })),
      drawn(handout.evidence),
    );

  selection.handout = (handouts, site, sheet) => {
    const behind = sheet.evidence ? handouts.filter((one) => one.evidence.length) : [];
    const sources = selection.sources(handouts);
    const list = element(
      "ul",
      { class: "kb-refs" },
      sources.map((runs) => element("li", {}, shown(runs))),
    );
    const foot = sources.length ? [element("section", {}, element("h2", {}, t("Sources")), list)] : [];
    return [...handouts.map((one) => entry(one, site, sheet)), ...behind.map(appendix), ...foot];
  };
})(globalThis.kennisbankSelection);
