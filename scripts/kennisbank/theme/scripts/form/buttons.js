// What the fields of the form are put together with: a button, a group with a legend, its parts.

((form) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  form.element = element;

  // A name says which of many a button is.
  form.button = (label, act, name = "", more = {}) => {
    const named = name ? { "aria-label": `${label}: ${name}` } : {};
    return element("button", { type: "button", class: "kb-button", onclick: act, ...named, ...more }, label);
  };

  form.required = (field) => (field.required ? [" ", element("span", { class: "kb-required" }, t("required"))] : []);

  form.errorPlace = (id) => element("div", { class: "kb-field__error", id: `${id}-error` });

  // Several controls for one field, with its title, its help and a place for errors.
  form.fieldset = (field, id, look, ...controls) => {
    const help = form.help(field, id);
    const described = { "aria-describedby": `${help.id} ${id}-error` };
    const legend = element("legend", {}, field.title, ...form.required(field));
    const attributes = { class: `kb-field ${look}`.trim(), id, tabindex: "-1", ...described };
    return element("fieldset", attributes, legend, help, ...controls, form.errorPlace(id));
  };
})(globalThis.kennisbankForm);
