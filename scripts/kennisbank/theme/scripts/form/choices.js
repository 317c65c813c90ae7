// What the library holds, found by kind and id or by key, and by the words that people type.

(function (form) {
  "use strict";

  let entries = null;
  let sources = null;

  function index() {
    entries = new Map();
    sources = new Map();
    for (const [kind, id, title, ...aliases] of form.choices.entries) {
      if (!entries.has(kind)) entries.set(kind, new Map());
      entries.get(kind).set(id, { kind, id, title, aliases });
    }
    form.choices.sources.forEach(([key, narrative, parenthetical, year, title], order) => {
      sources.set(key, { key, narrative, parenthetical, year, title, order });
    });
  }

  const all = () => entries ?? (index(), entries);

  form.entry = (kind, id) => all().get(kind)?.get(id);
  form.entriesOf = (kind) => [...(all().get(kind)?.values() ?? [])];
  // What people call the entries of a kind, with the id: the id itself or the title.
  form.namesOf = (kind) => {
    const entries = form.entriesOf(kind);
    const titles = entries.map((one) => [form.slug(one.title), one.id]);
    return new Map([...titles, ...entries.map((one) => [one.id, one.id])]);
  };
  form.slug = (text) =>
    text
      .normalize("NFKD")
      .replace(/[^\x00-\x7f]/g, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "");
  form.source = (key) => (all(), sources.get(key));
  form.sourceKeys = () => (all(), [...sources.keys()]);

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // An option has what is filled in, what is shown, and all that it is found by.
  const ofEntry = ({ kind, id, title, aliases }) => ({
    value: id,
    shown: title,
    below: id,
    found: plain([title, id, ...aliases].join(" ")),
    mention: `[[${kind}:${id}]]`,
  });
  const ofSource = ({ key, narrative, year, title }) => ({
    value: key,
    shown: `${narrative} (${year})`,
    below: title,
    found: plain([key, narrative, year, title].join(" ")),
    mention: `[@${key}]`,
  });

  // Whether a value names a source: in some fields one text may stand in its place.
  form.isSource = (field, value) => field.form === "source" && value !== field.instead;

  const ofText = (text) => ({ value: text, shown: text, below: "", found: plain(text), mention: text });

  // kind is that of entries, "source", or "" for everything; instead is a text beside the sources.
  form.options = (kind, instead) => {
    const first = instead ? [ofText(instead)] : [];
    if (kind === "source") return [...first, ...form.sourceKeys().map((key) => ofSource(form.source(key)))];
    if (kind) return form.entriesOf(kind).map(ofEntry);
    const labelled = ([one, label]) => form.entriesOf(one).map((entry) => ({ ...ofEntry(entry), below: label }));
    return [...form.options("source"), ...form.rules.kinds.flatMap(labelled)];
  };

  // No name or title has more words, or is longer.
  const MOST_WORDS = 20;
  const LONGEST = 400;

  form.search = (options, text, most) => {
    const wanted = plain(text.slice(0, LONGEST)).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
    return options.filter((option) => wanted.every((word) => option.found.includes(word))).slice(0, most);
  };
})((globalThis.kennisbankForm ??= {}));
