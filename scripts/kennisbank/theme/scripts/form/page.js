// The page with the form: what is typed is checked, shown and kept, and in the end becomes a file.

((form) => {
  "use strict";

  const { part } = form;
  const page = () => /** @type {HTMLElement} */ (document.getElementById("kb-write"));
  const box = (/** @type {string} */ id) => /** @type {HTMLInputElement | null} */ (document.getElementById(id));
  /** @type {(title: string) => string} */
  const slug = (title) => form.slug(title).slice(0, form.rules.id.longest).replace(/-+$/, "");

  // The day here, not in Greenwich.
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);

  function idField() {
    const help = t(
      "The address of the page is made from this. Small letters, digits and hyphens. It fills itself with the title.",
    );
    const field = { name: "id", title: t("File name"), form: "line", help, example: t("swapping-tasks") };
    return form.input({ ...field, required: true }, ["id"], "");
  }

  class Writing {
    /**
     * @param {Kind} kind
     * @param {string} id
     * @param {Existing | null} existing
     */
    constructor(kind, id, existing) {
      this.kind = kind;
      this.existing = existing;
      this.own = { kind: kind.kind, id };
      // What the file is called where one named it oneself.
      this.ownId = "";
      this.changed = false;
      /** @type {GroupControl[]} */
      this.groups = [];
      /** @type {Control | null} */
      this.idControl = null;
      this.draft = form.draft(kind, id);
      // Who improves a page sends that one file.
      this.along = existing ? null : form.along(() => this.typedAlong());
      this.touched = new Set();
      this.all = false;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.timer = undefined;
      this.pressed = false;
    }

    // What the form begins with: a draft, the entry as it is, or nothing but the day.
    begin() {
      const kept = this.draft.read();
      const fresh = this.existing ? form.fitting(this.kind.fields, this.existing.values) : { reviewed: today() };
      part("along").hidden = !this.along;
      this.along?.restore(kept?.along);
      this.build(kept?.state ?? fresh, kept?.id ?? "");
      const title = this.existing?.values.title;
      const heading = document.querySelector("h1");
      if (title && heading) heading.textContent = t("Improve ‘{title}’", { title });
      part("start").textContent = kept
        ? t("Your draft is back. It is kept in this browser only.")
        : t("What you type is kept in this browser only, until you send it in.");
      this.update();
    }

    /** @type {(state: State, id: string) => void} */
    build(state, id) {
      const { fields } = this.kind;
      const content = fields.filter((field) => !field.every || ["title", "summary"].includes(field.name));
      const rare = fields.filter((field) => field.rare);
      const rest = fields.filter((field) => !content.includes(field) && !rare.includes(field));
      this.groups = [
        form.group(content, [], state, t("Content")),
        form.group(rest, [], state, t("About the page")),
        form.group(rare, [], state, t("More")),
      ];
      this.idControl = this.existing ? null : idField();
      const [first, second, third] = this.groups.map((group) => group.controls.map(([, control]) => control.node));
      part("content").replaceChildren(...first);
      part("page").replaceChildren(...second);
      part("rare").replaceChildren(...(this.idControl ? [this.idControl.node] : []), ...third);
      if (this.idControl) this.ownId = id;
      this.nameFile();
    }

    /** @type {() => State} */
    state() {
      return Object.assign({}, ...this.groups.map((group) => group.state()));
    }

    // The file is named after the title, until one names it oneself.
    nameFile() {
      const input = box(`${form.FIELD}id`);
      if (input) input.value = this.ownId || slug(box(`${form.FIELD}title`)?.value ?? "");
      this.own.id = input ? input.value : this.own.id;
    }

    /** @type {(values: Values) => Problem[]} */
    problems(values) {
      // A name that comes from a title that is not there yet is no fault of its own.
      const named = this.idControl && (this.own.id || values.title);
      const ids = named ? form.idProblems(this.kind, this.own.id, true) : [];
      return [...form.problems(this.kind, values, this.own), ...ids];
    }

    /** @type {(path: Path) => boolean} */
    isShown(path) {
      return this.all || this.touched.has(form.idOf(path)) || this.touched.has(form.idOf(path.slice(0, 1)));
    }

    update() {
      this.nameFile();
      const values = form.values(this.kind.fields, this.state());
      const problems = this.problems(values);
      form.showProblems(page(), problems, (path) => this.isShown(path));
      part("shown").replaceChildren(...form.preview(this.kind, values));
      const wrong = this.all ? form.showSummary(problems) : 0;
      part("end").hidden = !this.all || wrong > 0;
      if (!part("end").hidden) this.finish(values, problems);
      return { wrong };
    }

    /** @type {(values: Values, problems: Problem[]) => void} */
    finish(values, problems) {
      part("ready").textContent = problems.length
        ? t("Your text may be sent in. The editors look at the points above with you.")
        : t("Everything is right. Your text is ready to be sent in.");
      const text = form.text(this.kind, values);
      const path = `${this.kind.folder}/${this.own.id}.yml`;
      const title = String(values.title ?? "");
      if (this.along) form.showBundle(page(), title, this.along.bundle(path, text, today()), path);
      else form.showText(page(), this.kind, this.own, text, this.existing);
    }

    keep() {
      const kept = this.draft.write({ id: this.ownId, state: this.state(), along: this.along?.state() });
      part("draft").textContent = kept
        ? t("Draft kept in this browser.")
        : t("Your browser keeps nothing. Perhaps this is a private window.");
    }

    /** @type {(event: Event) => void} */
    typed(event) {
      const target = /** @type {HTMLInputElement} */ (event.target);
      if (target.id === `${form.FIELD}id`) this.ownId = target.value.trim();
      part("draft").textContent = "";
      this.changed = true;
      this.later(250);
    }

    typedAlong() {
      this.changed = true;
      this.later(250);
    }

    // Messages come and go above a button that one is pressing: it must not move away.
    /** @type {(wait: number) => void} */
    later(wait) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => (this.pressed ? this.later(50) : this.now()), wait);
    }

    now() {
      clearTimeout(this.timer);
      this.update();
      if (this.changed) this.keep();
      this.changed = false;
    }

    /** @type {(event: Event) => void} */
    left(event) {
      // Who only passes by an empty field is not told yet that it is empty.
      const target = /** @type {HTMLInputElement} */ (event.target);
      if (!target.id?.startsWith(form.FIELD) || !target.value) return;
      this.touched.add(target.id === `${form.FIELD}id` ? form.FIELD : target.id);
      this.later(100);
    }

    // What one is writing stands beside it in the preview.
    /** @type {(event: Event) => void} */
    entered(event) {
      const [name] = JSON.parse(/** @type {HTMLElement} */ (event.target).dataset?.path ?? "[null]");
      const preview = part("preview");
      const shown = preview.querySelector(`[data-field="${name}"]`);
      if (!shown || preview.scrollHeight <= preview.clientHeight) return;
      const [inside, around] = [shown, preview].map((one) => one.getBoundingClientRect().top);
      preview.scrollTop += inside - around - 40;
    }

    /** @type {(event: Event) => void} */
    submit(event) {
      event.preventDefault();
      this.all = true;
      if (this.update().wrong) part("summary").focus();
      else document.getElementById(t("send-in"))?.focus();
    }

    again() {
      clearTimeout(this.timer);
      this.draft.remove();
      this.all = false;
      this.changed = false;
      this.ownId = "";
      this.touched.clear();
      part("summary").hidden = true;
      this.begin();
      part("draft").textContent = t("You start again.");
      box(`${form.FIELD}title`)?.focus();
    }
  }

  /** @type {(writing: Writing) => void} */
  function listen(writing) {
    const element = /** @type {HTMLFormElement} */ (document.getElementById("kb-form"));
    for (const name of ["pointerdown", "pointerup", "pointercancel"]) {
      document.addEventListener(name, () => (writing.pressed = name === "pointerdown"));
    }
    element.addEventListener("input", (event) => writing.typed(event));
    element.addEventListener("change", (event) => writing.typed(event));
    element.addEventListener("focusin", (event) => writing.entered(event));
    element.addEventListener("focusout", (event) => writing.left(event));
    element.addEventListener("submit", (event) => writing.submit(event));
    part("again").addEventListener("click", () => part("ask").showModal());
    part("stay").addEventListener("click", () => part("ask").close());
    part("wipe").addEventListener("click", () => {
      part("ask").close();
      writing.again();
    });
  }

  async function start() {
    const id = new URLSearchParams(location.search).get(pgettext("address", "page")) ?? "";
    const known = /^[a-z0-9-]{2,64}$/.test(id);
    const kindName = page().dataset.kind;
    const [ready, kind, existing] = await Promise.all([
      form.prepare(),
      form.load(`kinds/${kindName}`),
      known ? form.load(`entries/${kindName}/${id}`) : null,
    ]);
    if (!ready || !kind || (id && !existing)) {
      part("lost").hidden = false;
      if (ready && kind)
        part("lost").textContent = t("The page ‘{id}’ does not exist, so you cannot improve it here.", {
          id: id.slice(0, 64),
        });
      return;
    }
    const writing = new Writing(kind, existing ? id : "", existing);
    writing.begin();
    listen(writing);
    page().hidden = false;
  }

  document.addEventListener("DOMContentLoaded", start);
})(globalThis.kennisbankForm);
