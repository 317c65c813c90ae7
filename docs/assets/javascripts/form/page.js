// The page with the form: what is typed is checked, shown and kept, and in the end becomes a file.

(function (form) {
  "use strict";

  const part = (name) => document.getElementById(`kb-form-${name}`);
  const page = () => document.getElementById("kb-write");
  const slug = (title) => title.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, form.rules.id.longest).replace(/-+$/, "");

  // The day here, not in Greenwich.
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);

  function idField(kind) {
    const field = { name: "id", title: "Bestandsnaam", form: "line", required: true, help: "Hieruit ontstaat het adres van de pagina. Kleine letters, cijfers en streepjes. Het vult zichzelf met de titel.", example: "taken-ruilen" };
    return form.input({ ...field, folder: kind.folder }, ["id"], "");
  }

  class Writing {
    constructor(kind, id, existing) {
      Object.assign(this, { kind, existing, own: { kind: kind.kind, id } });
      this.draft = form.draft(kind, id);
      this.touched = new Set();
      this.all = false;
      this.timer = 0;
    }

    // What the form begins with: a draft, the entry as it is, or nothing but the day.
    begin() {
      const kept = this.draft.read();
      const fresh = this.existing ? form.fitting(this.kind.fields, this.existing.values) : { reviewed: today() };
      this.build(kept?.state ?? fresh, kept?.id ?? "");
      const title = this.existing?.values.title;
      if (title) document.querySelector("h1").textContent = `‘${title}’ verbeteren`;
      part("start").textContent = kept ? "Uw concept staat er weer. Het is alleen in deze browser bewaard." : "Wat u typt, wordt alleen in deze browser bewaard, tot u het instuurt.";
      this.update();
    }

    build(state, id) {
      const content = this.kind.fields.filter((field) => !field.every || ["title", "summary"].includes(field.name));
      const rest = this.kind.fields.filter((field) => !content.includes(field));
      this.groups = [form.group(content, [], state, "Inhoud"), form.group(rest, [], state, "Over de pagina")];
      this.idControl = this.existing ? null : idField(this.kind);
      part("content").replaceChildren(...this.groups[0].node.children);
      part("page").replaceChildren(...(this.idControl ? [this.idControl.node] : []), ...this.groups[1].node.children);
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
      const ids = this.idControl ? form.idProblems(this.kind, this.own.id, true) : [];
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
      part("ready").textContent = problems.length ? "Uw tekst mag worden ingestuurd. De redactie kijkt met u naar de punten hierboven." : "Alles klopt. Uw tekst is klaar om in te sturen.";
      form.showText(page(), this.kind, this.own, this.existing, form.text(this.kind, values));
    }

    keep() {
      const kept = this.draft.write({ id: this.ownId, state: this.state() });
      part("draft").textContent = kept ? "Concept bewaard in deze browser." : "Uw browser bewaart niets. Misschien is dit een privévenster.";
    }

    typed(event) {
      if (event.target.id === "veld-id") this.ownId = event.target.value.trim();
      part("draft").textContent = "";
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.update();
        this.keep();
      }, 250);
    }

    left(event) {
      if (!event.target.id?.startsWith("veld-")) return;
      this.touched.add(event.target.id === "veld-id" ? "veld-" : event.target.id);
      this.update();
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
      Object.assign(this, { all: false, ownId: "" });
      this.touched.clear();
      part("summary").hidden = true;
      this.begin();
      part("draft").textContent = "U begint opnieuw.";
      document.getElementById("veld-title").focus();
    }
  }

  function listen(writing) {
    const element = document.getElementById("kb-form");
    element.addEventListener("input", (event) => writing.typed(event));
    element.addEventListener("change", (event) => writing.typed(event));
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
    const [ready, kind, existing] = await Promise.all([form.prepare(), form.load(`kinds/${kindName}`), known ? form.load(`entries/${kindName}/${id}`) : null]);
    if (!ready || !kind || (id && !existing)) {
      part("lost").hidden = false;
      if (ready && kind) part("lost").textContent = `De pagina ‘${id}’ bestaat niet, dus u kunt haar hier niet verbeteren.`;
      return;
    }
    const writing = new Writing(kind, existing ? id : "", existing);
    writing.begin();
    listen(writing);
    page().hidden = false;
  }

  document.addEventListener("DOMContentLoaded", start);
})((globalThis.kennisbankForm ??= {}));
