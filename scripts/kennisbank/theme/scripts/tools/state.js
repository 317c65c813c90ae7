// What people filled in: kept in this browser only, written to a file and read from one. Whatever
// comes in may be anybody's, so it is read piece by piece: known names, right types, no more than
// anybody needs. Nothing of it ever becomes HTML.

globalThis.kennisbankTools ??= /** @type {ToolScripts} */ ({});

((tools) => {
  "use strict";

  const LARGEST = 300_000;
  const MOST_PEOPLE = 30;
  const LONGEST_NAME = 60;
  const LONGEST = 500;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const VERSION = 1;
  // Signs that nobody sees, or that turn the order of what stands beside them around.
  const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("kb-tool-data"));
  tools.data = template ? JSON.parse(template.content.textContent) : {};
  tools.root = /** @type {HTMLElement} */ (document.getElementById("kb-tool-app"));
  // Sites of one owner may share an origin, so the address of this site is in the name.
  const site = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).pathname;
  const NAME = `kennisbank-tool ${site} ${tools.data.key}`;

  tools.line = (value, most = LONGEST) =>
    typeof value === "string"
      ? value
          .slice(0, 4 * most)
          .replace(UNSEEN, " ")
          .trim()
          .slice(0, most)
      : "";

  tools.number = (value, least, most) =>
    typeof value === "number" && Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : null;

  tools.list = (value, most) => (Array.isArray(value) ? value.slice(0, most) : []);

  tools.plain = (value) => (value && typeof value === "object" && !Array.isArray(value) ? Object(value) : {});

  tools.pairs = (value, known) => {
    /** @type {Map<string, unknown[]>} */
    const found = new Map();
    for (const pair of tools.list(value, 200)) {
      const [name, ...rest] = tools.list(pair, 10);
      if (typeof name === "string" && known.includes(name) && !found.has(name)) found.set(name, rest);
    }
    return [...found];
  };

  /** @type {(value: unknown) => Step} */
  function step(value) {
    const { what, who, day } = tools.plain(value);
    const date = tools.line(day, 10);
    return { what: tools.line(what), who: tools.line(who, LONGEST_NAME), day: DAY.test(date) ? date : "" };
  }

  /** @type {(value: unknown, at: number) => Person} */
  function person(value, at) {
    const { name, done, answers } = tools.plain(value);
    const called = tools.line(name, LONGEST_NAME) || (tools.data.alone ? "" : t("Person {n}", { n: at + 1 }));
    return { name: called, done: done === true, answers: tools.sort.clean(answers) };
  }

  tools.fresh = () => ({ people: [], at: 0, shown: false, step: step(null) });

  tools.tooLarge = () => t("This file is too large to be one of ours. Nothing changed.");

  tools.read = (text) => {
    if (text.length > LARGEST) return tools.tooLarge();
    let value;
    try {
      value = tools.plain(JSON.parse(text));
    } catch {
      return t("This is no file that was saved here. Nothing changed.");
    }
    if (value.kennisbank !== "tool" || value.version !== VERSION || !Array.isArray(value.people))
      return t("This is no file that was saved here. Nothing changed.");
    if (value.tool !== tools.data.key)
      return t("This file belongs to another page: {title}. Nothing changed.", {
        title: tools.line(value.title, 100) || "?",
      });
    const people = tools.list(value.people, MOST_PEOPLE).map(person);
    const at = tools.number(value.at, 0, Math.max(0, people.length - 1)) ?? 0;
    return { people, at, shown: value.shown === true, step: step(value.step) };
  };

  tools.text = (state, shared) => {
    const { key, title } = tools.data;
    const share = shared ? tools.sort.shared : undefined;
    const people = state.people.map((one) => ({ ...one, answers: share ? share(one.answers) : one.answers }));
    const more = shared ? {} : { at: state.at, shown: state.shown };
    const all = { kennisbank: "tool", version: VERSION, tool: key, title, people, step: state.step, ...more };
    return JSON.stringify(all, null, shared ? 1 : 0);
  };

  tools.load = () => {
    try {
      const found = tools.read(localStorage.getItem(NAME) ?? "");
      return typeof found === "string" ? tools.fresh() : found;
    } catch {
      return tools.fresh();
    }
  };

  tools.keep = (state) => {
    try {
      const begun = state.people.length || state.step.what || state.step.who || state.step.day;
      if (begun) localStorage.setItem(NAME, tools.text(state, false));
      else localStorage.removeItem(NAME);
    } catch {
      return false;
    }
    return true;
  };

  tools.merge = (state, other) => {
    // Who fills in alone goes on with what the file holds.
    if (tools.data.alone) return other;
    const people = [...state.people];
    for (const one of other.people) {
      const twin = people.find(({ name }) => name === one.name);
      if (twin && JSON.stringify(twin.answers) === JSON.stringify(one.answers)) continue;
      let name = one.name;
      for (let n = 2; people.some((known) => known.name === name); n++) name = `${one.name} (${n})`;
      if (people.length < MOST_PEOPLE) people.push({ ...one, name });
    }
    const kept = Object.values(state.step).some(Boolean) ? state.step : other.step;
    return { people, at: Math.min(state.at, people.length - 1), shown: false, step: kept };
  };
})(globalThis.kennisbankTools);
