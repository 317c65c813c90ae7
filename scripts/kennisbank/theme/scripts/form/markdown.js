// Prose becomes nodes for the preview: paragraphs, lists, quotes, emphasis, code, links, citations.
// Tables show as text; only the site itself knows them. Headings and pictures are drawn in a field
// that may hold them.

((form) => {
  "use strict";

  const site = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  // The headings of the preview itself go before those in a field.
  const FIRST = 5;
  const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
  /** @type {Pick<Field, "headings" | "images">} */
  let allowed = {};
  const ITEM = /^ {0,3}(?:([-*+])|(\d{1,9})[.)])(?: +(.*)| *$)/;
  /** @type {(...children: Child[]) => HTMLElement} */
  const link = (...children) => form.element("span", { class: "kb-preview__link" }, ...children);
  /** @type {(text: string) => HTMLElement} */
  const missing = (text) => form.element("span", { class: "kb-missing" }, text);

  /** @type {(work: CitedWork) => Node} */
  function inSentence({ key, locator }) {
    const source = form.source(key);
    return source
      ? link(`${source.narrative} (${source.year}${locatorIn(locator)})`)
      : missing(t("[unknown source: {key}]", { key }));
  }

  /** @type {(text: string) => string} */
  function locatorIn(text) {
    const plain = text.trim().split(/\s+/u).join(" ");
    const { patterns, pages: words } = form.rules;
    const pages = form
      .pattern(`^(?:${patterns.pages})$`, "i")
      .exec(plain)
      ?.groups?.pages.replace(form.pattern(patterns.pageWord, "gi"), " ")
      .replace(/\s*[-–—]+\s*/g, "–");
    if (pages) return `, ${words[/[–, ]/.test(pages) ? 1 : 0]} ${pages}`;
    return plain && `, ${plain.replace(/(?<=\d)\s*[-–—]+\s*(?=\d)/g, "–")}`;
  }

  /** @typedef {CitedWork & { source: KnownSource }} Known */

  /** @type {(works: CitedWork[]) => Known[]} */
  const knownOf = (works) =>
    works.flatMap((work) => {
      const source = form.source(work.key);
      return source ? [{ ...work, source }] : [];
    });

  // Words in front of a work begin a group with an order of its own.
  /** @type {(works: Known[]) => [before: string, works: Known[]][]} */
  function groupsOf(works) {
    /** @type {[before: string, works: Map<string, Known>][]} */
    const groups = [];
    for (const work of works) {
      if (work.before || !groups.length) groups.push([work.before, new Map()]);
      const { key, locator, bare } = work;
      groups.at(-1)?.[1].set(JSON.stringify([key, locator, bare]), work);
    }
    return groups.map(([before, group]) => [
      before,
      [...group.values()].sort((a, b) => a.source.order - b.source.order || (a.locator < b.locator ? -1 : 1)),
    ]);
  }

  // Works in the order of the list; years of the same names are joined.
  /** @type {(works: CitedWork[]) => (Node | string)[]} */
  function inParentheses(works) {
    /** @type {(Node | string)[]} */
    const nodes = [];
    for (const [before, group] of groupsOf(knownOf(works))) {
      let names = "";
      group.forEach(({ source, locator, bare }, number) => {
        const joined = names && source.parenthetical === names;
        if (nodes.length) nodes.push(joined ? ", " : "; ");
        if (before && !number) nodes.push(`${before} `);
        nodes.push(link(`${joined || bare ? "" : `${source.parenthetical}, `}${source.year}${locatorIn(locator)}`));
        names = locator || bare ? "" : source.parenthetical;
      });
    }
    for (const { key } of works.filter((work) => !form.source(work.key)))
      nodes.push(...(nodes.length ? ["; "] : []), missing(t("[unknown source: {key}]", { key })));
    return ["(", ...nodes, ")"];
  }

  /** @type {(citation: Citation) => (Node | string)[]} */
  const cited = (citation) => (citation.narrative ? [inSentence(citation.works[0])] : inParentheses(citation.works));

  /** @type {(named: EntryLink) => Node[]} */
  function entryLink({ kind, id, label }) {
    const entry = form.entry(kind, id);
    return [entry ? link(label || entry.title) : missing(t("[unknown page: {id}]", { id }))];
  }

  /** @type {(address: string) => boolean} */
  const isSafe = (address) => !/^[a-z][a-z0-9+.-]*:/i.test(address) || /^(?:https?|mailto):/i.test(address);

  // What can start at a place, as a sticky pattern and what its match becomes.
  /** @type {(linked: boolean) => [pattern: RegExp, make: (found: RegExpExecArray, text: string) => Piece[]][]} */
  function rules(linked) {
    const { citation, entryLink: entry } = form.rules.patterns;
    /** @type {ReturnType<typeof rules>} */
    const mentions = [
      [form.pattern(entry, "y"), (found) => entryLink(form.linkOf(found.groups ?? {}))],
      [form.pattern(citation, "y"), (found) => cited(form.citationOf(found.groups ?? {}))],
      [
        /\[((?:[^[\]\\`]|\\.)*)\]\(\s{0,9}(?:<([^<>\n]*)>|([^\s()<>]*))(?:\s{1,9}(?:"[^"]*"|'[^']*'))?\s{0,9}\)/y,
        (found) => (isSafe(found[2] ?? found[3]) ? [link(...form.line(found[1], true))] : [found[0]]),
      ],
    ];
    /** @type {ReturnType<typeof rules>} */
    const pictures = [
      [
        /!\[([^[\]\n]*)\]\([ \t]*(assets\/[^\s()<>]+)[ \t]*\)/y,
        (found) => [form.element("img", { class: "kb-image", src: new URL(found[2], site).href, alt: found[1] })],
      ],
    ];
    return [
      ...(allowed.images ? pictures : []),
      [/\\([!-/:-@[-`{-~])/y, (found) => [found[1]]],
      [
        /(`+)(?!`)([\s\S]+?)(?<!`)\1(?!`)/y,
        (found) => [form.element("code", {}, found[2].replace(/\n/g, " ").replace(/^ (.*\S.*) $/, "$1"))],
      ],
      // Signs of code that nothing closes are text, all at once: each would look for its own end.
      [/`+/y, (found) => [found[0]]],
      ...(linked ? [] : mentions),
      [/<((?:https?|mailto):[^<>\s]*)>/iy, (found) => [link(found[1])]],
      [
        /\*+|_+/y,
        (found, text) => [
          form.delimiter(found[0], text.slice(0, found.index).at(-1), text.slice(found.index + found[0].length)[0]),
        ],
      ],
      [/ *\n */y, () => ["\n"]],
      [/!|[^\\`[@<*_\n !]+| +/y, (found) => [found[0]]],
    ];
  }

  form.line = (text, linked = false) => {
    const known = rules(linked);
    /** @type {Piece[]} */
    const pieces = [];
    let at = 0;
    while (at < text.length) {
      let found = null;
      for (const [pattern, make] of known) {
        pattern.lastIndex = at;
        found = pattern.exec(text);
        if (found) {
          pieces.push(...make(found, text));
          break;
        }
      }
      if (!found) pieces.push(text[at]);
      at += found ? found[0].length : 1;
    }
    return form.emphasised(pieces);
  };

  // Lines that follow a sign of a list, up to the next sign or an unindented line after a blank one.
  /** @type {(lines: string[], start: number) => [node: HTMLElement, next: number]} */
  function listFrom(lines, start) {
    const first = ITEM.exec(lines[start]) ?? [];
    /** @type {string[][]} */
    const items = [];
    let at = start;
    let blank = false;
    let loose = false;
    for (; at < lines.length; at++) {
      const found = ITEM.exec(lines[at]);
      if (!lines[at].trim()) blank = true;
      else if (found && Boolean(found[1]) === Boolean(first[1]) && (!found[1] || found[1] === first[1])) {
        loose ||= blank;
        blank = false;
        items.push([found[3] ?? ""]);
      } else if (!blank || /^ {2,}/.test(lines[at])) {
        if (blank) items.at(-1)?.push("");
        loose ||= blank;
        blank = false;
        items.at(-1)?.push(lines[at].trim());
      } else break;
    }
    const children = items.map((item) =>
      form.element("li", {}, ...(loose ? form.blocks(item.join("\n")) : inlineItem(item))),
    );
    const number = first[2] && Number(first[2]) !== 1 ? Number(first[2]) : undefined;
    return [form.element(first[1] ? "ul" : "ol", { start: number }, ...children), at];
  }

  /** @type {(item: string[]) => ChildNode[]} */
  function inlineItem(item) {
    return form.blocks(item.join("\n")).flatMap((node) => (node.tagName === "P" ? [...node.childNodes] : [node]));
  }

  /** @type {(lines: string[], start: number, belongs: (line: string) => unknown) => number} */
  function run(lines, start, belongs) {
    let at = start;
    while (at < lines.length && belongs(lines[at])) at += 1;
    return at;
  }

  /** @type {(lines: string[], start: number) => [node: HTMLElement, next: number]} */
  function fenceFrom(lines, start) {
    const sign = /^ {0,3}(`{3,}|~{3,})/.exec(lines[start])?.[1] ?? "";
    const end = run(lines, start + 1, (line) => !line.trim().startsWith(sign));
    return [
      form.element(
        "pre",
        {},
        form.element(
          "code",
          {},
          lines
            .slice(start + 1, end)
            .map((line) => `${line}\n`)
            .join(""),
        ),
      ),
      end + 1,
    ];
  }

  /** @type {(lines: string[], start: number) => [node: HTMLElement, next: number]} */
  function quoteFrom(lines, start) {
    const end = run(lines, start, (line) => line.trim());
    return [
      form.element(
        "blockquote",
        {},
        ...form.blocks(
          lines
            .slice(start, end)
            .map((line) => line.replace(/^ {0,3}> ?/, ""))
            .join("\n"),
        ),
      ),
      end,
    ];
  }

  // The highest heading of a field comes right below those of the preview.
  /** @type {(lines: string[], start: number) => [node: HTMLElement, next: number]} */
  function headingFrom(lines, start) {
    const signs = lines.flatMap((line) => HEADING.exec(line)?.[1].length ?? []);
    const [, sign, words] = /** @type {RegExpExecArray} */ (HEADING.exec(lines[start]));
    const level = Math.min(FIRST + sign.length - Math.min(...signs), 6);
    return [form.element(level === FIRST ? "h5" : "h6", {}, ...form.line(words)), start + 1];
  }

  // A list breaks off a paragraph, unless it is empty or its number is not 1.
  /** @type {(line: string) => boolean} */
  const startsBlock = (line) => /^ {0,3}(?:>|`{3}|~{3})/.test(line) || /^ {0,3}(?:[-*+]|1[.)]) +\S/.test(line);

  /** @type {(lines: string[], start: number) => [node: HTMLElement, next: number]} */
  function paragraphFrom(lines, start) {
    const ends = (/** @type {string} */ line) => startsBlock(line) || (allowed.headings && HEADING.test(line));
    const end = run(lines, start + 1, (line) => line.trim() && !ends(line));
    return [
      form.element(
        "p",
        {},
        ...form.line(
          lines
            .slice(start, end)
            .map((line) => line.trim())
            .join("\n"),
        ),
      ),
      end,
    ];
  }

  /** @type {(lines: string[], start: number) => [node: HTMLElement, next: number]} */
  function blockFrom(lines, at) {
    if (ITEM.test(lines[at])) return listFrom(lines, at);
    if (/^ {0,3}(?:`{3,}|~{3,})/.test(lines[at])) return fenceFrom(lines, at);
    if (/^ {0,3}>/.test(lines[at])) return quoteFrom(lines, at);
    if (allowed.headings && HEADING.test(lines[at])) return headingFrom(lines, at);
    return paragraphFrom(lines, at);
  }

  // What lies deeper is shown as it was typed, as the site's own parser has a deepest level.
  const DEEPEST = 20;
  let depth = 0;

  form.blocks = (text, more = allowed) => {
    if (depth >= DEEPEST) return [form.element("p", {}, text)];
    const before = allowed;
    allowed = more;
    depth += 1;
    try {
      return blocksOf(text.split("\n"));
    } finally {
      depth -= 1;
      allowed = before;
    }
  };

  /** @type {(lines: string[]) => HTMLElement[]} */
  function blocksOf(lines) {
    const made = [];
    for (let at = 0; at < lines.length; ) {
      if (!lines[at].trim()) {
        at += 1;
        continue;
      }
      const [node, next] = blockFrom(lines, at);
      made.push(node);
      at = next;
    }
    return made;
  }
})(globalThis.kennisbankForm);
