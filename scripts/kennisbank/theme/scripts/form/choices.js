// What the library holds, found by kind and id or by key, and by the words that people type.

((form) => {
  "use strict";

  /** @type {Map<string, Map<string, KnownEntry>> | null} */
  let entries = null;
  /** @type {Map<string, KnownSource>} */
  let sources = new Map();

  function index() {
    /** @type {Map<string, Map<string, KnownEntry>>} */
    const found = new Map();
    sources = new Map();
    for (const [kind, id, title, ...aliases] of form.choices.entries) {
      const ofKind = found.get(kind) ?? new Map();
      found.set(kind, ofKind.set(id, { kind, id, title, aliases }));
    }
    form.choices.sources.forEach(([key, narrative, parenthetical, year, title], order) => {
      sources.set(key, { key, narrative, parenthetical, year, title, order });
    });
    entries = found;
    return found;
  }

  /** @type {() => Map<string, Map<string, KnownEntry>>} */
  const all = () => entries ?? index();

  form.entry = (kind, id) =>
    all()
      .get(kind ?? "")
      ?.get(id);
  form.entriesOf = (kind) => [...(all().get(kind)?.values() ?? [])];
  // What people call the entries of a kind, with the id: an id goes before a title, a title before
  // an alias, and what two are called is no name.
  form.namesOf = (kind) => {
    const entries = form.entriesOf(kind);
    const old = form.choices.old.filter(([other]) => other === kind);
    /** @type {[name: string, id: string][][]} */
    const levels = [
      [...entries.flatMap((one) => one.aliases.map(named(one.id))), ...old.map(([, name, id]) => named(id)(name))],
      entries.map((one) => named(one.id)(one.title)),
      entries.map((one) => named(one.id)(one.id)),
    ];
    /** @type {Map<string, string>} */
    const names = new Map();
    for (const level of levels) {
      /** @type {Map<string, string>} */
      const here = new Map();
      for (const [name, id] of level) here.set(name, here.has(name) && here.get(name) !== id ? "" : id);
      for (const [name, id] of here) id ? names.set(name, id) : names.delete(name);
    }
    return names;
  };
  /** @type {(id: string) => (name: string) => [name: string, id: string]} */
  const named = (id) => (name) => [form.slug(name), id];
  // A title or an alias, in any case, stands for its id.
  form.idOfName = (kind, name) => (form.entry(kind, name) ? name : (form.namesOf(kind).get(form.slug(name)) ?? name));
  form.slug = (text) =>
    text
      .normalize("NFKD")
      .replace(/\P{ASCII}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "");
  const allSources = () => {
    all();
    return sources;
  };

  // What somebody is going to send along counts as known.
  form.addKnownSource = (key, name) => {
    if (!form.source(key)) {
      allSources().set(key, { key, narrative: name, parenthetical: name, year: "", title: name, order: Infinity });
    }
  };
  form.addKnownEntry = (kind, id, title) => {
    const ofKind = all().get(kind) ?? new Map();
    if (!ofKind.has(id)) all().set(kind, ofKind.set(id, { kind, id, title, aliases: [] }));
  };

  form.source = (key) => allSources().get(key);
  form.sourceKeys = () => [...allSources().keys()];

  /** @type {(text: string) => string} */
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // An option has what is filled in, what is shown, and all that it is found by.
  /** @type {(entry: KnownEntry) => Option} */
  const ofEntry = ({ kind, id, title, aliases }) => ({
    value: id,
    shown: title,
    below: id,
    found: plain([title, id, ...aliases].join(" ")),
    mention: `[[${kind}:${id}]]`,
  });
  /** @type {(source: KnownSource) => Option} */
  const ofSource = ({ key, narrative, year, title }) => ({
    value: key,
    shown: `${narrative} (${year})`,
    below: title,
    found: plain([key, narrative, year, title].join(" ")),
    mention: `[@${key}]`,
  });

  // Whether a value names a source: in some fields one text may stand in its place.
  form.isSource = (field, value) => field.form === "source" && value !== field.instead;

  /** @type {(text: string) => Option} */
  const ofText = (text) => ({ value: text, shown: text, below: "", found: plain(text), mention: text });

  // kind is that of entries, "source", or "" for everything; instead is a text beside the sources.
  form.options = (kind, instead) => {
    const first = instead ? [ofText(instead)] : [];
    if (kind === "source") return [...first, ...[...allSources().values()].map(ofSource)];
    if (kind) return form.entriesOf(kind).map(ofEntry);
    /** @type {(kind: Rules["kinds"][number]) => Option[]} */
    const labelled = ([one, label]) => form.entriesOf(one).map((entry) => ({ ...ofEntry(entry), below: label }));
    return [...form.options("source"), ...form.rules.kinds.flatMap(labelled)];
  };

  // No name or title has more words, or is longer.
  const MOST_WORDS = 20;
  const LONGEST = 400;

  form.search = (options, text, most) => {
    const wanted = plain(text.slice(0, LONGEST)).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
    const found = options.filter((option) => wanted.every((word) => option.found.includes(word)));
    // Who types a name means what begins with it, and not what only tells of it.
    /** @type {(option: Option) => boolean} */
    const begins = ({ value, shown }) =>
      wanted.length > 0 && [value, plain(shown)].some((name) => name.startsWith(wanted[0]));
    return [...found.filter(begins), ...found.filter((option) => !begins(option))].slice(0, most);
  };
})(globalThis.kennisbankForm);
