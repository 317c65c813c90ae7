// Data of the form by name: "rules", "choices", "kinds/method", "entries/method/jobcrafting".

globalThis.kennisbankForm = /** @type {FormScripts} */ ({});

((form) => {
  "use strict";

  const base = new URL("../../form/", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  Object.assign(form, globalThis.kennisbankLoader(base));

  // The ids of fields begin with it.
  form.FIELD = t("field-");

  form.part = (name) => /** @type {any} */ (document.getElementById(`kb-form-${name}`));

  // Rules and choices are for all forms, so everything below finds them in one place.
  form.prepare = async () => {
    [form.rules, form.choices] = await Promise.all([form.load("rules"), form.load("choices")]);
    if (!form.rules || !form.choices) return false;
    // Those of a large library come in more files.
    const names = Array.from({ length: form.choices.files - 1 }, (_, at) => `choices-${at + 2}`);
    const parts = await Promise.all(names.map((name) => form.load(name)));
    for (const part of parts) {
      form.choices.entries.push(...(part?.entries ?? []));
      form.choices.sources.push(...(part?.sources ?? []));
      form.choices.old.push(...(part?.old ?? []));
    }
    return parts.every(Boolean);
  };
})(globalThis.kennisbankForm);
