// The methods in the address stand side by side: each is in the page, in a template of its own.
// A classic script, since a copy of the site on a disk runs no modules.

(function () {
  "use strict";

  const form = document.querySelector("#kb-comparing");
  if (!form) return;
  const count = document.querySelector("#kb-comparing-count");
  const key = document.querySelector("#kb-comparing-key");
  const scroll = document.querySelector("#kb-comparison-scroll");
  const rows = [...document.querySelectorAll("#kb-comparison tr")];
  const selects = [...form.querySelectorAll("select")];
  const most = Number(form.dataset.largest);
  const templates = [...document.querySelectorAll("template[data-method]")];
  const known = new Map(templates.map((one) => [one.dataset.method, one.content]));

  const once = (values) => [...new Set(values.filter(Boolean))];

  // An address that somebody kept may name a method as it was called then.
  const earlierOf = ({ dataset }) => dataset.earlier?.split(" ").map((id) => [id, dataset.method]) ?? [];
  const renamed = new Map(templates.flatMap(earlierOf));
  const now = (id) => (known.has(id) ? id : (renamed.get(id) ?? id));

  function chosen() {
    const asked = once(new URLSearchParams(location.search).getAll("m").map(now));
    const found = asked.filter((id) => known.has(id));
    return { shown: found.slice(0, most), unknown: asked.length - found.length, left: found.length - most };
  }

  function cell(name, row) {
    const made = document.createElement(row === "title" ? "th" : "td");
    if (row === "title") made.scope = "col";
    made.append(...known.get(name).querySelector(`[data-row="${row}"]`).cloneNode(true).childNodes);
    return made;
  }

  function fill(row, shown) {
    const cells = shown.map((name) => cell(name, row.dataset.row));
    row.replaceChildren(row.firstElementChild, ...cells);
    const texts = new Set(cells.map((one) => one.textContent.trim()));
    const mark = row.querySelector(".kb-differs");
    if (mark) mark.hidden = texts.size < 2;
    row.classList.toggle("kb-comparison__differs", Boolean(mark) && texts.size > 1);
  }

  function words({ shown, unknown, left }) {
    const told = [];
    if (shown.length > 1) told.push(`${shown.length} methoden naast elkaar.`);
    else if (shown.length) told.push("Kies nog een methode om mee te vergelijken.");
    else told.push("Kies twee tot vier methoden.");
    if (unknown) told.push("Een methode uit dit adres bestaat niet (meer).");
    if (left > 0) told.push(`U ziet de eerste ${most}; de rest is weggelaten.`);
    return told.join(" ");
  }

  function show() {
    const found = chosen();
    selects.forEach((select, place) => (select.value = found.shown[place] ?? ""));
    rows.forEach((row) => fill(row, found.shown));
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
