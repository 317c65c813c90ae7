// The rows of what is rated: narrowed down and sorted, each choice in the address so that it can be
// shared; kept and compared from the row itself. Without it the table is whole, in its own order.
// A classic script, since a copy of the site on a disk runs no modules.

(() => {
  "use strict";

  const table = /** @type {HTMLTableElement} */ (document.querySelector("#kb-overview"));
  const form = /** @type {HTMLFormElement} */ (document.querySelector("#kb-overview-filter"));
  if (!table || !form) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const count = /** @type {HTMLElement} */ (document.querySelector("#kb-overview-count"));
  const bar = /** @type {HTMLElement} */ (document.querySelector("#kb-overview-compare"));
  const link = /** @type {HTMLAnchorElement} */ (bar.querySelector("a"));
  const { outcome = "", compare = "" } = form.dataset;
  const most = Number(form.dataset.most);
  const sort = "volgorde";

  // The level for an outcome, or the highest on any.
  /** @type {(row: HTMLElement, goal?: string) => number} */
  function strengthOf(row, goal) {
    const pairs = (row.dataset.levels ?? "").split(" ").map((pair) => pair.split(":"));
    const levels = pairs.filter(([name]) => !goal || name === goal).map(([, level]) => Number(level ?? 0));
    return Math.max(0, ...levels);
  }

  /** @type {{ [order: string]: (goal?: string) => (row: HTMLElement) => number | string }} */
  const keys = {
    "": (goal) => (row) => -strengthOf(row, goal),
    // Of an unknown price nobody can say that it is small.
    prijs: () => (row) => (row.dataset.price ? Number(row.dataset.price) : Number.POSITIVE_INFINITY),
    titel: () => (row) => row.querySelector("th a")?.textContent ?? "",
  };

  /** @type {(order: string, goal?: string) => HTMLElement[]} */
  function sorted(order, goal) {
    // In the order of the table, which also decides among equal ones.
    if (!order && !goal) return rows;
    const key = (keys[order] ?? keys[""])(goal);
    return [...rows].sort((one, other) => {
      const [mine, theirs] = [key(one), key(other)];
      if (typeof mine === "string") return mine.localeCompare(String(theirs), document.documentElement.lang);
      return mine === theirs ? 0 : mine - Number(theirs);
    });
  }

  /** @type {(chosen: [name: string, value: string][]) => void} */
  function show(chosen) {
    const goal = chosen.find(([name]) => name === outcome)?.[1];
    const order = chosen.find(([name]) => name === sort)?.[1] ?? "";
    const narrowing = chosen.filter(([name]) => name !== sort);
    let shown = 0;
    for (const row of rows) {
      const fits = narrowing.every(([name, value]) => (row.dataset[name] ?? "").split(" ").includes(value));
      if (row.hidden === fits) row.hidden = !fits;
      shown += Number(!row.hidden);
      /** @type {NodeListOf<HTMLElement>} */
      const found = row.querySelectorAll("[data-of]");
      for (const one of found) one.hidden = Boolean(goal) && one.dataset.of !== goal;
    }
    // One line says what leads; an outcome that was chosen need not be that.
    table.classList.toggle("kb-overview--lead", !goal);
    const wanted = sorted(order, goal);
    // To lay out a table anew takes a phone a third of a second.
    if (wanted.some((row, at) => row !== body.rows[at])) body.append(...wanted);
    const hint = t("Nothing for these choices. Choose ‘Everything’ somewhere.");
    count.textContent = shown ? t("{n} of {all} shown", { n: shown, all: rows.length }) : hint;
  }

  function showCompared() {
    const marked = rows.filter((row) => row.querySelector("input")?.checked);
    bar.hidden = marked.length < 2;
    const base = new URL(location.protocol === "file:" ? "index.html" : "", new URL(compare, location.href)).href;
    link.href = `${base}?${new URLSearchParams(marked.map((row) => ["m", row.dataset.id ?? ""]))}`;
    link.textContent = t("Compare {n} side by side", { n: marked.length });
    for (const row of rows) {
      const box = row.querySelector("input");
      if (box) box.disabled = marked.length >= most && !box.checked;
    }
  }

  /** @type {(row: HTMLTableRowElement, kept: { keys: Set<string> }) => HTMLElement} */
  function actionsOf(row, kept) {
    const selection = globalThis.kennisbankSelection;
    const key = row.dataset.key ?? "";
    const title = row.querySelector("th a")?.textContent ?? "";
    const holder = document.createElement("span");
    const button = document.createElement("button");
    const label = document.createElement("label");
    const box = document.createElement("input");
    holder.className = "kb-overview__actions";
    button.type = "button";
    box.type = "checkbox";
    const isKept = () => kept.keys.has(key);
    const name = () => {
      button.textContent = isKept() ? t("Kept") : t("Keep");
      button.setAttribute("aria-pressed", String(isKept()));
      button.setAttribute("aria-label", t("Keep: {title}", { title }));
    };
    button.addEventListener("click", () => {
      const others = selection.read().filter((one) => one !== key);
      selection.write(isKept() ? others : [...others, key]);
    });
    document.addEventListener("kb-selection", name);
    name();
    box.setAttribute("aria-label", t("Compare: {title}", { title }));
    box.addEventListener("change", showCompared);
    label.append(box, " ", t("Compare"));
    holder.append(button, label);
    return holder;
  }

  // What is kept is read once for all rows, before each of them asks.
  function addActions() {
    const kept = { keys: new Set(globalThis.kennisbankSelection.read()) };
    document.addEventListener("kb-selection", () => {
      kept.keys = new Set(globalThis.kennisbankSelection.read());
    });
    const made = rows.map((row) => actionsOf(row, kept));
    for (const [at, row] of rows.entries()) row.cells[row.cells.length - 1].append(made[at]);
  }

  // What keeps a selection is loaded after this.
  document.addEventListener("DOMContentLoaded", addActions);
  // On a phone the choices would push all rows out of sight.
  const box = /** @type {HTMLDetailsElement} */ (document.querySelector("#kb-overview-box"));
  box.open = matchMedia("(min-width: 45em)").matches;
  box.dataset.ready = "";
  showCompared();
  // Of a list in parts the search narrows down, for it knows the rows on other pages.
  if (!form.hasAttribute("action")) globalThis.kennisbankAsk(form, show);
})();
