// The values of an entry become the text of its file: the same bytes as fields/writing.py, which
// says what the rules are.

((form) => {
  "use strict";

  /** @type {{ [sign: string]: string }} */
  const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t" };
  /** @type {(text: string) => boolean} */
  const isHidden = (text) => form.pattern(form.rules.patterns.hidden).test(text);

  /** @type {(character: string) => string} */
  function escaped(character) {
    if (character in ESCAPES) return ESCAPES[character];
    if (!isHidden(character)) return character;
    const code = Number(character.codePointAt(0));
    return code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;
  }

  /** @type {(text: string) => boolean} */
  function isPlain(text) {
    const { number, notPlain } = form.rules.patterns;
    if (form.pattern(`^(?:${number})$`).test(text)) return true;
    const unsafe = !text || text !== text.trim() || /[\n\t]/.test(text) || isHidden(text);
    return !unsafe && !form.pattern(`^(?:${notPlain})`, "i").test(text);
  }

  /** @type {(text: string) => string} */
  const onOneLine = (text) => (isPlain(text) ? text : `"${[...text].map(escaped).join("")}"`);

  /** @type {(text: string) => boolean} */
  function fitsABlock(text) {
    const blank = text.slice(0, 1).trim() === "" || text.split("\n").some((line) => line !== line.trimEnd());
    return !blank && !isHidden(text);
  }

  /** @type {(text: string) => boolean} */
  function folds(text) {
    const paragraphs = text.split("\n\n");
    const single = paragraphs.every((paragraph) => paragraph.split(" ").every(Boolean));
    return single && !/\t|(?<!\n)\n(?!\n)|\n{3}/.test(text);
  }

  /** @type {(text: string, indent: string) => Generator<string>} */
  function* folded(text, indent) {
    for (const [number, paragraph] of text.split("\n\n").entries()) {
      if (number) yield "";
      let line = "";
      for (const word of paragraph.split(" ")) {
        let longer = line ? `${line} ${word}` : indent + word;
        if (line && form.characters(longer) > form.rules.width) {
          yield line;
          longer = indent + word;
        }
        line = longer;
      }
      yield line;
    }
  }

  /** @type {(text: string, start: string, inner: string) => Generator<string>} */
  function* textLines(text, start, inner) {
    const line = `${start} ${onOneLine(text)}`;
    const short = !text.includes("\n") && (form.characters(line) <= form.rules.width || !text.includes(" "));
    if (!fitsABlock(text) || short) yield line;
    else if (folds(text)) {
      yield `${start} >-`;
      yield* folded(text, inner);
    } else {
      yield `${start} |-`;
      for (const one of text.split("\n")) yield one ? inner + one : "";
    }
  }

  /** @type {(field: Field, value: Value, indent: string) => Generator<string>} */
  function* item(field, value, indent) {
    if (typeof value === "object") {
      const [first, ...rest] = mapping(field.fields ?? [], value, `${indent}  `);
      yield `${indent}- ${first.trimStart()}`;
      yield* rest;
    } else yield* textLines(value, `${indent}-`, `${indent}  `);
  }

  /** @type {(fields: Field[], values: Values, indent: string) => Generator<string>} */
  function* mapping(fields, values, indent) {
    for (const field of fields) {
      const value = values[field.name];
      const start = `${indent}${field.name}:`;
      if (value === undefined) continue;
      if (typeof value === "string") yield* textLines(value, start, `${indent}  `);
      else {
        yield start;
        if (Array.isArray(value)) for (const one of value) yield* item(field, one, `${indent}  `);
        else yield* mapping(field.fields ?? [], value, `${indent}  `);
      }
    }
  }

  form.text = (kind, values) => [kind.schema, ...mapping(kind.fields, values, ""), ""].join("\n");
})(globalThis.kennisbankForm);
