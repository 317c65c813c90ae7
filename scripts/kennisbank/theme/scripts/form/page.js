// The page with the form: what is typed is checked, shown and kept, and in the end becomes a file.

(function (form) {
  "use strict";

  const part = (name) => document.getElementById(`kb-form-${name}`);
  const page = () => document.getElementById("kb-write");
  const slug = (title) => form.slug(title).slice(0, form.rules.id.longest).replace(/-+$/, "");

  // The day here, not in Greenwich.
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);

  function idField(kind) {
    const help =
      "Hieruit ontstaat het adres van de pagina. Kleine letters, cijfers en streepjes. " +
      "Het vult zichzelf met de titel.";
    const field = { name: "id", title: "Bestandsnaam", form: "line", help, example: "taken-ruilen" };
    return form.input({ ...field, required: true, folder: kind.folder }, ["id"], "");
  }

  class Writing {
    constructor(kind, id, existing) {
      Object.assign(this, { kind, existing, own: { kind: kind.kind, id } });
      this.draft = form.draft(kind, id);
      this.touched = new Set();
      this.all = false;
      this.timer = 0;
      this.pressed = false;
    }

    // What the form begins with: a draft, the entry as it is, or nothing but the day.
    begin() {
      const kept = this.draft.read();
      const fresh = this.existing ? form.fitting(this.kind.fields, this.existing.values) : { reviewed: today() };
      this.build(kept?.state ?? fresh, kept?.id ?? "");
      const title = this.existing?.values.title;
      if (title) document.querySelector("h1").textContent = `‘${title}’ verbeteren`;
      part("start").textContent = kept
        ? "Uw concept staat er weer. Het is alleen in deze browser bewaard."
        : "Wat u typt, wordt alleen in deze browser bewaard, tot u het instuurt.";
      this.update();
    }

    build(state, id) {
      const content = this.kind.fields.filter((field) => !field.every || ["title", "summary"].includes(field.name));
      const rest = this.kind.fields.filter((field) => !content.includes(field));
      this.groups = [form.group(content, [], state, "Inhoud"), form.group(rest, [], state, "Over de pagina")];
      this.idControl = this.existing ? null : idField(this.kind);
      const [first, second] = this.groups.map((group) => group.controls.map(([, control]) => control.node));
      part("content").replaceChildren(...first);
      part("page").replaceChildren(...(this.idControl ? [this.idControl.node] : []), ...second);
      if (this.idControl) this.ownId = id;
      this.nameFile();
    }

    state() {
      return Object.assign({}, ...this.groups.map((group) => group.state()));
    }

    // The file is named after the title, until one names it oneself.
    nameFile() {
      const input = document.getElementById("veld-id");
      if (input) input.value = this.ownId || slug(document.getElementById("veld-title").value);
      this.own.id = input ? input.value : this.own.id;
    }

    problems(values) {
      // A name that comes from a title that is not there yet is no fault of its own.
      const named = this.idControl && (this.own.id || values.title);
      const ids = named ? form.idProblems(this.kind, this.own.id, true) : [];
      return [...form.problems(this.kind, values, this.own), ...ids];
    }

    isShown(path) {
      return this.all || this.touched.has(form.idOf(path)) || this.touched.has(form.idOf(path.slice(0, 1)));
    }

    update() {
      this.nameFile();
      const values = form.values(this.kind.fields, this.state());
      const problems = this.problems(values);
      form.showProblems(page(), problems, (path) => this.isShown(path));
      part("shown").replaceChildren(...form.preview(this.kind, values));
      const wrong = this.all && form.showSummary(problems);
      part("end").hidden = !this.all || wrong > 0;
      if (!part("end").hidden) this.finish(values, problems);
      return { problems, wrong };
    }

    finish(values, problems) {
      part("ready").textContent = problems.length
        ? "Uw tekst mag worden ingestuurd. De redactie kijkt met u naar de punten hierboven."
        : "Alles klopt. Uw tekst is klaar om in te sturen.";
      form.showText(page(), this.kind, this.own, this.existing, form.text(this.kind, values));
    }

    keep() {
      const kept = this.draft.write({ id: this.ownId, state: this.state() });
      part("draft").textContent = kept
        ? "Concept bewaard in deze browser."
        : "Uw browser bewaart niets. Misschien is dit een privévenster.";
    }

    typed(event) {
      if (event.target.id === "veld-id") this.ownId = event.target.value.trim();
      part("draft").textContent = "";
      this.changed = true;
      this.later(250);
    }

    // Messages come and go above a button that one is pressing: it must not move away.
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

    left(event) {
      // Who only passes by an empty field is not told yet that it is empty.
      if (!event.target.id?.startsWith("veld-") || !event.target.value) return;
      this.touched.add(event.target.id === "veld-id" ? "veld-" : event.target.id);
      this.later(100);
    }

    // What one is writing stands beside it in the preview.
    entered(event) {
      const [name] = JSON.parse(event.target.dataset?.path ?? "[null]");
      const preview = part("preview");
      const shown = preview.querySelector(`[data-field="${name}"]`);
      if (!shown || preview.scrollHeight <= preview.clientHeight) return;
      const [inside, around] = [shown, preview].map((one) => one.getBoundingClientRect().top);
      preview.scrollTop += inside - around - 40;
    }

    submit(event) {
      event.preventDefault();
      this.all = true;
      const { problems, wrong } = this.update();
      if (wrong) part("summary").focus();
      else document.getElementById("insturen").focus();
      return problems;
    }

    again() {
      clearTimeout(this.timer);
      this.draft.remove();
      Object.assign(this, { all: false, changed: false, ownId: "" });
      this.touched.clear();
      part("summary").hidden = true;
      this.begin();
      part("draft").textContent = "U begint opnieuw.";
      document.getElementById("veld-title").focus();
    }
  }

  function listen(writing) {
    const element = document.getElementById("kb-form");
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
    const id = new URLSearchParams(location.search).get("pagina") ?? "";
    const known = /^[a-z0-9-]{2,64}$/.test(id);
    const kindName = page().dataset.kind;
    const [ready, kind, existing] = await Promise.all([
      form.prepare(),
      form.load(`kinds/${kindName}`),
      known ? form.load(`entries/${kindName}/${id}`) : null,
    ]);
    if (!ready || !kind || (id && !existing)) {
      part("lost").hidden = false;
      if (ready && kind) part("lost").textContent = `De pagina ‘${id.slice(0, 64)}’ bestaat niet, dus u kunt haar hier niet verbeteren.`;
      return;
    }
    const writing = new Writing(kind, existing ? id : "", existing);
    writing.begin();
    listen(writing);
    page().hidden = false;
  }

  document.addEventListener("DOMContentLoaded", start);
})((globalThis.kennisbankForm ??= {}));
