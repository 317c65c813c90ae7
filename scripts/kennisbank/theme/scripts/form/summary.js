// Problems become what people see of them: a list on top that leads to each field, and a message
// at the field itself.

(function (form) {
  "use strict";

  const { element } = form;
  // Who fills in a form meets titles of fields, and not their names in the file.
  const inWords = (text) => text.replace(/ \(veld '[^']*'\)/g, "");
  const part = (name) => document.getElementById(`kb-form-${name}`);

  // The nearest place on the page for a problem: its field, or the list or group around it.
  function placeOf(path) {
    for (let depth = path.length; depth > 0; depth--) {
      const found = document.getElementById(form.idOf(path.slice(0, depth)));
      if (found) return found;
    }
    return document.getElementById("veld-id");
  }

  function focusOn(place) {
    const controls = "input:enabled, textarea, select, button:enabled";
    const inside = place.matches("fieldset, div") ? place.querySelector(controls) : place;
    (inside ?? place).focus();
  }

  function atField(problem) {
    const place = placeOf(problem.path);
    const warns = form.isWarning(problem);
    const begin = element("b", {}, warns ? "Let op: " : "Fout: ");
    const told = inWords(`${problem.message} ${problem.hint ?? ""}`).trim();
    const line = element("p", { class: warns ? "kb-warns" : undefined }, begin, told);
    document.getElementById(`${place.id}-error`).append(line);
    if (!warns && !place.matches("fieldset, div")) place.setAttribute("aria-invalid", "true");
  }

  // isShown tells of a path whether its field may complain already.
  form.showProblems = (root, problems, isShown) => {
    for (const one of root.querySelectorAll(".kb-field__error")) one.replaceChildren();
    for (const one of root.querySelectorAll("[aria-invalid]")) one.removeAttribute("aria-invalid");
    problems.filter((one) => isShown(one.path)).forEach(atField);
  };

  function row(problem) {
    const place = placeOf(problem.path);
    const go = (event) => {
      event.preventDefault();
      focusOn(place);
    };
    return element("li", {}, element("a", { href: `#${place.id}`, onclick: go }, inWords(problem.message)));
  }

  const points = (count) => (count === 1 ? "1 punt" : `${count} punten`);

  form.showSummary = (problems) => {
    const errors = problems.filter((one) => !form.isWarning(one));
    const shown = errors.length ? errors : problems;
    part("summary").hidden = !shown.length;
    const begin = errors.length ? "Dit klopt nog niet:" : "Het mag zo, maar kijk nog naar";
    part("summary-title").textContent = `${begin} ${points(shown.length)}`;
    const list = part("summary").querySelector("ul");
    // A list in which someone is choosing is left alone, and so is one that stays the same.
    const same = list.textContent === shown.map((one) => inWords(one.message)).join("");
    if (!same && !list.contains(document.activeElement)) list.replaceChildren(...shown.map(row));
    return errors.length;
  };
})((globalThis.kennisbankForm ??= {}));
