// A field and a text become the input for one value, with its label, help, count and place for
// errors. Each answers what stands in it.

((form) => {
  "use strict";

  const { element } = form;
  /** @type {{ [form: string]: string }} */
  const MODES = { number: "decimal", count: "numeric", year: "numeric", url: "url" };
  /** @type {{ [form: string]: string }} */
  const TYPES = { day: "date", url: "url" };
  // Texts of more than a line, by how high they begin.
  /** @type {{ [form: string]: number }} */
  const ROWS = { prose: 4, short: 2 };

  /** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Box */

  form.idOf = (path) => `${form.FIELD}${path.join("-")}`;

  /** @type {(field: Field) => string} */
  function exampleOf(field) {
    const example = Array.isArray(field.example) ? field.example[0] : field.example;
    const isText = example !== undefined && typeof example !== "object" && example !== form.rules.unknown;
    return isText && !field.choices && field.form !== "day" ? t("Example: {example}", { example }) : "";
  }

  form.help = (field, id) => {
    // A library need not say more of a field than its title.
    const own = field.help === `${field.title}.` ? "" : field.help;
    const told = [own, field.cited ? t("Add the source.") : "", exampleOf(field)];
    return element("p", { class: "kb-field__help", id: `${id}-help` }, told.filter(Boolean).join(" "));
  };

  // The measure that people write towards: words where they count, or else characters.
  /** @type {(field: Field, id: string, input: Box) => HTMLElement | null} */
  function countOf(field, id, input) {
    const demands = field.demands ?? [];
    /** @type {(measure: string) => Demand | undefined} */
    const demandOn = (measure) => demands.find((one) => one.measure === measure);
    const limit = demandOn("words") ?? demandOn("characters");
    if (!limit) return null;
    const node = element("p", { class: "kb-field__count", id: `${id}-count` });
    const show = () => {
      const text = form.clean(input.value);
      const size = limit.measure === "words" ? form.words(text) : form.characters(text);
      const values = { size, limit: kennisbankNumber(limit.limit) };
      node.textContent =
        limit.measure === "words" ? t("{size} of {limit} words", values) : t("{size} of {limit} characters", values);
      node.classList.toggle("kb-field__count--over", size > limit.limit);
    };
    input.addEventListener("input", show);
    show();
    return node;
  }

  /** @type {(field: Field, attributes: Attributes, text: string) => HTMLSelectElement} */
  function select(field, attributes, text) {
    const choices = field.choices ?? [];
    const isKnown = !text || choices.some(([value]) => value === text);
    /** @type {Choice[]} */
    const rows = [["", t("Choose …")], ...choices, ...(isKnown ? [] : [/** @type {Choice} */ ([text, text])])];
    /** @type {(choice: Choice) => HTMLElement} */
    const option = ([value, label]) => element("option", { value, selected: value === text }, label);
    return element("select", attributes, ...rows.map(option));
  }

  /** @type {(field: Field, attributes: Attributes, name: string, text: string) => [Box, HTMLElement]} */
  function reference(field, attributes, name, text) {
    const chosen = element("span", { class: "kb-combo__chosen" });
    const options = () => form.options(field.refersTo || "source", field.instead);
    const combo = form.combobox({ ...attributes, value: text }, name, options, (option) => {
      combo.input.value = option.value;
      combo.input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    const show = () => {
      const value = form.clean(combo.input.value);
      const source = form.isSource(field, value) ? form.source(value) : undefined;
      const title = field.refersTo ? form.entry(field.refersTo, form.idOfName(field.refersTo, value))?.title : "";
      chosen.textContent = source ? `${source.narrative} (${source.year}). ${source.title}` : (title ?? "");
    };
    combo.input.addEventListener("input", show);
    show();
    combo.node.append(chosen);
    return [combo.input, combo.node];
  }

  /** @type {(field: Field, attributes: Attributes, text: string) => HTMLInputElement | HTMLTextAreaElement} */
  function typed(field, attributes, text) {
    const rows = ROWS[field.form];
    const more = { type: TYPES[field.form] ?? "text", inputmode: MODES[field.form], autocomplete: "off" };
    const made = rows ? element("textarea", { ...attributes, rows }) : element("input", { ...attributes, ...more });
    made.value = text;
    return made;
  }

  // What one types or chooses in, and what stands on the page for it.
  /** @type {(field: Field, attributes: Attributes, name: string, text: string) => [Box, HTMLElement]} */
  function bare(field, attributes, name, text) {
    if (field.refersTo || field.form === "source") return reference(field, attributes, name, text);
    const made = field.choices ? select(field, attributes, text) : typed(field, attributes, text);
    return [made, made];
  }

  // A text that nobody knows; what stood there comes back when the mark goes.
  form.unknownMark = (field, id, on, name, act) => {
    if (!field.unknown) return [null, null];
    const box = element("input", {
      type: "checkbox",
      id: `${id}-unknown`,
      "aria-label": t("Unknown: {field}", { field: name }),
    });
    box.checked = on;
    box.addEventListener("change", () => act(box.checked));
    return [box, element("label", { class: "kb-field__unknown" }, box, " ", t("Unknown: no source tells it"))];
  };

  form.input = (field, path, state, label = field.title, helped = true) => {
    const id = form.idOf(path);
    const unknown = Boolean(field.unknown && state === form.rules.unknown);
    const text = unknown || typeof state !== "string" ? "" : state;
    /** @type {Attributes} */
    const attributes = { id, "data-path": JSON.stringify(path) };
    if (field.required && helped) attributes["aria-required"] = "true";
    const [input, node] = bare(field, attributes, label, text);
    const count = countOf(field, id, input);
    const help = helped ? form.help(field, id) : null;
    input.setAttribute("aria-describedby", [help?.id, count?.id, `${id}-error`].filter(Boolean).join(" "));
    const extra = input instanceof HTMLTextAreaElement ? form.inserter(input, label) : null;
    const body = element("div", { hidden: unknown }, node, count, extra);
    const [box, mark] = form.unknownMark(field, id, unknown, label, (on) => (body.hidden = on));
    const title = element("label", { for: id }, label, ...(helped ? form.required(field) : []));
    const made = element("div", { class: "kb-field" }, title, help, mark, body, form.errorPlace(id));
    return { node: made, state: () => (box?.checked ? form.rules.unknown : input.value) };
  };
})(globalThis.kennisbankForm);
