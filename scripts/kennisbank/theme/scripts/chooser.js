// Shows the methods that fit the answers in the address best. The rule is that of chooser_rule.py:
// the page says what a match counts for, and its table already stands in the order that decides
// among equal methods. A classic script, since a copy on a disk runs no modules.

(() => {
  "use strict";

  /** @typedef {{ name: string, points: number, reason: string, value: string, words: string }} Answer */
  /** @typedef {{ row: HTMLElement, points: number, strength: number }} Fit */

  const form = /** @type {HTMLFormElement} */ (document.querySelector("#kb-chooser"));
  if (!form) return;
  const count = /** @type {HTMLElement} */ (document.querySelector("#kb-chooser-count"));
  const result = /** @type {HTMLElement} */ (document.querySelector("#kb-chooser-result"));
  const heading = /** @type {HTMLElement} */ (result.querySelector("h2"));
  const partOf = (/** @type {string} */ name) => result.querySelector(`[data-part="${name}"]`);
  const parts = /** @type {HTMLElement[]} */ (["compared", "rest"].map(partOf));
  const compare = /** @type {HTMLAnchorElement} */ (document.querySelector("#kb-chooser-compare"));
  const comparison = new URL(location.protocol === "file:" ? "index.html" : "", compare.href).href;
  /** @type {NodeListOf<HTMLTableRowElement>} */
  const listed = document.querySelectorAll("#kb-methods tbody tr");
  const rows = [...listed];
  /** @type {NodeListOf<HTMLElement>} */
  const asked = form.querySelectorAll("[data-question]");
  const questions = [...asked].map(({ dataset }) => ({
    name: dataset.question ?? "",
    points: Number(dataset.points),
    reason: dataset.reason ?? "",
  }));
  const most = Number(form.dataset.limit);
  const compared = Number(form.dataset.compared);
  const GOAL = "uitkomst";

  /** @type {(row: HTMLElement, name: string, value: string) => boolean} */
  const fits = (row, name, value) => (row.dataset[name] ?? "").split(" ").includes(value);

  /** @type {(row: HTMLElement, answered: Answer[]) => number} */
  function pointsOf(row, answered) {
    return answered.reduce((sum, { name, points, value }) => sum + (fits(row, name, value) ? points : 0), 0);
  }

  // The level for what the reader wants to reach, or the highest when that is anything.
  /** @type {(row: HTMLElement, goal?: string) => number} */
  function strengthOf(row, goal) {
    const pairs = (row.dataset.levels ?? "")
      .split(" ")
      .filter(Boolean)
      .map((pair) => pair.split(":"));
    const levels = pairs.filter(([name]) => !goal || name === goal).map(([, level]) => Number(level));
    return Math.max(0, ...levels);
  }

  // Sorting keeps the order of the table among equal methods.
  /** @type {(answered: Answer[]) => Fit[]} */
  function best(answered) {
    const goal = answered.find(({ name }) => name === GOAL)?.value;
    const found = rows
      .filter((row) => !("barred" in row.dataset))
      .map((row) => ({ row, points: pointsOf(row, answered), strength: strengthOf(row, goal) }))
      .filter(({ points, strength }) => (goal ? strength : points));
    /** @type {(fit: Fit) => number[]} */
    const order = ({ strength, points }) => [Number(strength >= compared), goal ? strength : 0, points];
    /** @type {(one: Fit, other: Fit) => number} */
    const byRule = (one, other) => {
      const [mine, theirs] = [order(one), order(other)];
      const at = mine.findIndex((value, place) => value !== theirs[place]);
      return at < 0 ? 0 : theirs[at] - mine[at];
    };
    return found.sort(byRule).slice(0, most);
  }

  /** @type {(name: string) => string} */
  function wordsOf(name) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement) return field.selectedOptions[0].textContent;
    return form.querySelector(`[name="${name}"]:checked`)?.nextElementSibling?.textContent ?? "";
  }

  /** @type {() => Answer[]} */
  function answers() {
    const given = new FormData(form);
    return questions
      .filter(({ name }) => given.get(name))
      .map((question) => ({ ...question, value: String(given.get(question.name)), words: wordsOf(question.name) }));
  }

  /** @type {(holder: HTMLElement, told: Answer[]) => void} */
  function tell(holder, told) {
    holder.hidden = !told.length;
    for (const { words, reason } of told) {
      const line = document.createElement("dd");
      line.textContent = `${reason}: ${words}`;
      holder.append(line);
    }
  }

  /** @type {(fit: Fit, answered: Answer[], top: number) => DocumentFragment} */
  function draw({ row, points }, answered, top) {
    const template = /** @type {HTMLTemplateElement} */ (document.querySelector("#kb-choice"));
    const made = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const part = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (made.querySelector(`[data-part="${name}"]`));
    const link = /** @type {HTMLAnchorElement} */ (row.querySelector("th a"));
    Object.assign(/** @type {HTMLAnchorElement} */ (made.querySelector("h4 a")), {
      href: link.href,
      textContent: link.textContent,
    });
    part("text").textContent = row.dataset.text ?? "";
    tell(
      part("fits"),
      answered.filter(({ name, value }) => fits(row, name, value)),
    );
    tell(
      part("misses"),
      answered.filter(({ name, value }) => !fits(row, name, value)),
    );
    for (const name of ["research", "price", "caution"]) {
      part(name).textContent = row.querySelector(`[data-part="${name}"]`)?.textContent ?? "";
    }
    part("points").textContent = t("{points} of {top}", { points, top });
    /** @type {HTMLElement} */ (part("points").parentElement).hidden = !top;
    return made;
  }

  function show() {
    const answered = answers();
    const found = best(answered);
    const top = answered.reduce((sum, { points }) => sum + points, 0);
    for (const [place, part] of parts.entries()) {
      const shown = found.filter(({ strength }) => strength >= compared === (place === 0));
      part.querySelector("ol")?.replaceChildren(...shown.map((one) => draw(one, answered, top)));
      part.hidden = !shown.length;
    }
    result.hidden = !found.length;
    const beside = found.slice(0, Number(form.dataset.largest)).map(({ row }) => ["m", row.dataset.id ?? ""]);
    /** @type {HTMLElement} */ (compare.parentElement).hidden = beside.length < 2;
    compare.href = `${comparison}?${new URLSearchParams(beside)}`;
    compare.textContent = t("Put the first {n} side by side", { n: beside.length });
    const size = found.length;
    const told = tn("{n} method fits your answers best.", "{n} methods fit your answers best.", size);
    const none = answered.length ? t("No method fits this. Choose ‘Does not matter’ somewhere.") : "";
    count.textContent = size ? told : none;
  }

  function remember() {
    const query = new URLSearchParams(answers().map(({ name, value }) => [name, value])).toString();
    if (query !== location.search.slice(1)) history.pushState(null, "", query ? `?${query}` : location.pathname);
  }

  // The first is "it does not matter". Setting the value of a group of radios to "" does nothing.
  /** @type {<One extends { value: string }>(options: One[], value: string) => One} */
  const chosenOf = (options, value) => options.find((one) => one.value === value) ?? options[0];

  /** @type {(name: string, value: string) => void} */
  function choose(name, value) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement) chosenOf([...field.options], value).selected = true;
    else chosenOf(/** @type {HTMLInputElement[]} */ ([.../** @type {RadioNodeList} */ (field)]), value).checked = true;
  }

  function restore() {
    const given = new URLSearchParams(location.search);
    for (const { name } of questions) choose(name, given.get(name) ?? "");
    show();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember();
    show();
    if (answers().length) (result.hidden ? count : heading).focus();
    else count.textContent = t("Answer one of the questions first.");
  });
  // The fields are empty only after this event.
  form.addEventListener("reset", () =>
    setTimeout(() => {
      remember();
      show();
    }),
  );
  addEventListener("popstate", restore);
  form.hidden = false;
  restore();
})();
