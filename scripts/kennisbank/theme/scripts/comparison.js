// The methods in the address stand side by side. Each is in the page, in a template of its own; of a
// library with too many for that, the files that they are in are loaded.
// A classic script, since a copy of the site on a disk runs no modules.

(() => {
  "use strict";

  const form = /** @type {HTMLFormElement} */ (document.querySelector("#kb-comparing"));
  if (!form) return;
  const count = /** @type {HTMLElement} */ (document.querySelector("#kb-comparing-count"));
  const key = /** @type {HTMLElement} */ (document.querySelector("#kb-comparing-key"));
  const scroll = /** @type {HTMLElement} */ (document.querySelector("#kb-comparison-scroll"));
  /** @type {NodeListOf<HTMLTableRowElement>} */
  const listed = document.querySelectorAll("#kb-comparison tr");
  const rows = [...listed];
  const selects = [...form.querySelectorAll("select")];
  const most = Number(form.dataset.largest);
  // A made-up address cannot ask for more.
  const MOST_ASKED = 20;
  /** @type {NodeListOf<HTMLTemplateElement>} */
  const made = document.querySelectorAll("template[data-method]");
  const templates = [...made];
  /** @type {Map<string, DocumentFragment>} */
  const known = new Map(templates.map((one) => [one.dataset.method ?? "", one.content]));
  const { starts = "", kind = "", root = "" } = form.dataset;
  // The first id in each file; they are sorted.
  const files = starts.split(" ").filter(Boolean);
  const base = new URL("../compared/", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const { receive, load } = globalThis.kennisbankLoader(base);
  globalThis.kennisbankCompared = { receive };

  /** @type {(values: string[]) => string[]} */
  const once = (values) => [...new Set(values.filter(Boolean))];

  // An address that somebody kept may name a method as it was called then.
  /** @type {(template: HTMLTemplateElement) => [id: string, now: string][]} */
  const earlierOf = ({ dataset }) => dataset.earlier?.split(" ").map((id) => [id, dataset.method ?? ""]) ?? [];
  /** @type {(pair: string) => [id: string, now: string]} */
  const named = (pair) => [pair.split(":")[0], pair.split(":")[1]];
  const listedOld = (form.dataset.renamed ?? "").split(" ").filter(Boolean).map(named);
  const renamed = new Map([...templates.flatMap(earlierOf), ...listedOld]);
  /** @type {(id: string) => string} */
  const now = (id) => (known.has(id) ? id : (renamed.get(id) ?? id));

  /** @typedef {{ title: string, address: string, cells: { [row: string]: string[] } }} Column */

  // What a template holds of a method that is in the page.
  /** @type {(column: Column) => DocumentFragment} */
  function fragmentOf({ title, address, cells }) {
    const made = document.createDocumentFragment();
    const name = document.createElement("a");
    name.textContent = title;
    name.href = `${root}${address}${location.protocol === "file:" ? "index.html" : ""}`;
    const parts = Object.entries(cells).map(([row, texts]) => ({ row, content: shownAs(row, texts) }));
    for (const { row, content } of [{ row: "title", content: name }, ...parts]) {
      const part = document.createElement("div");
      part.dataset.row = row;
      part.append(content);
      made.append(part);
    }
    return made;
  }

  /** @type {(row: string, texts: string[]) => Node | string} */
  function shownAs(row, texts) {
    if (texts.length === 1) return texts[0];
    const holder = document.createElement(texts.length ? "ul" : "span");
    if (!texts.length) {
      const isLink = rows.some(({ dataset }) => dataset.row === row && "links" in dataset);
      holder.className = "kb-unknown";
      holder.textContent = isLink ? t("none named") : t("unknown");
    }
    for (const text of texts) {
      const item = document.createElement("li");
      item.textContent = text;
      holder.append(item);
    }
    return holder;
  }

  /** @type {(id: string) => Promise<void>} */
  async function fetchColumn(id) {
    const file = files.filter((start) => start <= id).length - 1;
    if (known.has(id) || file < 0) return;
    /** @type {{ [id: string]: Column } | null} */
    const found = await load(String(file));
    if (found && Object.hasOwn(found, id)) known.set(id, fragmentOf(found[id]));
  }

  const inAddress = () => once(new URLSearchParams(location.search).getAll("m").map(now)).slice(0, MOST_ASKED);

  // A reader cannot choose from thousands of names: here are those that were kept or asked for.
  function offer() {
    const shown = [...known].sort(([one], [other]) => (one < other ? -1 : 1));
    for (const select of selects) {
      const options = shown.map(([id, content]) => new Option(content.querySelector("a")?.textContent ?? id, id));
      select.replaceChildren(...[...select.children].slice(0, 1), ...options);
    }
  }

  async function prepare() {
    if (!files.length) return;
    const kept = globalThis.kennisbankSelection.read().filter((key) => key.startsWith(`${kind}:`));
    const ids = kept.map((key) => now(key.slice(kind.length + 1)));
    await Promise.all([...inAddress(), ...ids].map(fetchColumn));
    offer();
  }

  function chosen() {
    const asked = inAddress();
    const found = asked.filter((id) => known.has(id));
    return { shown: found.slice(0, most), unknown: asked.length - found.length, left: found.length - most };
  }

  /** @type {(name: string, row: string) => HTMLElement} */
  function cell(name, row) {
    const made = document.createElement(row === "title" ? "th" : "td");
    if (made instanceof HTMLTableCellElement && row === "title") made.scope = "col";
    const told = known.get(name)?.querySelector(`[data-row="${row}"]`);
    made.append(...(told?.cloneNode(true).childNodes ?? []));
    return made;
  }

  /** @type {(row: HTMLTableRowElement, shown: string[]) => void} */
  function fill(row, shown) {
    const cells = shown.map((name) => cell(name, row.dataset.row ?? ""));
    row.replaceChildren(...[...row.children].slice(0, 1), ...cells);
    const texts = new Set(cells.map((one) => one.textContent.trim()));
    /** @type {HTMLElement | null} */
    const mark = row.querySelector(".kb-differs");
    if (mark) mark.hidden = texts.size < 2;
    row.classList.toggle("kb-comparison__differs", Boolean(mark) && texts.size > 1);
  }

  /** @type {(found: { shown: string[], unknown: number, left: number }) => string} */
  function words({ shown, unknown, left }) {
    const told = [];
    if (shown.length > 1) told.push(t("{n} methods side by side.", { n: shown.length }));
    else if (shown.length) told.push(t("Choose one more method to compare with."));
    else told.push(t("Choose two to four methods."));
    if (unknown) told.push(t("A method in this address does not exist (any more)."));
    if (left > 0) told.push(t("You see the first {most}; the rest is left out.", { most }));
    return told.join(" ");
  }

  function show() {
    const found = chosen();
    for (const [place, select] of selects.entries()) select.value = found.shown[place] ?? "";
    for (const row of rows) fill(row, found.shown);
    scroll.hidden = !found.shown.length;
    key.hidden = found.shown.length < 2;
    count.textContent = words(found);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const pairs = once(selects.map((select) => select.value)).map((value) => ["m", value]);
    const query = new URLSearchParams(pairs).toString();
    if (query !== location.search.slice(1)) history.pushState(null, "", query ? `?${query}` : location.pathname);
    show();
    if (!scroll.hidden) scroll.focus();
  });
  addEventListener("popstate", () => prepare().then(show));
  if (files.length) {
    // What keeps a selection is loaded after this.
    document.addEventListener("DOMContentLoaded", () => prepare().then(show));
    document.addEventListener("kb-selection", () => prepare().then(show));
  } else {
    show();
  }
})();
