// The fields of a kind or of a group become controls: one input, boxes to tick, or rows.

((form) => {
  "use strict";

  const { element } = form;

  /** @type {(field: Field, path: Path, state: State) => Control} */
  function boxes(field, path, state) {
    const id = form.idOf(path);
    const chosen = Array.isArray(state) ? state : [];
    /** @type {(choice: Choice) => HTMLInputElement} */
    const box = ([value]) => element("input", { type: "checkbox", value, checked: chosen.includes(value) });
    const choices = field.choices ?? [];
    const made = choices.map(box);
    const labels = choices.map(([, label], at) => element("label", {}, made[at], ` ${label}`));
    const node = form.fieldset(field, id, "kb-field--boxes", ...labels);
    return { node, state: () => made.filter((one) => one.checked).map((one) => one.value) };
  }

  // A group that stands in its field once: what is left empty is not in the file.
  /** @type {(field: Field, path: Path, state: State) => Control} */
  function single(field, path, state) {
    const inner = form.group(field.fields ?? [], path, state ?? {}, field.title);
    inner.node.querySelector(".kb-group__name")?.after(form.help(field, form.idOf(path)));
    return inner;
  }

  // Something that people do together is of one sort: what it needs is asked once that is chosen.
  /** @type {(field: Field, path: Path, state: State) => Control} */
  function ofOneSort(field, path, state) {
    const fields = field.fields ?? [];
    const isSort = (/** @type {Field} */ one) => field.sorts?.includes(one.name);
    const id = `${form.idOf(path)}-sort`;
    const given = state ?? {};
    const now = fields.find((one) => isSort(one) && given[one.name])?.name ?? "";
    const rows = fields
      .filter(isSort)
      .map(({ name, title }) => element("option", { value: name, selected: name === now }, title));
    const select = element("select", { id }, element("option", { value: "" }, t("None")), ...rows);
    const body = element("div", {});
    /** @type {GroupControl | null} */
    let inner = null;
    const show = () => {
      const asked = fields.filter((one) => !isSort(one) || one.name === select.value);
      inner = select.value ? form.group(asked, path, { ...given, ...inner?.state() }, field.title) : null;
      body.replaceChildren(...(inner ? [inner.node] : []));
    };
    select.addEventListener("change", show);
    show();
    const label = element("label", { for: id }, t("What people do together"));
    const chosen = element("p", { class: "kb-field" }, label, select);
    const node = element(
      "details",
      { class: "kb-fold" },
      element("summary", {}, field.title),
      form.help(field, form.idOf(path)),
      chosen,
      body,
    );
    return { node, state: () => inner?.state() };
  }

  form.control = (field, path, state) => {
    if (field.sorts) return ofOneSort(field, path, state);
    if (field.many) return field.choices ? boxes(field, path, state) : form.rows(field, path, state);
    return field.fields ? single(field, path, state) : form.input(field, path, state);
  };

  // The controls of several fields, and one state for all of them.
  form.group = (fields, path, state, name) => {
    /** @type {(field: Field) => Control} */
    const controlOf = (field) => form.control(field, [...path, field.name], state[field.name]);
    /** @type {[Field, Control][]} */
    const controls = fields.map((field) => [field, controlOf(field)]);
    const id = form.idOf(path);
    const title = element("p", { class: "kb-group__name", id: `${id}-name` }, name);
    const attributes = { class: "kb-group", role: "group", "aria-labelledby": title.id, id, tabindex: "-1" };
    const nodes = controls.map(([, control]) => control.node);
    const stated = () => controls.map(([field, control]) => [field.name, control.state()]);
    const node = element("div", attributes, title, ...nodes, form.errorPlace(id));
    return { node, controls, state: () => Object.fromEntries(stated()) };
  };
})(globalThis.kennisbankForm);
