// The values of an entry become their faults: what is missing, empty, or not what its field holds.
// A problem has a path like ["steps", 2], a code, a message and a hint.

((form) => {
  "use strict";

  /** @type {(value: Value) => boolean} */
  const isEmpty = (value) => value === null || (typeof value === "object" && !Object.keys(value).length);

  form.fieldName = (field, path) => {
    const last = path.at(-1);
    const words = form.rules.words;
    const named = { name: field.name, title: field.title, point: Number(last) + 1 };
    return form.fill(typeof last === "number" ? words.point : words.field, named);
  };

  /** @type {(field: Field, path: Path, code: string, template: string, hint?: string, more?: { [name: string]: unknown }) => Problem} */
  function problem(field, path, code, template, hint = "", more = {}) {
    return { path, code, message: form.fill(template, { field: form.fieldName(field, path), ...more }), hint };
  }

  /** @type {(field: Field, path: Path, fault: { code: string, message: string }) => Problem} */
  function wrong(field, path, fault) {
    const { empty, emptyHint, wrong: unfit } = form.rules.words;
    if (fault.code === "empty-field") return problem(field, path, fault.code, empty, emptyHint);
    return problem(field, path, fault.code, unfit, "", { fault: `${fault.message}.` });
  }

  /** @type {(field: Field, value: Value, path: Path) => Generator<Problem>} */
  function* ofChoice(field, value, path) {
    const known = (field.choices ?? []).map(([one]) => one);
    if (known.includes(value)) return;
    const { choice, choices } = form.rules.words;
    const hint = form.didYouMean(value, known) || form.fill(choices, { allowed: known.join(", ") });
    // The message ends its sentence itself.
    yield problem(field, path, "wrong-type", form.rules.words.wrong, hint, { fault: form.fill(choice, { value }) });
  }

  /** @type {(field: Field, value: Value, path: Path) => Generator<Problem>} */
  function* ofOne(field, value, path) {
    const { empty, emptyHint } = form.rules.words;
    if (isEmpty(value)) yield problem(field, path, "empty-field", empty, emptyHint);
    if (value === null || Array.isArray(value)) return;
    if (field.fields) yield* ofGroup(field.fields, value, path);
    else if (field.choices) yield* ofChoice(field, value, path);
    else {
      const fault = form.fault(value, field.demands);
      if (fault) yield wrong(field, path, fault);
    }
  }

  /** @type {(field: Field, value: Value, path: Path) => Generator<Problem>} */
  function* ofField(field, value, path) {
    if (field.unknown && value === form.rules.unknown) return;
    const misspelt = field.unknown && typeof value === "string" && form.fault(value, [form.rules.speltUnknown]);
    if (misspelt) {
      yield wrong(field, path, misspelt);
      return;
    }
    if (!field.many || isEmpty(value)) yield* ofOne(field, value, path);
    else for (const [index, item] of value.entries()) yield* ofOne(field, item, [...path, index]);
  }

  /** @type {(field: Field, path: Path) => Problem} */
  function missing(field, path) {
    const hint = field.unknown ? t("Fill it in, or choose unknown.") : t("Fill it in.");
    return problem(field, path, "missing-field", form.rules.words.missing, hint);
  }

  /** @type {(fields: Field[], values: Values, path: Path) => Generator<Problem>} */
  function* ofGroup(fields, values, path) {
    for (const field of fields) {
      const here = [...path, field.name];
      if (values[field.name] !== undefined) yield* ofField(field, values[field.name], here);
      else if (field.required) yield missing(field, here);
    }
  }

  form.faults = (kind, values) => [...ofGroup(kind.fields, values, [])];

  // Every text in the values with its field, as [field, text, path].
  form.texts = function* (fields, values, path = []) {
    for (const field of fields) {
      const value = values[field.name];
      const here = [...path, field.name];
      /** @type {[Value, Path][]} */
      const items = Array.isArray(value) ? value.map((item, at) => [item, [...here, at]]) : [[value, here]];
      for (const [item, place] of items) {
        if (typeof item === "string") yield [field, item, place];
        else if (field.fields && item) yield* form.texts(field.fields, item, place);
      }
    }
  };
})(globalThis.kennisbankForm);
