// What is sent in: an entry, with the sources and terms that it needs and a word to the editors, as
// one text with fenced blocks. `kennisbank import` reads it (forms/bundle.py).

((form) => {
  "use strict";

  // A fence is longer than any run of ` inside it, so that no text ends it.
  /** @type {(info: string, text: string) => string} */
  function block(info, text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = "`".repeat(longest + 1);
    return `${fence}${info}\n${text.replace(/\n*$/, "\n")}${fence}\n`;
  }

  /** @type {(text: string) => string} */
  const onOneLine = (text) => text.replace(/\s+/g, " ").trim();

  form.bundle = ({ message, files, sources, corrections = [] }) => {
    const quiet = message.replace(/^(\s*)(`{3,}|~{3,})/gm, "$1'''");
    const parts = [
      ...(quiet.trim() ? [`${quiet.trim()}\n`] : []),
      ...files.map(([path, text]) => block(`yaml ${path}`, text)),
      ...sources.map((text) => block("bibtex", text)),
      ...corrections.map(([path, old, better]) => block(`diff ${path}`, `- ${onOneLine(old)}\n+ ${onOneLine(better)}`)),
    ];
    return parts.join("\n");
  };

  // Signs that LaTeX would read as something else.
  /** @type {(text: string) => string} */
  const latex = (text) =>
    text
      .replace(/[{}\\^~]/g, "")
      .replace(/([%#$&_])/g, "\\$1")
      .replace(/\s+/g, " ")
      .trim();

  // "Jansen, P." is a person; what has no comma is an organisation.
  /** @type {(names: string) => string} */
  const authors = (names) =>
    names
      .split(/;|\n| en | and /)
      .map((one) => one.trim())
      .filter(Boolean)
      .map((one) => (one.includes(",") ? latex(one) : `{${latex(one)}}`))
      .join(" and ");

  // What each sort of work is called in BibTeX, and the field for where it appeared.
  /** @type {{ [sort: string]: [type: string, where: string] }} */
  const SORTS = {
    article: ["article", "journal"],
    book: ["book", "publisher"],
    report: ["techreport", "institution"],
    page: ["online", "organization"],
    internal: ["techreport", "institution"],
  };

  form.bibtex = (key, { sort, author, year, title, where, doi, url }) => {
    const [type, place] = SORTS[sort ?? ""] ?? SORTS.article;
    /** @type {[name: string, text: string][]} */
    const fields = [
      ["author", authors(author ?? "")],
      ["title", latex(title ?? "")],
      [place, latex(where ?? "")],
      ["year", latex(year ?? "")],
      ["doi", doi ?? ""],
      ["url", doi ? "" : (url ?? "").replace(/[{}\s]/g, "")],
      ["type", sort === "internal" ? t("Internal document, not public") : ""],
    ];
    const lines = fields.filter(([, text]) => text).map(([name, text]) => `  ${name} = {${text}},\n`);
    return `@${type}{${key},\n${lines.join("")}}\n`;
  };

  form.newKey = ({ author, year, title, doi }) => {
    const telling =
      form
        .slug(title ?? "")
        .split("-")
        .find((word) => word.length > 3) ?? "";
    const first = form.slug((author ?? "").split(/[;,\n]/)[0]).replace(/-/g, "");
    const made = title ? `${first}${form.slug(year ?? "")}${telling}` : `doi-${form.slug(doi ?? "")}`;
    const base = made.slice(0, 60) || "bron";
    let key = base;
    for (let number = 2; form.source(key); number++) key = `${base}-${number}`;
    return key;
  };

  form.doiIn = (text) => /\b10\.\d{4,9}\/[^\s"<>{}]*[^\s"<>{}.,;)]/.exec(text)?.[0] ?? "";

  // The keys in pasted BibTeX.
  form.keysIn = (text) =>
    [...text.matchAll(/@(?!comment|string|preamble)\w+\s*\{\s*([^\s,{}]+)\s*,/gi)].map(([, key]) => key);

  /** @type {{ [tag: string]: string }} */
  const TAGS = {
    TI: "title",
    T1: "title",
    PY: "year",
    Y1: "year",
    JO: "where",
    T2: "where",
    PB: "where",
    DO: "doi",
    UR: "url",
  };

  // The first work in pasted RIS, as the fields of the form.
  form.risFields = (text) => {
    if (!/^\s*TY {1,2}- /.test(text)) return null;
    /** @type {{ [name: string]: string }} */
    const found = {
      sort: /^\s*TY {1,2}- (BOOK|EBOOK)/.test(text) ? "book" : /TY {1,2}- RPRT/.test(text) ? "report" : "article",
    };
    const names = [];
    for (const [, tag, value] of text.matchAll(/^([A-Z][A-Z0-9]) {1,2}- (.*)$/gm)) {
      if (tag === "AU" || tag === "A1") names.push(value.trim());
      else if (tag in TAGS) found[TAGS[tag]] ??= value.trim();
    }
    return {
      ...found,
      author: names.join("; "),
      year: (found.year ?? "").slice(0, 4),
      doi: form.doiIn(found.doi ?? ""),
    };
  };
})(globalThis.kennisbankForm);
