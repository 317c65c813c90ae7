// The demands of a field, which are data of the library's own checker, become the first fault of a
// text. Nothing here knows a limit or a message.

((form) => {
  "use strict";

  /** @type {Map<string, RegExp>} */
  const compiled = new Map();

  form.pattern = (source, flags = "") => {
    const key = `${flags}/${source}`;
    const found = compiled.get(key) ?? new RegExp(source, `u${flags}`);
    compiled.set(key, found);
    found.lastIndex = 0;
    return found;
  };

  form.fill = (template, values) =>
    template.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));

  form.words = (text) => text.split(/\s+/u).filter(Boolean).length;

  // One sign is one, also where the browser stores it as two.
  form.characters = (text) => [...text].length;

  /** @type {(text: string) => number} */
  function isNoDay(text) {
    const day = new Date(`${text}T00:00:00Z`);
    const real = text >= "0001" && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
    return real ? 0 : 1;
  }

  /** @type {{ [measure: string]: (text: string, demand: Demand) => number }} */
  const MEASURES = {
    pattern: (text, demand) => (form.pattern(`^(?:${demand.pattern})$`).test(text) ? 0 : 1),
    characters: form.characters,
    words: form.words,
    day: isNoDay,
  };

  form.fault = (text, demands = []) => {
    for (const demand of demands) {
      const size = MEASURES[demand.measure](text, demand);
      if (size > demand.limit)
        return { code: demand.code, message: form.fill(demand.message, { size, limit: demand.limit }) };
    }
    return null;
  };
})(globalThis.kennisbankForm);
