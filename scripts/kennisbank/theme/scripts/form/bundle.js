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
      ...sources.map((text) => block(/^\s*TY {1,2}-/.test(text) ? "ris" : "bibtex", text)),
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

  // Between two persons, not in the name of an organisation.
  /** @type {(names: string) => string[]} */
  const parted = (names) => {
    const people = names.split(/ en | and | & /);
    return people.every((one) => one.includes(",")) ? people : [names];
  };

  // "Jansen, P." is a person; what has no comma is an organisation.
  /** @type {(names: string) => string} */
  const authors = (names) =>
    names
      .split(/;|\n/)
      .flatMap(parted)
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

  // Of a key in which nothing tells what it is of.
  const NAMELESS = pgettext("anchor", "source");

  form.newKey = ({ author, year, title, doi }) => {
    const telling =
      form
        .slug(title ?? "")
        .split("-")
        .find((word) => word.length > 3) ?? "";
    const first = form.slug((author ?? "").split(/[;,\n]/)[0]).replace(/-/g, "");
    const made = title ? `${first}${form.slug(year ?? "")}${telling}` : `doi-${form.slug(doi ?? "")}`;
    const base = made.slice(0, 60) || NAMELESS;
    let key = base;
    for (let number = 2; form.source(key); number++) key = `${base}-${number}`;
    return key;
  };

  // The key itself where it can be part of an address, else the nearest that can.
  form.addressKey = (key) => (/^[a-z0-9][a-z0-9_-]*$/.test(key) ? key : form.slug(key).slice(0, 60) || NAMELESS);

  form.doiIn = (text) => /\b10\.\d{4,9}\/[^\s"<>{}]*[^\s"<>{}.,;)]/.exec(text)?.[0] ?? "";

  // The keys in pasted BibTeX.
  form.keysIn = (text) =>
    [...text.matchAll(/@(?!comment|string|preamble)\w+\s*\{\s*([^\s,{}]+)\s*,/gi)].map(([, key]) => key);

  // An entry of BibTeX with another key.
  form.withKey = (text, key, other) =>
    text.replace(/(@\w+\s*\{\s*)([^\s,{}]+)(?=\s*,)/g, (all, start, found) => (found === key ? start + other : all));

  // The works in pasted RIS, each whole: it is read where it is taken over, and not here. Only who,
  // when and what it is called count here, for its key.
  form.risWorks = (text) => {
    const records = text.split(/^(?=[ \t]*TY {1,2}-)/m).filter((one) => /^\s*TY {1,2}-/.test(one));
    return records.map((record) => {
      /** @type {(tags: string) => string} */
      const first = (tags) => new RegExp(`^[ \\t]*(?:${tags}) {1,2}- *(.+)$`, "m").exec(record)?.[1].trim() ?? "";
      return {
        text: record.trim(),
        title: first("TI|T1"),
        author: first("AU|A1"),
        year: /\d{4}/.exec(first("PY|Y1|DA"))?.[0] ?? "",
        doi: form.doiIn(first("DO")),
      };
    });
  };

  // A record of RIS that says under which key it is to come.
  form.risWithKey = (text, key) =>
    text.replace(/^[ \t]*ID {1,2}-.*\n?/gm, "").replace(/^([ \t]*TY {1,2}-.*)$/m, `$1\nID  - ${key}`);
})(globalThis.kennisbankForm);
