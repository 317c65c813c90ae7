// A field and a text become the input for one value, with its label, help, count and place for
// errors. Each answers what stands in it.

(function (form) {
  "use strict";

  const { element } = form;
  const MODES = { number: "decimal", count: "numeric", year: "numeric", url: "url" };
  const TYPES = { day: "date", url: "url" };

  form.idOf = (path) => `veld-${path.join("-")}`;

  form.required = (field) => (field.required ? [" ", element("span", { class: "kb-required" }, "verplicht")] : []);

  form.help = (field, id) => {
    const example = Array.isArray(field.example) ? field.example[0] : field.example;
    const shown = typeof example === "object" || example === undefined || example === form.rules.unknown || field.choices || field.form === "day" ? "" : ` Voorbeeld: ${example}`;
    return element("p", { class: "kb-field__help", id: `${id}-help` }, field.help + (field.cited ? " Zet er de bron bij." : "") + shown);
  };

  form.errorPlace = (id) => element("div", { class: "kb-field__error", id: `${id}-error` });

  // The measure that people write towards: words where they count, or else characters.
  function countOf(field, id, input) {
    const demands = field.demands ?? [];
    const limit = demands.find((one) => one.measure === "words") ?? demands.find((one) => one.measure === "characters");
    if (!limit) return null;
    const node = element("p", { class: "kb-field__count", id: `${id}-count` });
    const show = () => {
      const text = form.clean(input.value);
      const size = limit.measure === "words" ? form.words(text) : form.characters(text);
      node.textContent = `${size} van ${limit.limit.toLocaleString("nl")} ${limit.measure === "words" ? "woorden" : "tekens"}`;
      node.classList.toggle("kb-field__count--over", size > limit.limit);
    };
    input.addEventListener("input", show);
    show();
    return node;
  }

  function select(field, attributes, text) {
    const known = field.choices.some(([value]) => value === text) || !text ? [] : [[text, text]];
    const rows = [["", "Kies …"], ...field.choices, ...known];
    return element("select", attributes, ...rows.map(([value, label]) => element("option", { value, selected: value === text }, label)));
  }

  function reference(field, attributes, name, text) {
    const chosen = element("span", { class: "kb-combo__chosen" });
    const combo = form.combobox({ ...attributes, value: text }, name, () => form.options(field.refersTo || "source"), (option) => {
      combo.input.value = option.value;
      combo.input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    const show = () => {
      const value = form.clean(combo.input.value);
      const source = field.form === "source" && form.source(value);
      chosen.textContent = source ? `${source.narrative} (${source.year}). ${source.title}` : form.entry(field.refersTo, value)?.title ?? "";
    };
    combo.input.addEventListener("input", show);
    show();
    combo.node.append(chosen);
    return [combo.input, combo.node];
  }

  function bare(field, attributes, name, text) {
    if (field.refersTo || field.form === "source") return reference(field, attributes, name, text);
    if (field.choices) {
      const made = select(field, attributes, text);
      return [made, made];
    }
    if (field.form === "prose" || field.form === "short") {
      const made = element("textarea", { ...attributes, rows: field.form === "prose" ? 4 : 2 });
      made.value = text;
      return [made, made];
    }
    const made = element("input", { ...attributes, type: TYPES[field.form] ?? "text", inputmode: MODES[field.form], autocomplete: "off" });
    made.value = text;
    return [made, made];
  }

  // A text that nobody knows; what stood there comes back when the mark goes.
  form.unknownMark = (id, on, name, act) => {
    const box = element("input", { type: "checkbox", id: `${id}-onbekend`, "aria-label": `Onbekend: ${name}` });
    box.checked = on;
    box.addEventListener("change", () => act(box.checked));
    return [box, element("label", { class: "kb-field__unknown" }, box, " Onbekend: geen bron vertelt het")];
  };

  form.input = (field, path, state, label = field.title, helped = true) => {
    const id = form.idOf(path);
    const unknown = Boolean(field.unknown && state === form.rules.unknown);
    const text = unknown || typeof state !== "string" ? "" : state;
    const attributes = { id, "aria-required": field.required && helped ? "true" : undefined, "data-path": JSON.stringify(path) };
    const [input, node] = bare(field, attributes, label, text);
    const count = countOf(field, id, input);
    const help = helped ? form.help(field, id) : null;
    input.setAttribute("aria-describedby", [help?.id, count?.id, `${id}-error`].filter(Boolean).join(" "));
    const extra = field.form === "prose" || field.form === "short" ? form.inserter(input, label) : null;
    const body = element("div", { hidden: unknown }, node, count, extra);
    const [box, mark] = field.unknown ? form.unknownMark(id, unknown, label, (on) => (body.hidden = on)) : [null, null];
    const made = element("div", { class: "kb-field" }, element("label", { for: id }, label, ...(helped ? form.required(field) : [])), help, mark, body, form.errorPlace(id));
    return { node: made, state: () => (box?.checked ? form.rules.unknown : input.value) };
  };
})((globalThis.kennisbankForm ??= {}));
