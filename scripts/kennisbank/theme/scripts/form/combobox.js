// A field in which one types to find an entry or a source, by keyboard or pointer: the pattern
// "combobox with a list" of WAI-ARIA.

((form) => {
  "use strict";

  const MOST = 12;
  const { element } = form;

  class Combobox {
    /**
     * @param {Attributes} attributes
     * @param {string} label
     * @param {() => Option[]} options
     * @param {(option: Option) => void} choose
     */
    constructor(attributes, label, options, choose) {
      this.options = options;
      this.choose = choose;
      /** @type {Option[]} */
      this.found = [];
      this.at = -1;
      const id = `${attributes.id}-list`;
      const listed = { class: "kb-combo__list", role: "listbox", id, "aria-label": label, hidden: true };
      const typed = { type: "text", autocomplete: "off", spellcheck: "false", role: "combobox" };
      const closed = { "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id };
      this.list = element("ul", listed);
      this.input = element("input", { ...typed, ...closed, ...attributes });
      this.node = element("span", { class: "kb-combo" }, this.input, this.list);
      this.input.addEventListener("input", (event) => event.isTrusted && this.open());
      this.input.addEventListener("keydown", (event) => this.key(event));
      this.input.addEventListener("click", () => this.open());
      this.input.addEventListener("blur", () => this.close());
      // A press on the list must not take the focus from the field.
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
      this.list.addEventListener("click", (event) =>
        this.take(/** @type {Element} */ (event.target).closest("[role=option]")),
      );
    }

    open() {
      this.found = form.search(this.options(), this.input.value, MOST);
      const rows = this.found.map((option, at) => this.row(option, at));
      this.list.replaceChildren(...rows);
      this.show(rows.length > 0);
      this.mark(-1);
    }

    /** @type {(option: Option, at: number) => HTMLElement} */
    row({ shown, below }, at) {
      const id = `${this.list.id}-${at}`;
      const attributes = { role: "option", id, "data-at": at, "aria-selected": "false" };
      return element("li", attributes, element("b", {}, shown), " ", element("span", {}, below));
    }

    /** @type {(open: boolean) => void} */
    show(open) {
      this.list.hidden = !open;
      this.input.setAttribute("aria-expanded", String(open));
      if (open) this.list.scrollIntoView({ block: "nearest" });
      else this.input.removeAttribute("aria-activedescendant");
    }

    close() {
      this.show(false);
    }

    /** @type {(at: number) => void} */
    mark(at) {
      this.at = at;
      const rows = [...this.list.children];
      for (const one of rows) one.setAttribute("aria-selected", String(one === rows[at]));
      const row = this.list.children[at];
      if (row) this.input.setAttribute("aria-activedescendant", row.id);
      else this.input.removeAttribute("aria-activedescendant");
      row?.scrollIntoView({ block: "nearest" });
    }

    /** @type {(row: Element | null) => void} */
    take(row) {
      if (!(row instanceof HTMLElement)) return;
      this.close();
      this.choose(this.found[Number(row.dataset.at)]);
    }

    /** @type {(by: number) => void} */
    step(by) {
      if (this.list.hidden) return this.open();
      const count = this.list.children.length;
      this.mark((this.at + by + (this.at < 0 && by < 0 ? 1 : 0) + count) % count);
    }

    /** @type {(event: KeyboardEvent) => void} */
    key(event) {
      /** @type {{ [key: string]: () => void }} */
      const acts = {
        ArrowDown: () => this.step(1),
        ArrowUp: () => this.step(-1),
        Escape: () => this.close(),
        Enter: () => this.take(this.list.children[this.at]),
      };
      const act = acts[event.key];
      // Enter without a choice does not send the form half-way either.
      if (!act || (event.key === "Escape" && this.list.hidden)) return;
      event.preventDefault();
      if (event.key !== "Enter" || !this.list.hidden) act();
    }
  }

  form.combobox = (attributes, label, options, choose) => new Combobox(attributes, label, options, choose);
})(globalThis.kennisbankForm);
