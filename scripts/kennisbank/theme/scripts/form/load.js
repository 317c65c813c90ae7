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
    return Boolean(form.rules && form.choices);
  };
})(globalThis.kennisbankForm);
