import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./loading.mjs";

load("elements", "files", "form/load", "form/buttons", "form/demands", "form/suggestions", "form/mentions");
load(
  "form/choices",
  "form/faults",
  "form/writing",
  "form/emphasis",
  "form/values",
  "form/drafts",
  "form/sending",
  "form/bundle",
);

const form = kennisbankForm;
/** @type {Demand} */
const SHORT = { measure: "words", limit: 3, message: "is {size} woorden lang, hooguit {limit}", code: "wrong-type" };
/** @type {Kind} */
const KIND = {
  kind: "term",
  folder: "terms",
  label: "Begrip",
  schema: "# een schema",
  fields: [
    { name: "title", title: "Titel", help: "", form: "line", required: true, demands: [SHORT] },
    { name: "aliases", title: "Andere namen", help: "", form: "line", many: true },
    { name: "level", title: "Niveau", help: "", form: "line", choices: [["team", "Team"]], unknown: true },
    {
      name: "changed",
      title: "Wijzigingen",
      help: "",
      form: "group",
      many: true,
      fields: [
        { name: "day", title: "Dag", help: "", form: "day", required: true },
        { name: "note", title: "Wat", help: "", form: "line" },
      ],
    },
  ],
};
form.rules = {
  patterns: {
    item: "(?<before>)@(?<bare>-?)(?<key>[a-z0-9]+)(?<locator>)",
    hidden: "[\\u200b\\u0000]",
    notPlain: "[-\\[\"'#&*!|>%@`]|.*: |onbekend$",
    number: "-?[0-9]+",
    scanned:
      "(?<entry>\\[\\[(?<target>[^\\]|]+)(?:\\|(?<label>[^\\]]+))?\\]\\])|(?<citation>\\[(?<cluster>@[^\\]]+)\\](?<narrative>)(?<where>))",
  },
  words: {
    wrong: "{field}: {fault}",
    choice: "‘{value}’ staat niet in de lijst.",
    choices: "Kies: {allowed}.",
    didYouMean: "Bedoelde u ‘{word}’?",
    empty: "{field} is leeg.",
    emptyHint: "Vul het in.",
    missing: "{field} ontbreekt.",
    field: "{title}",
    point: "{title}, punt {point}",
  },
  remedies: {},
  warnings: ["orphan"],
  id: { pattern: "[a-z-]+", shortest: 2, longest: 64 },
  alike: 0.6,
  unknown: "onbekend",
  speltUnknown: {
    measure: "pattern",
    pattern: "(?![Oo]nbekend$).*",
    limit: 0,
    message: "schrijf onbekend klein",
    code: "wrong-type",
  },
  pages: ["p. ", "pp. "],
  marker: "VUL IN",
  width: 40,
  kinds: [["term", "begrip", "terms"]],
};
form.choices = {
  entries: [
    ["term", "leercultuur", "Leercultuur", "cultuur van leren"],
    ["method", "samen-leren", "Samenwerkend leren", "intervisie"],
    ["method", "intervisie", "Collegiaal overleg", "overleg"],
    ["method", "praten", "Praten", "overleg"],
  ],
  sources: [["karasek1979", "Karasek", "Karasek", "1979", "Job demands"]],
  old: [["method", "vroeger", "praten"]],
  files: 1,
};

test("the first demand that a text breaks is its fault, in the words of the demand", () => {
  assert.deepEqual(form.fault("een twee drie vier", [SHORT]), {
    code: "wrong-type",
    message: "is 4 woorden lang, hooguit 3",
  });
  assert.equal(form.fault("een twee drie", [SHORT]), null);
  assert.equal(form.characters("a🙂"), 2);
});

test("a day that no calendar has is a fault", () => {
  /** @type {Demand} */
  const day = { measure: "day", limit: 0, message: "is geen dag", code: "wrong-type" };

  assert.equal(form.fault("2026-02-28", [day]), null);
  assert.equal(form.fault("2026-02-30", [day])?.message, "is geen dag");
});

test("the known word that is most alike is asked about, and none where nothing is", () => {
  assert.equal(form.nearest("taakroulatei", ["taakroulatie", "jobcrafting"]), "taakroulatie");
  assert.equal(form.nearest("iets heel anders", ["taakroulatie"]), null);
  assert.equal(form.didYouMean("taem", ["Team"]), "Bedoelde u ‘Team’?");
});

test("an entry is found by its id, its title and its other names", () => {
  assert.equal(form.entry("term", "leercultuur")?.title, "Leercultuur");
  assert.equal(form.namesOf("term").get("leercultuur"), "leercultuur");
  assert.deepEqual(
    form.search(form.options("term"), "cultuur lere", 5).map(({ mention }) => mention),
    ["[[term:leercultuur]]"],
  );
  assert.deepEqual(
    form.options("source").map(({ mention }) => mention),
    ["[@karasek1979]"],
  );
});

test("a title makes a name for a file", () => {
  assert.equal(form.slug("  Één – twéé: drie! "), "een-twee-drie");
});

test("citations and links to entries are found with their place", () => {
  const { citations, links } = form.mentions("Zie [[term:leercultuur|dit]] [@karasek1979].");

  assert.deepEqual(links, [{ kind: "term", id: "leercultuur", label: "dit", at: 4 }]);
  assert.equal(citations[0].works[0].key, "karasek1979");
});

test("what is missing, empty or not on the list is told with its path", () => {
  const found = form.faults(KIND, { aliases: ["a", null], level: "teem", changed: [{ note: "Iets." }] });

  assert.deepEqual(
    found.map(({ path, code, message }) => [path.join("."), code, message]),
    [
      ["title", "missing-field", "Titel ontbreekt."],
      ["aliases.1", "empty-field", "Andere namen, punt 2 is leeg."],
      ["level", "wrong-type", "Niveau: ‘teem’ staat niet in de lijst."],
      ["changed.0.day", "missing-field", "Dag ontbreekt."],
    ],
  );
  assert.equal(found[2].hint, "Bedoelde u ‘team’?");
});

test("blanks at the end of a line and fields without a value are not in the file", () => {
  const state = { title: " Een titel \r\n", aliases: ["", ""], changed: [{ day: "2026-01-01", note: "" }] };

  assert.deepEqual(form.values(KIND.fields, state), { title: "Een titel", changed: [{ day: "2026-01-01" }] });
});

test("values become the text of a file: folded where they are long, quoted where they must be", () => {
  const values = {
    title: "# geen commentaar",
    aliases: ["een naam"],
    changed: [{ day: "2026-01-01", note: "Een zin van zoveel woorden dat er een regel bij moet." }],
  };

  assert.equal(
    form.text(KIND, values),
    [
      "# een schema",
      'title: "# geen commentaar"',
      "aliases:",
      "  - een naam",
      "changed:",
      "  - day: 2026-01-01",
      "    note: >-",
      "      Een zin van zoveel woorden dat er",
      "      een regel bij moet.",
      "",
    ].join("\n"),
  );
});

test("runs of signs open and close emphasis as CommonMark says", () => {
  assert.deepEqual(form.delimiter("**", " ", "a"), { sign: "*", left: 2, length: 2, opens: true, closes: false });
  assert.deepEqual(form.delimiter("_", "a", "b"), { sign: "_", left: 1, length: 1, opens: false, closes: false });
});

test("what anyone kept as a draft becomes a state that the form can show", () => {
  const kept = { title: 7, aliases: "geen lijst", changed: [{ day: "2026-01-01", vreemd: true }], vreemd: 1 };

  assert.deepEqual(form.fitting(KIND.fields, kept), { title: "", aliases: [], changed: [{ day: "2026-01-01" }] });
});

test("a text that fits goes along in the address, a longer one does not", () => {
  assert.deepEqual(form.destination("https://a.nl/new?t=1", "b", "c: d"), {
    address: "https://a.nl/new?t=1&b=c%3A%20d",
    carries: true,
  });
  assert.deepEqual(form.destination("https://a.nl/new?t=1", "b", "x".repeat(7000)), {
    address: "https://a.nl/new?t=1",
    carries: false,
  });
});

test("a short text goes in a letter, of a longer one the letter asks to paste it", () => {
  assert.deepEqual(form.letter("mailto:a@b.nl", "Leren & zo", "een\ntwee"), {
    address: "mailto:a@b.nl?subject=Leren%20%26%20zo&body=een%0D%0Atwee",
    carries: true,
  });
  assert.equal(form.letter("mailto:a@b.nl", "x", "é".repeat(1000)).carries, false);
});

test("a title or an alias, in any case, stands for the id of one entry", () => {
  for (const [name, id] of [
    ["Samenwerkend Leren", "samen-leren"],
    ["intervisie", "intervisie"],
    ["VROEGER", "praten"],
    ["overleg", "overleg"],
    ["niets", "niets"],
  ]) {
    assert.equal(form.idOfName("method", name), id);
  }
  /** @type {Field} */
  const field = { name: "methods", title: "Methoden", help: "", form: "link", many: true, refersTo: "method" };
  assert.deepEqual(form.values([field], { methods: ["Samenwerkend leren ", "PRATEN"] }), {
    methods: ["samen-leren", "praten"],
  });
});

test("what is sent is fenced so that no text in it ends a block", () => {
  const text = form.bundle({
    message: "Beste redactie\n```\nx",
    files: [["a/b.yml", "c: ```"]],
    sources: ["@book{k,}\n"],
  });

  assert.equal(text, "Beste redactie\n'''\nx\n\n````yaml a/b.yml\nc: ```\n````\n\n```bibtex\n@book{k,}\n```\n");
});

test("what is typed of a work becomes BibTeX that reads back", () => {
  const given = { sort: "book", author: "Bos, J.; TNO", year: "2021", title: "Leren {&} 100%", where: "Boom" };

  assert.equal(
    form.bibtex("k", given),
    "@book{k,\n  author = {Bos, J. and {TNO}},\n  title = {Leren \\& 100\\%},\n  publisher = {Boom},\n  year = {2021},\n}\n",
  );
  assert.equal(form.newKey({ author: "De Vries, A.", year: "2021", title: "Een zin over leren" }), "devries2021over");
  assert.equal(form.newKey({ doi: "10.5555/A.b" }), "doi-10-5555-a-b");
});

test("an organisation with en in its name is one, and two persons are two", () => {
  /** @param {string} author */
  const of = (author) => /author = (.*),/.exec(form.bibtex("k", { sort: "book", author, title: "X" }))?.[1];

  assert.equal(of("Ministerie van Onderwijs en Wetenschap"), "{{Ministerie van Onderwijs en Wetenschap}}");
  assert.equal(of("Bos, J. en Vos, A."), "{Bos, J. and Vos, A.}");
  assert.equal(of("Bos, J.; TNO & SER"), "{Bos, J. and {TNO \\& SER}}");
});

test("pasted RIS is sent whole, each work under a key of its own", () => {
  const ris =
    "TY  - CHAP\nID  - 12\nAU  - Bos, Jan\nTI  - Leren\nPY  - 2021/03\nVL  - 3\nDO  - https://doi.org/10.5555/x\nER  -\n";
  const [first, second, ...more] = form.risWorks(`${ris}\n${ris.replace("Leren", "Doen")}`);

  assert.deepEqual(more, []);
  assert.equal(second.title, "Doen");
  assert.deepEqual(
    { ...first, text: "" },
    { text: "", title: "Leren", author: "Bos, Jan", year: "2021", doi: "10.5555/x" },
  );
  const sent = form.risWithKey(first.text, "bos2021leren");
  assert.equal(sent, ris.trim().replace("ID  - 12\n", "").replace("CHAP\n", "CHAP\nID  - bos2021leren\n"));
  assert.match(form.bundle({ message: "", files: [], sources: [sent] }), /^```ris\nTY {2}- CHAP\nID/);
  assert.deepEqual(form.risWorks("@book{x,}"), []);
});

test("pasted BibTeX keeps its keys, or gets the nearest that can be an address", () => {
  assert.deepEqual(form.keysIn("@book{a1, title={X}}\n@comment{no}\n@article { b-2 ,}"), ["a1", "b-2"]);
  assert.equal(form.addressKey("bos2021_leren"), "bos2021_leren");
  assert.equal(form.addressKey("Kyndt:2013"), "kyndt-2013");
  assert.equal(form.withKey("@book{Ab, title={Ab,}}\n@book{Abc,}", "Ab", "ab"), "@book{ab, title={Ab,}}\n@book{Abc,}");
});
