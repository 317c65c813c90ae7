// The values of an entry become the page as readers will see it: the same parts in the same order,
// with the labels of the model. Links are shown, but lead nowhere from here.

((form) => {
  "use strict";

  // As long as a field may be; who pastes more reads that it is too long.
  const LONGEST = 20_000;
  // What stands before the decimals.
  const POINT = kennisbankNumber(0.5)[1];
  const { element } = form;
  const unknown = () => element("span", { class: "kb-unknown" }, form.rules.unknown);
  /** @type {(text: string) => HTMLElement} */
  const link = (text) => element("span", { class: "kb-preview__link" }, text);

  // The nodes of one value of a field.
  /** @type {(field: Field, given: Value) => (Node | string)[]} */
  function shown(field, given) {
    if (given === null) return [];
    const value = typeof given === "string" && given.length > LONGEST ? `${given.slice(0, LONGEST)}…` : given;
    if (field.unknown && value === form.rules.unknown) return [unknown()];
    if (field.fields) return [group(field.fields, value)];
    if (field.choices) return [field.choices.find(([one]) => one === value)?.[1] ?? value];
    if (field.form === "prose") return form.blocks(value, field);
    if (field.form === "short") return form.line(value);
    if (form.isSource(field, value)) return form.line(`@${value}`);
    if (field.refersTo) return [link(form.entry(field.refersTo, value)?.title ?? value)];
    if (field.form === "url") return [link(value)];
    if (field.form === "day") return [kennisbankDay(value)];
    return [field.form === "number" ? value.replace(".", POINT) : value];
  }

  // The name of a field with its values.
  /** @type {(field: Field, values: Value[], attributes?: Attributes) => HTMLElement} */
  function named(field, values, attributes = {}) {
    const texts = values.map((value) => element("dd", {}, ...shown(field, value)));
    return element("div", attributes, element("dt", {}, field.title), ...texts);
  }

  /** @type {(fields: Field[], values: Values) => HTMLElement} */
  function group(fields, values) {
    const filled = fields.filter((field) => values[field.name] !== undefined);
    return element("dl", { class: "kb-part" }, ...filled.map((field) => named(field, [values[field.name]])));
  }

  /** @type {(field: Field, value: Value) => boolean} */
  const isUnknown = (field, value) => Boolean(field.unknown) && value === form.rules.unknown;

  // The fields of the kind's own that have a value.
  /** @type {(kind: Kind, values: Values) => Field[]} */
  const written = (kind, values) => kind.fields.filter((field) => !field.every && values[field.name] !== undefined);

  /** @type {(kind: Kind, values: Values) => HTMLElement[]} */
  function facts(kind, values) {
    const own = written(kind, values).filter((field) => field.fact);
    /** @type {(field: Field) => HTMLElement} */
    const row = (field) => named(field, [values[field.name]].flat(), { "data-field": field.name });
    if (!own.length) return [];
    const list = element("dl", {}, ...own.map(row));
    return [element("section", { class: "kb-facts" }, element("h4", {}, t("In brief")), list)];
  }

  /** @type {(field: Field, value: Value) => HTMLElement} */
  function section(field, value) {
    const heading = element("h4", {}, field.title);
    const attributes = { class: "kb-section", "data-field": field.name };
    if (!field.many) return element("section", attributes, heading, ...shown(field, value));
    const items = value.map((/** @type {Value} */ item) => element("li", {}, ...shown(field, item)));
    const list = element(field.ordered ? "ol" : "ul", { class: "kb-list" }, ...items);
    return element("section", attributes, heading, list);
  }

  /** @type {(kind: Kind, values: Values) => HTMLElement[]} */
  function sections(kind, values) {
    const own = written(kind, values).filter((field) => !field.fact && !field.deep && field.form !== "count");
    const open = own.filter((field) => isUnknown(field, values[field.name]));
    const told = own.filter((field) => !open.includes(field));
    /** @type {(fields: Field[]) => HTMLElement[]} */
    const made = (fields) => fields.map((field) => section(field, values[field.name]));
    const [texts, links] = [told.filter((field) => !field.refersTo), told.filter((field) => field.refersTo)];
    return [...made(texts), ...invitation(open), ...made(links)];
  }

  /** @type {(open: Field[]) => HTMLElement[]} */
  function invitation(open) {
    if (!open.length) return [];
    const titles = open.map((field) => field.title.toLowerCase()).join(", ");
    const heading = element("h4", {}, t("What is not known yet"));
    const text = element("p", {}, t("We found no source on this: {fields}.", { fields: titles }));
    return [element("section", { class: "kb-section" }, heading, text)];
  }

  /** @type {(kind: Kind, values: Values) => HTMLElement} */
  function head(kind, values) {
    const aliases = (values.aliases ?? []).filter(Boolean);
    return element(
      "header",
      {},
      element("p", { class: "kb-kind" }, kind.label),
      element("h3", { class: "kb-write__title" }, values.title ?? t("No title yet")),
      values.summary ? element("p", { class: "kb-lead" }, ...form.line(values.summary)) : null,
      aliases.length
        ? element("p", { class: "kb-aliases" }, t("Also searched as: {names}", { names: aliases.join(", ") }))
        : null,
    );
  }

  /** @type {(values: Values) => (HTMLElement | null)[]} */
  function foot(values) {
    const thanks = (values.contributors ?? []).filter(Boolean);
    const changes = /** @type {Value[]} */ (values.changed ?? []).filter((one) => one?.day && one.note);
    const rows = changes.map((one) => element("li", {}, `${kennisbankDay(one.day)}: ${one.note}`));
    return [
      rows.length ? element("ul", {}, ...rows) : null,
      thanks.length ? element("p", {}, t("Thanks to {names}.", { names: thanks.join(", ") })) : null,
      values.reviewed ? element("p", {}, t("Last reviewed on {day}.", { day: kennisbankDay(values.reviewed) })) : null,
    ];
  }

  form.preview = (kind, values) => {
    const parts = [head(kind, values), ...facts(kind, values), ...sections(kind, values), ...foot(values)];
    return parts.filter((part) => part !== null);
  };
})(globalThis.kennisbankForm);
