// Problems become what people see of them: a list on top that leads to each field, and a message
// at the field itself.

((form) => {
  "use strict";

  const { element, part } = form;
  // Who fills in a form meets titles of fields, and not their names in the file.
  /** @type {(text: string) => string} */
  function inWords(text) {
    const named = / \([^()]*\{name\}[^()]*\)/.exec(form.rules.words.field)?.[0] ?? "";
    const [before, after] = named.replace(/[()]/g, "\\$&").split("{name}");
    return named ? text.replace(form.pattern(`${before}[^']*${after}`, "g"), "") : text;
  }

  // The nearest place on the page for a problem: its field, or the list or group around it.
  /** @type {(path: Path) => HTMLElement} */
  function placeOf(path) {
    for (let depth = path.length; depth > 0; depth--) {
      const found = document.getElementById(form.idOf(path.slice(0, depth)));
      if (found) return found;
    }
    return /** @type {HTMLElement} */ (document.getElementById(`${form.FIELD}id`));
  }

  // What is folded away opens for what is wrong in it.
  /** @type {(place: HTMLElement) => void} */
  function unfold(place) {
    const fold = place.closest("details");
    if (fold) fold.open = true;
  }

  /** @type {(place: HTMLElement) => void} */
  function focusOn(place) {
    unfold(place);
    const controls = "input:enabled, textarea, select, button:enabled";
    /** @type {HTMLElement | null} */
    const inside = place.matches("fieldset, div") ? place.querySelector(controls) : place;
    (inside ?? place).focus();
  }

  // What the library does not have may come along.
  /** @type {(problem: Problem) => HTMLElement[]} */
  function wayOut({ code }) {
    if (part("along").hidden) return [];
    if (code === "unknown-citation")
      return [form.button(t("Is your source not there? Add it"), () => part("add-source").click())];
    const hasTerms = code === "broken-link" && !part("add-term").hidden;
    return hasTerms ? [form.button(t("Is it a new term? Propose it"), () => part("add-term").click())] : [];
  }

  /** @type {(problem: Problem) => void} */
  function atField(problem) {
    const place = placeOf(problem.path);
    unfold(place);
    const warns = form.isWarning(problem);
    const begin = element("b", {}, warns ? t("Note:") : t("Fault:"), " ");
    const told = inWords(`${problem.message} ${problem.hint ?? ""}`).trim();
    const line = element("p", { class: warns ? "kb-warns" : undefined }, begin, told);
    document.getElementById(`${place.id}-error`)?.append(line, ...wayOut(problem));
    if (!warns && !place.matches("fieldset, div")) place.setAttribute("aria-invalid", "true");
  }

  // isShown tells of a path whether its field may complain already.
  form.showProblems = (root, problems, isShown) => {
    for (const one of root.querySelectorAll(".kb-field__error")) one.replaceChildren();
    for (const one of root.querySelectorAll("[aria-invalid]")) one.removeAttribute("aria-invalid");
    problems.filter((one) => isShown(one.path)).forEach(atField);
  };

  /** @type {(problem: Problem) => HTMLElement} */
  function row(problem) {
    const place = placeOf(problem.path);
    const go = (/** @type {Event} */ event) => {
      event.preventDefault();
      focusOn(place);
    };
    return element("li", {}, element("a", { href: `#${place.id}`, onclick: go }, inWords(problem.message)));
  }

  /** @type {(count: number, isWrong: boolean) => string} */
  const titleOf = (count, isWrong) =>
    isWrong
      ? tn("This is not right yet: {n} point", "This is not right yet: {n} points", count)
      : tn(
          "It may be like this, but look at {n} more point",
          "It may be like this, but look at {n} more points",
          count,
        );

  form.showSummary = (problems) => {
    const errors = problems.filter((one) => !form.isWarning(one));
    const shown = errors.length ? errors : problems;
    part("summary").hidden = !shown.length;
    part("summary-title").textContent = titleOf(shown.length, errors.length > 0);
    const list = /** @type {HTMLElement} */ (part("summary").querySelector("ul"));
    // A list in which someone is choosing is left alone, and so is one that stays the same.
    const same = list.textContent === shown.map((one) => inWords(one.message)).join("");
    if (!same && !list.contains(document.activeElement)) list.replaceChildren(...shown.map(row));
    return errors.length;
  };
})(globalThis.kennisbankForm);
