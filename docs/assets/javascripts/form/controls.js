// The fields of a kind or of a group become controls: one input, boxes to tick, or rows.

(function (form) {
  "use strict";

  const { element } = form;

  function boxes(field, path, state) {
    const id = form.idOf(path);
    const help = form.help(field, id);
    const chosen = Array.isArray(state) ? state : [];
    const made = field.choices.map(([value]) => element("input", { type: "checkbox", value, checked: chosen.includes(value) }));
    const labels = field.choices.map(([, label], at) => element("label", {}, made[at], ` ${label}`));
    const node = element("fieldset", { class: "kb-field kb-field--boxes", id, tabindex: "-1", "aria-describedby": `${help.id} ${id}-error` }, element("legend", {}, field.title, ...form.required(field)), help, ...labels, form.errorPlace(id));
    return { node, state: () => made.filter((one) => one.checked).map((one) => one.value) };
  }

  form.control = (field, path, state) => {
    if (field.many) return field.choices ? boxes(field, path, state) : form.rows(field, path, state);
    return form.input(field, path, state);
  };

  // The controls of several fields, and one state for all of them.
  form.group = (fields, path, state, name) => {
    const controls = fields.map((field) => [field, form.control(field, [...path, field.name], state[field.name])]);
    const id = form.idOf(path);
    const title = element("p", { class: "kb-group__name", id: `${id}-name` }, name);
    const node = element("div", { class: "kb-group", role: "group", "aria-labelledby": title.id, id, tabindex: "-1" }, title, ...controls.map(([, control]) => control.node), form.errorPlace(id));
    return { node, controls, state: () => Object.fromEntries(controls.map(([field, control]) => [field.name, control.state()])) };
  };
})((globalThis.kennisbankForm ??= {}));
