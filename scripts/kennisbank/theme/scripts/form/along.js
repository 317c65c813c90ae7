// What comes along with an entry: sources and terms that the library does not have yet, and a word
// to the editors.

((form) => {
  "use strict";

  const { element, part } = form;

  /** @type {(id: string, label: string, node: HTMLElement, help?: string) => HTMLElement} */
  function labelled(id, label, node, help = "") {
    node.id = id;
    const told = help ? [element("span", { class: "kb-field__help" }, help)] : [];
    return element("p", { class: "kb-field" }, element("label", { for: id }, label), ...told, node);
  }

  /** @type {(name: string, label: string, help?: string) => [string, HTMLElement]} */
  const line = (name, label, help) => [
    name,
    labelled(`along-${name}`, label, element("input", { type: "text", "data-name": name }), help),
  ];

  class Along {
    /** @param {() => void} changed */
    constructor(changed) {
      this.changed = changed;
      /** @type {{ key: string, text: string, name: string }[]} */
      this.sources = [];
      /** @type {{ id: string, title: string, definition: string }[]} */
      this.terms = [];
      this.message = /** @type {HTMLTextAreaElement} */ (part("message"));
      this.message.addEventListener("input", changed);
      part("add-source").addEventListener("click", () =>
        this.ask(this.sourceFields(), (given) => this.addSource(given)),
      );
      part("add-term").addEventListener("click", () => this.ask(this.termFields(), (given) => this.addTerm(given)));
    }

    sourceFields() {
      /** @type {[string, string][]} */
      const sorts = [
        ["article", t("Article in a journal")],
        ["book", t("Book")],
        ["report", t("Report")],
        ["page", t("Page on the web")],
        ["internal", t("Internal document, not public")],
      ];
      const select = element(
        "select",
        { "data-name": "sort" },
        ...sorts.map(([value, label]) => element("option", { value }, label)),
      );
      const pasted = element("textarea", { rows: "4", "data-name": "pasted", spellcheck: "false" });
      return [
        line("doi", t("DOI"), t("Begins with 10. With a DOI you need not fill in anything else."))[1],
        line(
          "author",
          t("Author"),
          t("Surname, initials; several with a semicolon. An organisation without a comma."),
        )[1],
        line("year", t("Year"))[1],
        line("title", t("Title"))[1],
        line("where", t("Journal, publisher or organisation"))[1],
        line("url", t("Web address"))[1],
        labelled("along-sort", t("What it is"), select),
        labelled("along-pasted", t("Or paste BibTeX or RIS"), pasted),
      ];
    }

    termFields() {
      const definition = element("textarea", { rows: "3", "data-name": "definition" });
      return [
        line("title", t("Term"))[1],
        labelled("along-definition", t("What it means, in one or two sentences"), definition),
      ];
    }

    /** @type {(fields: HTMLElement[], take: (given: { [name: string]: string }) => string) => void} */
    ask(fields, take) {
      const box = part("along-box");
      const fault = element("p", { class: "kb-along__fault", role: "alert" });
      const close = () => box.replaceChildren();
      const add = () => {
        /** @type {NodeListOf<HTMLInputElement>} */
        const inputs = box.querySelectorAll("[data-name]");
        const given = Object.fromEntries([...inputs].map((one) => [one.dataset.name ?? "", one.value.trim()]));
        fault.textContent = take(given);
        if (fault.textContent) return;
        close();
        this.show();
        this.changed();
      };
      const buttons = element(
        "p",
        { class: "kb-buttons" },
        form.button(t("Add"), add),
        form.button(t("Cancel"), close),
      );
      box.replaceChildren(element("div", { class: "kb-group", role: "group" }, ...fields, fault, buttons));
      // Enter adds, and does not send the form.
      box.onkeydown = (event) => {
        const inLine = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
        if (event.key !== "Enter" || !inLine) return;
        event.preventDefault();
        add();
      };
      /** @type {HTMLElement | null} */
      const first = box.querySelector("[data-name]");
      first?.focus();
    }

    /** @type {(given: { [name: string]: string }) => string} */
    addSource(given) {
      if (given.pasted) return this.addPasted(given.pasted);
      const doi = form.doiIn(given.doi ?? "");
      if (given.doi && !doi) return t("This is no DOI: it begins with 10.");
      if (!doi && !(given.title && given.author)) return t("Give a DOI, or at least author and title.");
      const known = { ...given, doi };
      const key = form.newKey(known);
      this.take(key, form.bibtex(key, known), given.title || doi);
      return "";
    }

    /** @type {(pasted: string) => string} */
    addPasted(pasted) {
      const works = form.risWorks(pasted);
      for (const work of works) {
        const key = form.newKey(work);
        this.take(key, form.risWithKey(work.text, key), work.title || key);
      }
      // Other programs make keys with capitals and colons, which cannot be part of an address here.
      const keys = works.length ? [] : form.keysIn(pasted).map((key) => [key, form.addressKey(key)]);
      const text = keys.reduce((all, [key, own]) => form.withKey(all, key, own), pasted);
      for (const [, own] of keys) this.take(own, text, own);
      return works.length || keys.length ? "" : t("This is no BibTeX or RIS.");
    }

    /** @type {(key: string, text: string, name: string) => void} */
    take(key, text, name) {
      this.sources.push({ key, text, name });
      this.know();
    }

    /** @type {(given: { [name: string]: string }) => string} */
    addTerm({ title, definition }) {
      const id = form.slug(title ?? "");
      if (!id || !definition) return t("Fill in both.");
      if (form.entry(part("along").dataset.term, id)) return t("This term is there already.");
      this.terms.push({ id, title, definition });
      this.know();
      return "";
    }

    // From now on a text can name them, as if the library had them.
    know() {
      for (const { key, name } of this.sources) form.addKnownSource(key, name);
      for (const { id, title } of this.terms) form.addKnownEntry(part("along").dataset.term ?? "", id, title);
    }

    show() {
      /** @type {(name: string, use: string, remove: () => void) => HTMLElement} */
      const row = (name, use, remove) =>
        element("li", {}, name, " ", element("code", {}, use), " ", form.button(t("Remove"), remove, name));
      /** @type {<One>(list: One[], one: One) => () => void} */
      const remover = (list, one) => () => {
        list.splice(list.indexOf(one), 1);
        this.show();
        this.changed();
        part("add-source").focus();
      };
      const term = part("along").dataset.term;
      part("along-list").replaceChildren(
        ...this.sources.map((one) => row(one.name, `[@${one.key}]`, remover(this.sources, one))),
        ...this.terms.map((one) => row(one.title, `[[${term}:${one.id}]]`, remover(this.terms, one))),
      );
    }

    state() {
      return { sources: this.sources, terms: this.terms, message: this.message.value };
    }

    /** @type {(kept: any) => void} */
    restore(kept) {
      /** @type {(list: unknown, names: string[]) => any[]} */
      const rows = (list, names) =>
        (Array.isArray(list) ? list : [])
          .filter((one) => names.every((name) => typeof one?.[name] === "string"))
          .slice(0, 50);
      this.sources = rows(kept?.sources, ["key", "text", "name"]);
      this.terms = rows(kept?.terms, ["id", "title", "definition"]);
      this.message.value = typeof kept?.message === "string" ? kept.message : "";
      this.know();
      this.show();
    }

    // The whole contribution around the text of the entry.
    /** @type {(path: string, text: string, today: string) => string} */
    bundle(path, text, today) {
      const { folder, schema } = part("along").dataset;
      const quoted = (/** @type {string} */ one) => JSON.stringify(one.replace(/\s+/g, " "));
      /** @type {(one: { title: string, definition: string }) => string} */
      const ofTerm = ({ title, definition }) =>
        `${schema}\ntitle: ${quoted(title)}\nsummary: ${quoted(definition)}\nreviewed: ${today}\ndefinition: ${quoted(definition)}\n`;
      /** @type {[string, string][]} */
      const terms = this.terms.map((one) => [`${folder}/${one.id}.yml`, ofTerm(one)]);
      return form.bundle({
        message: this.message.value,
        files: [[path, text], ...terms],
        // Pasted text may hold several works: it is sent once.
        sources: [...new Set(this.sources.map((one) => one.text))].filter(Boolean),
      });
    }
  }

  form.along = (changed) => new Along(changed);
})(globalThis.kennisbankForm);
