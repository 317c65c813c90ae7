// The methods in the address stand side by side: each is in the page, in a template of its own.
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
  /** @type {NodeListOf<HTMLTemplateElement>} */
  const made = document.querySelectorAll("template[data-method]");
  const templates = [...made];
  const known = new Map(templates.map((one) => [one.dataset.method ?? "", one.content]));

  /** @type {(values: string[]) => string[]} */
  const once = (values) => [...new Set(values.filter(Boolean))];

  // An address that somebody kept may name a method as it was called then.
  /** @type {(template: HTMLTemplateElement) => [id: string, now: string][]} */
  const earlierOf = ({ dataset }) => dataset.earlier?.split(" ").map((id) => [id, dataset.method ?? ""]) ?? [];
  const renamed = new Map(templates.flatMap(earlierOf));
  /** @type {(id: string) => string} */
  const now = (id) => (known.has(id) ? id : (renamed.get(id) ?? id));

  function chosen() {
    const asked = once(new URLSearchParams(location.search).getAll("m").map(now));
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
  addEventListener("popstate", show);
  form.hidden = false;
  show();
})();
