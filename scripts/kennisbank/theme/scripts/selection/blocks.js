// The content of a page becomes what people take along of it: its sections without what is related.

((selection) => {
  "use strict";

  /** @type {{ [tag: string]: string }} */
  const LOOKS = { strong: "b", b: "b", dt: "b", em: "i", i: "i" };
  const TEXTS = "p h2 h3 h4 pre caption".split(" ");
  const BLOCKS = [...TEXTS, "ul", "ol", "dl", "table", "div"];
  // On paper nobody follows a card, downloads a file or sees a drawing without its words.
  const LEFT_OUT = "figcaption, svg, [aria-hidden], [hidden], [download], .kb-grid, .kb-explained, .kb-tool__paper";
  // What a citation leads to.
  const SOURCE = pgettext("anchor", "source");
  // What is related, and the sources, stand elsewhere.
  const SAID = "section.kb-facts, section.kb-section:not(.kb-sources, .kb-fitting)";
  // What fits one sheet, where a page marks it: the rest is an appendix.
  const SHEET = "[data-sheet]";

  /** @type {(element: Element) => boolean} */
  const isBlock = (element) => BLOCKS.includes(element.localName);

  /** @type {(run: Run) => [look: string, text: string]} */
  const parts = (run) => (typeof run === "string" ? ["", run] : run);

  // Pieces with single spaces, none at either end, and neighbours that look alike as one.
  /** @type {(pieces: Run[]) => Run[]} */
  function joined(pieces) {
    /** @type {[string, string][]} */
    const runs = [];
    for (const [look, piece] of pieces.map(parts)) {
      const last = runs.at(-1);
      const glued = last && last[0] === look ? last[1] + piece : piece;
      const text = glued.replace(/[ \t\r\n]+/g, " ");
      if (last && last[0] === look) last[1] = text;
      else if (text) runs.push([look, text]);
    }
    // A space stands once between runs, and at no end.
    runs.forEach((run, at) => {
      if (!at || runs[at - 1][1].endsWith(" ")) run[1] = run[1].replace(/^ /, "");
    });
    const last = runs.at(-1);
    if (last) last[1] = last[1].replace(/ $/, "");
    return runs.filter(([, text]) => text).map(([look, text]) => (look ? [look, text] : text));
  }

  // On paper a link to another site is its address, unless its text says that already.
  /** @type {(element: Element) => string} */
  function address(element) {
    const target = element.localName === "a" ? (element.getAttribute("href") ?? "") : "";
    return target.startsWith("http") && target !== element.textContent ? ` (${target})` : "";
  }

  /** @type {(element: Element, look: string) => Run[]} */
  function pieces(element, look) {
    return [...element.childNodes].flatMap((node) => {
      if (node.nodeType === Node.TEXT_NODE) return [/** @type {Run} */ ([look, node.nodeValue ?? ""])];
      if (!(node instanceof Element) || node.matches(LEFT_OUT)) return [];
      // Blocks inside a cell or a value stand on one line.
      const space = isBlock(node) || node.localName === "br" ? " " : "";
      const inside = pieces(node, LOOKS[node.localName] ?? look);
      return [/** @type {Run} */ ([look, space]), ...inside, /** @type {Run} */ ([look, address(node) + space])];
    });
  }

  /** @type {(element: Element, look?: string) => Run[]} */
  const runs = (element, look) => joined(pieces(element, look ?? LOOKS[element.localName] ?? ""));

  // The first block of an item is the item; what follows stands under it.
  /** @type {(list: Element) => Block[]} */
  function items(list) {
    const kind = list.localName === "ol" ? "ol" : "ul";
    const first = Number(list.getAttribute("start") ?? 1);
    return [...list.children].flatMap((item, at) => {
      const inside = [...item.children].filter(isBlock);
      const [head, ...rest] = inside.length ? inside : [item];
      const isText = head === item || TEXTS.includes(head.localName);
      /** @type {Block[]} */
      const made = isText ? [kind === "ol" ? [kind, runs(head), first + at] : [kind, runs(head)]] : [];
      return [...made, ...(isText ? rest : inside).flatMap(blocks)];
    });
  }

  /** @type {(list: Element) => Block[]} */
  function definitions(list) {
    return [...list.querySelectorAll("dt")].map((name) => {
      /** @type {Run[]} */
      const said = [];
      for (let value = name.nextElementSibling; value?.localName === "dd"; value = value.nextElementSibling) {
        said.push(...(said.length ? [", "] : []), ...runs(value));
      }
      return ["p", joined([...runs(name, "b"), ": ", ...said])];
    });
  }

  /** @type {(element: Element) => Block[]} */
  function table(element) {
    const captions = [...element.children].filter((one) => one.localName === "caption");
    const rows = [...element.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => runs(cell)));
    return [...captions.flatMap(blocks), ["table", rows]];
  }

  /** @type {(element: Element) => Block[]} */
  function blocks(element) {
    if (element.matches(LEFT_OUT)) return [];
    const tag = element.localName;
    if (TEXTS.includes(tag)) {
      const found = runs(element);
      const kind = tag === "pre" || tag === "caption" ? "p" : tag;
      return found.length ? [/** @type {Block} */ ([kind, found])] : [];
    }
    if (tag === "ul" || tag === "ol") return items(element);
    if (tag === "dl" || element.matches("dl > div")) return definitions(element);
    if (tag === "table") return table(element);
    return [...element.children].flatMap(blocks);
  }

  // A section that holds nothing but its heading says nothing.
  /** @type {(sections: Element[]) => Block[]} */
  const filled = (sections) =>
    sections
      .map(blocks)
      .filter((found) => found.some(([tag]) => !tag.startsWith("h")))
      .flat();

  selection.handoutOf = ({ title, kind, address, html, works }) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const lead = page.querySelector("p.kb-lead");
    const said = [...page.querySelectorAll(SAID)];
    const marked = [...page.querySelectorAll(SHEET)];
    const sheet = marked.length ? marked : said;
    const rest = said.filter((section) => !sheet.includes(section));
    const cited = [lead, ...sheet].flatMap((one) => [...(one?.querySelectorAll("a.kb-cite[href]") ?? [])]);
    return {
      title,
      kind,
      address,
      summary: lead ? runs(lead) : [],
      blocks: filled(sheet),
      evidence: filled(rest),
      // The sheet needs the sources of what it says, and no others.
      cited: cited.map((one) => (one.getAttribute("href") ?? "").replace(`#${SOURCE}-`, "")),
      sources: works.map(([key, order, reference]) => {
        const work = new DOMParser().parseFromString(reference, "text/html");
        return [key, order, runs(work.body)];
      }),
    };
  };
})(globalThis.kennisbankSelection);
