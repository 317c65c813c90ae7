// Handouts become Markdown: text stays text, whatever signs it holds.

((selection) => {
  "use strict";

  /** @type {{ [look: string]: string }} */
  const MARKS = { b: "**", i: "*", "": "" };

  /** @type {(text: string) => string} */
  function escaped(text) {
    return text
      .split(/(https?:\/\/[^\s<>()]+)/)
      .map((piece, at) =>
        at % 2 ? `<${piece}>` : piece.replace(/[\\`*_[\]<>|~]/g, "\\$&").replace(/&(?=#?\w+;)/g, "\\&"),
      )
      .join("");
  }

  // Marks must touch the words: "**a** b", never "**a **b".
  /** @type {(run: { look: string, text: string }) => string} */
  function marked({ look, text }) {
    const [, before, words, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
    return words ? `${before}${MARKS[look]}${escaped(words)}${MARKS[look]}${after}` : text;
  }

  /** @type {(runs: Run[]) => string} */
  const inline = (runs) => runs.map(selection.run).map(marked).join("");

  // What a line begins with must not make it a list or a heading.
  /** @type {(runs: Run[]) => string} */
  const line = (runs) =>
    inline(runs)
      .replace(/^(#{1,6}|[-+=])(?=\s|$)/, "\\$1")
      .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");

  /** @type {(rows: Run[][][]) => string} */
  function table(rows) {
    const [head, ...rest] = rows.map((row) => `| ${row.map(inline).join(" | ")} |`);
    return [head, `|${" --- |".repeat(rows[0].length)}`, ...rest].join("\n");
  }

  /** @type {(block: Block) => string} */
  function block([kind, content, number]) {
    if (kind === "table") return table(content);
    if (kind === "ul") return `- ${line(content)}`;
    if (kind === "ol") return `${number}. ${line(content)}`;
    if (kind === "p") return line(content);
    return `${"#".repeat(Number(kind[1]) + 1)} ${inline(content)}`;
  }

  // Items of one list stand together; everything else has an empty line before it.
  /** @type {(blocks: Block[]) => string} */
  function joined(blocks) {
    return blocks.reduce((text, one, at) => {
      const inList = at && one[0] === blocks[at - 1][0] && "ul ol".includes(one[0]) && one[2] !== 1;
      return `${text}${at ? (inList ? "\n" : "\n\n") : ""}${block(one)}`;
    }, "");
  }

  selection.markdown = (title, handouts, site) => {
    const entries = handouts.flatMap((one) => [
      `## ${escaped(one.title)}`,
      `${one.kind}: <${new URL(one.address, site).href}>`,
      line(one.summary),
      joined(one.blocks),
    ]);
    const sources = selection.sources(handouts).map((runs) => `- ${line(runs)}`);
    const heading = t("Sources");
    const foot = sources.length ? [`## ${heading}`, sources.join("\n")] : [];
    return `${[`# ${escaped(title)}`, ...entries, ...foot].filter(Boolean).join("\n\n")}\n`;
  };
})(globalThis.kennisbankSelection);
