// What one is writing is kept in this browser only: one draft for each kind, and one for each entry
// that is being changed.

((form) => {
  "use strict";

  // Sites of one owner may share an origin, so the address of this site is in the name.
  const site = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).pathname;

  // No list of the model is this long.
  const MOST_ITEMS = 200;

  // What anyone may have kept, perhaps for an older form, becomes a state that this form can show.
  form.fitting = (fields, state) => {
    /** @type {[Field, State][]} */
    const pairs = fields.map((field) => [field, state?.[field.name] ?? null]);
    const known = pairs.filter(([, value]) => value !== null);
    return Object.fromEntries(known.map(([field, value]) => [field.name, fit(field, value)]));
  };

  /** @type {(field: Field, value: State) => State} */
  function fit(field, value) {
    if (field.many && Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item) => fitOne(field, item));
    return field.many ? (value === form.rules.unknown ? value : []) : fitOne(field, value);
  }

  /** @type {(field: Field, value: State) => State} */
  function fitOne(field, value) {
    if (field.fields) return form.fitting(field.fields, typeof value === "object" ? value : {});
    return typeof value === "string" ? value : "";
  }

  form.draft = (kind, id) => {
    const name = `kennisbank-concept ${site} ${kind.kind}${id ? `:${id}` : ""}`;
    return {
      read() {
        try {
          const kept = JSON.parse(localStorage.getItem(name) ?? "null");
          return kept && { id: String(kept.id ?? ""), state: form.fitting(kind.fields, kept.state), along: kept.along };
        } catch {
          return null;
        }
      },
      // False where the browser keeps nothing, as in some private windows.
      write(kept) {
        try {
          localStorage.setItem(name, JSON.stringify(kept));
          return true;
        } catch {
          return false;
        }
      },
      remove() {
        try {
          localStorage.removeItem(name);
        } catch {
          // What was never kept needs no removal.
        }
      },
    };
  };
})(globalThis.kennisbankForm);
