// What stands in the form becomes the values of the file. The form keeps texts, lists and groups as
// they are typed; a file has no blanks at the end of a line, and no fields without a value.

((form) => {
  "use strict";

  form.clean = (text) =>
    text
      .replace(/\r\n?/g, "\n")
      .replace(/[^\S\n]+$/gm, "")
      .trim();

  /** @type {(value: Value) => boolean} */
  const isBlank = (value) => value === undefined || value === null || value === "";

  /** @type {(field: Field, state: State) => Value} */
  function ofOne(field, state) {
    const text = field.fields ? "" : form.clean(state ?? "");
    if (!field.fields) return (field.refersTo ? form.idOfName(field.refersTo, text) : text) || undefined;
    const group = form.values(field.fields, state ?? {});
    return Object.keys(group).length ? group : undefined;
  }

  /** @type {(field: Field, state: State) => Value} */
  function ofField(field, state) {
    if (!field.many || !Array.isArray(state)) return ofOne(field, state);
    const items = state.map((item) => ofOne(field, item));
    // One row left open is a mistake to point at; a list that nobody began is a missing field.
    return items.every(isBlank) ? undefined : items.map((item) => item ?? null);
  }

  form.values = (fields, state) => {
    const pairs = fields.map((field) => [field.name, ofField(field, state[field.name])]);
    return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
  };
})(globalThis.kennisbankForm);
