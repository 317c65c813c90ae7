// A label and what it does become a button; a name says which of many it is.

(function (form) {
  "use strict";

  form.element = globalThis.kennisbankElement;

  form.button = (label, act, name = "", more = {}) => form.element("button", { type: "button", class: "kb-button", "aria-label": name ? `${label}: ${name}` : undefined, onclick: act, ...more }, label);
})((globalThis.kennisbankForm ??= {}));
