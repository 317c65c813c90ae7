// A button under a text with which one looks up a source or an entry, and puts it where the cursor
// is: [@key] or [[kind:id]].

((form) => {
  "use strict";

  const { element } = form;

  /** @type {(area: HTMLTextAreaElement, text: string) => void} */
  function put(area, text) {
    const before = area.value.slice(0, area.selectionStart);
    const space = before && !/\s$/.test(before) ? " " : "";
    area.setRangeText(space + text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  }

  form.inserter = (area, name) => {
    const label = t("Find a source or page for {field}", { field: name });
    const placeholder = t("Type a name, word or year");
    const attributes = { id: `${area.id}-find`, "aria-label": label, placeholder };
    const combo = form.combobox(
      attributes,
      label,
      () => form.options(""),
      (option) => {
        combo.input.value = "";
        toggle(false);
        put(area, option.mention);
      },
    );
    const shown = element("span", { class: "kb-insert__search", hidden: true }, combo.node);
    const closed = { "aria-expanded": "false" };
    const opener = form.button(t("Insert a source or link"), () => toggle(shown.hidden === true), name, closed);

    /** @type {(open: boolean) => void} */
    function toggle(open) {
      shown.hidden = !open;
      opener.setAttribute("aria-expanded", String(open));
      if (open) combo.input.focus();
    }

    return element("div", { class: "kb-insert" }, opener, shown);
  };
})(globalThis.kennisbankForm);
