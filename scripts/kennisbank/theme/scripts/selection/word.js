// Handouts and an empty Word document become a Word document. Everything about looks is in the
// styles of the empty one; the browser's own XML writer keeps text from becoming markup.

((selection) => {
  "use strict";

  /** @typedef {(name: string, attributes?: { [name: string]: string | number }, ...children: (Node | string)[]) => Element} Make */
  /** @typedef {(style: string, runs: Run[], isNumbered?: boolean) => Element} Paragraph */

  const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  /** @type {{ [kind: string]: string }} */
  const STYLES = { h2: "Heading2", h3: "Heading3", h4: "Heading4", p: "Normal", ul: "ListBullet", ol: "ListNumber" };
  /** @type {(text: string) => Document} */
  const parsed = (text) => new DOMParser().parseFromString(text, "application/xml");

  // The attributes of Word's elements are in its namespace too.
  /** @type {(xml: Document) => Make} */
  function maker(xml) {
    return (name, attributes = {}, ...children) => {
      const made = xml.createElementNS(WORD, `w:${name}`);
      for (const [key, value] of Object.entries(attributes)) made.setAttributeNS(WORD, `w:${key}`, String(value));
      made.append(...children);
      return made;
    };
  }

  /** @type {(xml: Document, startList: () => number) => { paragraph: Paragraph, block: (block: Block) => Element[] }} */
  function writer(xml, startList) {
    const make = maker(xml);
    let list = 0;

    /** @type {(one: Run) => Element} */
    function run(one) {
      const { look, text } = selection.run(one);
      const written = make("t", {}, text);
      written.setAttribute("xml:space", "preserve");
      return make("r", {}, ...(look ? [make("rPr", {}, make(look))] : []), written);
    }

    /** @type {() => Element} */
    const numbered = () => make("numPr", {}, make("ilvl", { val: 0 }), make("numId", { val: list }));

    /** @type {Paragraph} */
    function paragraph(style, runs, isNumbered) {
      const look = make("pPr", {}, make("pStyle", { val: style }), ...(isNumbered ? [numbered()] : []));
      return make("p", {}, look, ...runs.map(run));
    }

    /** @type {(rows: Run[][][]) => Element} */
    function table(rows) {
      const width = Math.max(...rows.map((row) => row.length));
      /** @type {(runs: Run[]) => Element} */
      const cell = (runs) =>
        make("tc", {}, make("tcPr", {}, make("tcW", { w: 0, type: "auto" })), paragraph("Normal", runs));
      const look = make("tblPr", {}, make("tblStyle", { val: "TableGrid" }), make("tblW", { w: 0, type: "auto" }));
      const grid = make("tblGrid", {}, ...Array.from({ length: width }, () => make("gridCol")));
      return make("tbl", {}, look, grid, ...rows.map((row) => make("tr", {}, ...row.map(cell))));
    }

    /** @type {(block: Block) => Element[]} */
    function block([kind, content, number]) {
      // Word needs a paragraph after a table.
      if (kind === "table") return [table(content), paragraph("Normal", [])];
      if (number === 1) list = startList();
      return [paragraph(STYLES[kind], content, kind === "ol" && list > 0)];
    }

    return { paragraph, block };
  }

  // Numbers begin at 1 in each list only when each has a definition of its own.
  /** @type {(xml: Document, definition: number) => () => number} */
  function lists(xml, definition) {
    const make = maker(xml);
    return () => {
      const known = [...xml.getElementsByTagNameNS(WORD, "num")];
      const id = Math.max(...known.map((one) => Number(one.getAttributeNS(WORD, "numId")))) + 1;
      const start = make("lvlOverride", { ilvl: 0 }, make("startOverride", { val: 1 }));
      known.at(-1)?.after(make("num", { numId: id }, make("abstractNumId", { val: definition }), start));
      return id;
    };
  }

  selection.word = async (title, handouts, site, { parts, numbers }) => {
    const xml = parsed(parts["word/document.xml"]);
    const numbering = parsed(parts["word/numbering.xml"]);
    const { paragraph, block } = writer(xml, lists(numbering, numbers));
    const entries = handouts.flatMap((one) => [
      paragraph("Heading1", [one.title]),
      paragraph("Normal", [["i", `${one.kind}: ${new URL(one.address, site).href}`]]),
      paragraph("Normal", one.summary),
      ...one.blocks.flatMap(block),
    ]);
    const sources = selection.sources(handouts).map((runs) => paragraph("Normal", runs));
    const foot = sources.length ? [paragraph("Heading1", [t("Sources")]), ...sources] : [];
    const end = xml.getElementsByTagNameNS(WORD, "sectPr")[0];
    end.before(paragraph("Title", [title]), ...entries, ...foot);
    /** @type {(one: Document) => string} */
    const written = (one) => new XMLSerializer().serializeToString(one);
    return selection.zip({ ...parts, "word/document.xml": written(xml), "word/numbering.xml": written(numbering) });
  };
})(globalThis.kennisbankSelection);
