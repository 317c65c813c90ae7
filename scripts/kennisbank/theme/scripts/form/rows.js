// A field with many values becomes rows that one adds, moves and takes away, by keyboard too. All
// rows are made again after each change, so that their numbers and names stay right.

((form) => {
  "use strict";

  const { element } = form;

  class Rows {
    /**
     * @param {Field} field
     * @param {Path} path
     * @param {State} state
     */
    constructor(field, path, state) {
      this.field = field;
      this.path = path;
      this.id = form.idOf(path);
      this.unknown = Boolean(field.unknown && state === form.rules.unknown);
      const rows = Array.isArray(state) ? state : [];
      /** @type {Control[]} */
      this.rows = [];
      this.list = element("ol", { class: "kb-rows" });
      const adder = form.button(t("Add a point"), () => this.add(), field.title);
      this.body = element("div", { hidden: this.unknown }, this.list, adder);
      this.node = this.around();
      this.make(rows.length || !field.required ? rows : [undefined]);
    }

    around() {
      const { field, id } = this;
      /** @type {(on: boolean) => void} */
      const toggle = (on) => {
        this.unknown = on;
        this.body.hidden = on;
      };
      const [, mark] = form.unknownMark(field, id, this.unknown, field.title, toggle);
      return form.fieldset(field, id, "", mark, this.body);
    }

    /** @type {(states: State[]) => void} */
    make(states) {
      this.rows = states.map((state, at) => this.row(state, at, states.length - 1));
      this.list.replaceChildren(...this.rows.map((row) => row.node));
    }

    /** @type {(state: State, at: number, last: number) => Control} */
    row(state, at, last) {
      const name = t("{field}, point {n}", { field: this.field.title, n: at + 1 });
      const path = [...this.path, at];
      const { fields } = this.field;
      // The list as a whole may be unknown, a point of it may not.
      const point = { ...this.field, unknown: false };
      const inner = fields ? form.group(fields, path, state ?? {}, name) : form.input(point, path, state, name, false);
      const acts = [
        form.button(t("Up"), () => this.move(at, -1), name, { "data-act": "-1", disabled: at === 0 }),
        form.button(t("Down"), () => this.move(at, 1), name, { "data-act": "1", disabled: at === last }),
        form.button(t("Remove"), () => this.remove(at), name, { "data-act": "remove" }),
      ];
      const beside = element("span", { class: "kb-buttons kb-rows__acts" }, ...acts);
      return { node: element("li", {}, inner.node, beside), state: inner.state };
    }

    states() {
      return this.rows.map((row) => row.state());
    }

    changed() {
      this.node.dispatchEvent(new Event("input", { bubbles: true }));
    }

    add() {
      this.make([...this.states(), undefined]);
      this.changed();
      /** @type {HTMLElement | null | undefined} */
      const box = this.rows.at(-1)?.node.querySelector("input, textarea, select");
      box?.focus();
    }

    /** @type {(at: number, step: number) => void} */
    move(at, step) {
      const states = this.states();
      states.splice(at + step, 0, ...states.splice(at, 1));
      this.make(states);
      this.changed();
      this.focus(at + step, String(step));
    }

    /** @type {(at: number) => void} */
    remove(at) {
      this.make(this.states().toSpliced(at, 1));
      this.changed();
      this.focus(Math.min(at, this.rows.length - 1), "remove");
    }

    // The focus stays on the act, or goes to another that is there.
    /** @type {(at: number, act: string) => void} */
    focus(at, act) {
      const row = this.rows[at]?.node;
      /** @type {HTMLElement | null | undefined} */
      const wanted = row?.querySelector(`[data-act="${act}"]:enabled`) ?? row?.querySelector("[data-act]:enabled");
      (wanted ?? /** @type {HTMLElement} */ (this.body.lastElementChild)).focus();
    }

    state() {
      return this.unknown ? form.rules.unknown : this.states();
    }
  }

  form.rows = (field, path, state) => new Rows(field, path, state);
})(globalThis.kennisbankForm);
