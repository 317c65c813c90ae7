// Problems become what people see of them: a list on top that leads to each field, and a message
// at the field itself.

((form) => {
  "use strict";

  const { element, part } = form;
  // Who fills in a form meets titles of fields, and not their names in the file.
  /** @type {(text: string) => string} */
  const inWords = (text) => text.replace(/ \(veld '[^']*'\)/g, "");

  // The nearest place on the page for a problem: its field, or the list or group around it.
  /** @type {(path: Path) => HTMLElement} */
  function placeOf(path) {
    for (let depth = path.length; depth > 0; depth--) {
      const found = document.getElementById(form.idOf(path.slice(0, depth)));
      if (found) return found;
    }
    return /** @type {HTMLElement} */ (document.getElementById("veld-id"));
  }

  /** @type {(place: HTMLElement) => void} */
  function focusOn(place) {
    const controls = "input:enabled, textarea, select, button:enabled";
    /** @type {HTMLElement | null} */
    const inside = place.matches("fieldset, div") ? place.querySelector(controls) : place;
    (inside ?? place).focus();
  }

  /** @type {(problem: Problem) => void} */
  function atField(problem) {
    const place = placeOf(problem.path);
    const warns = form.isWarning(problem);
    const begin = element("b", {}, warns ? "Let op: " : "Fout: ");
    const told = inWords(`${problem.message} ${problem.hint ?? ""}`).trim();
    const line = element("p", { class: warns ? "kb-warns" : undefined }, begin, told);
    document.getElementById(`${place.id}-error`)?.append(line);
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

  /** @type {(count: number) => string} */
  const points = (count) => (count === 1 ? "1 punt" : `${count} punten`);

  form.showSummary = (problems) => {
    const errors = problems.filter((one) => !form.isWarning(one));
    const shown = errors.length ? errors : problems;
    part("summary").hidden = !shown.length;
    const begin = errors.length ? "Dit klopt nog niet:" : "Het mag zo, maar kijk nog naar";
    part("summary-title").textContent = `${begin} ${points(shown.length)}`;
    const list = /** @type {HTMLElement} */ (part("summary").querySelector("ul"));
    // A list in which someone is choosing is left alone, and so is one that stays the same.
    const same = list.textContent === shown.map((one) => inWords(one.message)).join("");
    if (!same && !list.contains(document.activeElement)) list.replaceChildren(...shown.map(row));
    return errors.length;
  };
})(globalThis.kennisbankForm);
