import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./loading.mjs";

load("files", "search/parts", "search/words", "search/coding", "search/distance", "search/layer");
load("search/question", "search/ranking", "search/address");

const search = kennisbankSearch;
const rules = search.rules({
  steps: [
    [
      ["en$", ""],
      ["s$", ""],
    ],
  ],
  sounds: [
    ["ph", "f"],
    ["ck", "k"],
  ],
  shortest: 4,
  joints: ["", "s"],
  particles: ["op"],
  figures: [],
  efforts: [],
  stop: "de het hoe",
  light: "kost werkt",
});

// As the build writes them, but for what they share with the one before.
const coded = (/** @type {string[]} */ words) => words.map((word) => `A${word}`).join("");

test("a letter that is joined to something is no word of its own", () => {
  assert.deepEqual(search.split("L&D en e-learning"), ["ld", "en", "elearning"]);
});

test("a sign after a letter makes another word of it", () => {
  assert.deepEqual(search.split("C, C++, C# en 10+"), ["c", "cplusplus", "csharp", "en", "10"]);
});

test("a text is read as small letters without accents, and an apostrophe joins", () => {
  assert.deepEqual(search.split("Barrières voor zzp’ers & ßen"), ["barrieres", "voor", "zzpers", "ssen"]);
});

test("forms of one word have one stem, small words keep their own, and short ones stay whole", () => {
  assert.equal(rules.stem("teams"), rules.stem("team"));
  assert.equal(rules.stem("hoe"), "hoe.");
  assert.equal(rules.stem("gas"), "gas");
});

test("of a question that is too long only the beginning is read, and that is told", () => {
  const long = search.asked(`${"woord ".repeat(40)}`);
  const one = search.asked("x".repeat(100));

  assert.equal(long.words.length, 32);
  assert.equal(long.isCut, true);
  assert.equal(one.words[0].length, 48);
  assert.equal(one.longest, 48);
});

test("coded numbers come back as they were written", () => {
  assert.deepEqual(search.numbers("A7"), [0, 31]);
  assert.deepEqual(search.numbers("bAbaA"), [32, 1024]);
  assert.deepEqual(search.places("ABC"), [0, 2, 5]);
  assert.deepEqual(search.weights("AbB"), [0, 1, 3, 2]);
});

test("coded words come back as they were written", () => {
  assert.deepEqual(search.words("AleerDbaarEen"), ["leer", "leebaar", "leeben"]);
  assert.deepEqual(search.words(""), []);
});

test("the stems of many words are found before anybody asks for one", async () => {
  await rules.learn(Array.from({ length: 250 }, (_, at) => `woorden${at}`));

  assert.equal(rules.stem("woorden3"), "woorden3");
});

test("each typing error counts as one, also two letters that changed about", () => {
  assert.equal(search.distance("jobcrafting", "jobcrafting", 2), 0);
  assert.equal(search.distance("jobcraftng", "jobcrafting", 2), 1);
  assert.equal(search.distance("jobcarfting", "jobcrafting", 2), 1);
  assert.equal(search.distance("kort", "heel anders", 2), 3);
});

test("words that look like a word come with the likest first", () => {
  assert.deepEqual(search.lookingLike("coachen", ["coach", "team", "coacher"]), ["coacher", "coach"]);
});

test("a word finds itself, compounds of it and words with a typing error", () => {
  const words = ["leren", "leergesprek", "gesprek", "jobcrafting"];
  const layer = search.layer("core", { words: coded(words), weights: "A.A.A.A" }, rules, async () => "");
  const names = (/** @type {Fits} */ found) => [...found.keys()].map((number) => words[number]).sort();

  assert.deepEqual(names(layer.near("gesprek")), ["gesprek", "leergesprek"]);
  assert.deepEqual(names(layer.near("jobcrafitng")), ["jobcrafting"]);
  assert.deepEqual(names(layer.near("gesprek", { exact: true })), ["gesprek"]);
  assert.deepEqual(names(layer.near("leerge", { unfinished: true, known: true })), ["leergesprek"]);
});

test("a question is read as it stands, and with words joined, split and replaced", () => {
  const known = new Set(["jobcrafting", "loopbaan", "gesprek", "ontslag"]);
  const read = search.reader(rules, [["ontslag", "boventallig"]], (stem) => known.has(stem));
  const ways = (/** @type {string} */ text) => [
    ...new Set(read(text).map((way) => way.terms.map(({ words }) => words[0]).join(" "))),
  ];

  assert.deepEqual(ways("job crafting"), ["jobcrafting jobcrafting"]);
  assert.deepEqual(ways("loopbaangesprek"), ["loopbaangesprek", "loopbaan gesprek"]);
  assert.deepEqual(new Set(read("de het").flatMap((way) => way.terms.map(({ small }) => small))), new Set([false]));
  assert.deepEqual(read(""), []);
});

test("a record that fits more of the question comes first, and one that fits little is left out", () => {
  // Records 0 and 1 hold "team", with full weight; record 0 holds "leren" too.
  const layer = search.layer("core", { words: coded(["team", "leren"]), weights: "PP.P" }, rules, async () => "");
  const rank = search.ranker([layer], 4);
  const found = [[new Map([[0, 1]])], [new Map([[1, 1]])]];
  const terms = ["team", "leren"].map((word, at) => ({ words: [word], small: false, of: [at] }));
  const ranked = rank([{ found, terms }]);

  assert.deepEqual(
    ranked.map(([place]) => place),
    [0, 1],
  );
  assert.ok(ranked[0][1] > ranked[1][1]);
});

test("a word that sounds like a known one is a misspelling of it", () => {
  const words = ["graphiek", "gesprek"];
  const layer = search.layer("core", { words: coded(words), weights: "A.A" }, rules, async () => "");

  assert.deepEqual(layer.misspelt("grafiekk")[0][0], "graphiek");
  assert.deepEqual(layer.misspelt("heelanders"), []);
  assert.ok(
    search
      .layer("core", { words: coded(["feedback"]), weights: "A" }, rules, async () => "")
      .misspelt("feedbek")[0][1] > 0.5,
  );
});

test("a word also stands for the words that mean the same, and two of a question do so at once", () => {
  const groups = [
    ["leidinggevende", "chef", "lijn manager"],
    ["cursus", "les"],
  ];
  const read = search.reader(rules, groups, (stem) => stem !== rules.stem("lijn"));
  const [asked, alike] = read("chef les");
  const phrase = read("lijn manager les");

  assert.deepEqual(
    asked.terms.map(({ alike: others }) => others),
    [undefined, undefined],
  );
  assert.deepEqual(
    alike.terms.map(({ alike: others }) => others?.map(({ word, isFirst }) => [word, isFirst])),
    [[["leidinggevende", true]], [["cursus", true]]],
  );
  assert.ok(phrase.some((way) => way.terms[0].words[0] === "leidinggevende" && way.terms[1].alike?.length));
});

test("a phrase is read in any order and with other words in it, but not when its words are far apart", () => {
  const read = search.reader(rules, [["overdracht", "kennis pensioen"]], () => true);
  const isRead = (/** @type {string} */ text) =>
    read(text).some((way) => way.terms.some(({ words, of }) => words[0] === "overdracht" && of.length === 2));

  assert.ok(isRead("kennis pensioen"));
  assert.ok(isRead("pensioen neemt kennis mee"));
  assert.ok(!isRead("kennis een twee drie vier vijf pensioen"));
  assert.ok(!isRead("alleen kennis"));
});

test("a word that was typed together falls apart into words that only the synonyms know", () => {
  const known = new Set(["klacht", "werkdruk"].map(rules.stem));
  const read = search.reader(rules, [["werkdruk", "burnout"]], (stem) => known.has(stem));
  const split = read("burnoutklacht").find((way) => way.splits);

  assert.deepEqual(
    split?.terms.map(({ words }) => words[0]),
    ["burnout", "klacht"],
  );
});

test("what stands for a known piece of a word says no more of it than the piece does", () => {
  const known = new Set(["diploma", "halen", "certificaat"].map(rules.stem));
  const read = search.reader(rules, [["certificaat", "diploma halen"]], (stem) => known.has(stem));
  const good = (/** @type {string} */ text) =>
    Math.max(
      ...read(text).flatMap((way) =>
        way.terms.map(({ words, good: own = 0 }) => (words[0] === "certificaat" ? own : 0)),
      ),
    );

  assert.ok(good("diploma halen") > 0.7);
  assert.ok(good("lasxdiploma halen") > 0);
  assert.ok(good("lasxdiploma halen") < 0.4);
});

test("a word that asks what something costs is light beside the word of the subject only", () => {
  const read = search.reader(rules, [], (stem) => stem === "coaching");
  const light = (/** @type {string} */ text) => read(text)[0].terms.map((term) => Boolean(term.light));

  assert.deepEqual(light("kost coaching"), [true, false]);
  assert.deepEqual(light("kost het"), [false, false]);
});

test("what is asked stands in an address, and comes back from it", () => {
  Object.assign(globalThis, {
    location: { search: "?q=leren&rol=hr&rol=hr&rol=team&order=title", pathname: "/zoeken/" },
  });
  const asked = search.fromAddress();

  assert.equal(asked.text, "leren");
  assert.equal(asked.sort, "title");
  assert.deepEqual(Object.entries(asked.chosen), [["rol", ["hr", "team"]]]);
  assert.equal(search.toAddress(asked), "?q=leren&rol=hr&rol=team&order=title");
  assert.equal(search.toAddress({ text: "", sort: "", chosen: {} }), "/zoeken/");
});
