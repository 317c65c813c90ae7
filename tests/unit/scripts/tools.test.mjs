import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./loading.mjs";

/** @type {Map<string, string>} */
const kept = new Map();
let full = false;
Object.assign(globalThis, {
  localStorage: {
    getItem: (/** @type {string} */ name) => kept.get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ value) => {
      if (full) throw new Error("QuotaExceededError");
      kept.set(name, value);
    },
    removeItem: (/** @type {string} */ name) => kept.delete(name),
  },
});
load("tools/state");

const tools = kennisbankTools;
tools.data = { key: "instrument:kaarten", title: "Kaarten", alone: false };
// Of a sort of tool, only what reads and shares answers counts here.
tools.sort = /** @type {any} */ ({
  clean: (/** @type {unknown} */ answers) => Object.fromEntries(tools.pairs(answers, ["een", "twee"])),
  shared: (/** @type {any} */ answers) => ({ ...answers, twee: [] }),
});

/** @type {(people: unknown[], more?: object) => string} */
const file = (people, more = {}) =>
  JSON.stringify({ kennisbank: "tool", version: 1, tool: "instrument:kaarten", people, ...more });
/** @type {(text: string) => ToolState} */
const read = (text) => /** @type {ToolState} */ (tools.read(text));

test("what is saved for oneself is read back as it was", () => {
  const state = read(file([{ name: "An", done: true, answers: [["een", 3]] }], { shown: true, at: 0 }));
  state.people[0].answers = /** @type {any} */ ([["een", 3]]);
  state.step = { what: "Praten", who: "Jo", day: "2026-12-01" };

  assert.deepEqual(read(tools.text(state, false)), {
    ...state,
    people: [{ name: "An", done: true, answers: { een: [3] } }],
  });
});

test("a file that is not ours, of another page or too large changes nothing and says why", () => {
  for (const [text, said] of [
    ["geen json", "no file that was saved here"],
    ["[]", "no file that was saved here"],
    ["null", "no file that was saved here"],
    ['{"kennisbank":"tool","version":2,"people":[]}', "no file that was saved here"],
    ['{"kennisbank":"tool","version":1,"people":{}}', "no file that was saved here"],
    [file([], { tool: "x", title: "A\u202eB<b>" }), "belongs to another page: A B<b>"],
    [" ".repeat(300_001), "too large"],
    ["[".repeat(100_000), "no file that was saved here"],
  ]) {
    assert.match(String(tools.read(text)), new RegExp(said));
  }
});

test("of a stranger's file only known names of the right type are left, and no more than anybody needs", () => {
  const hostile = [
    { name: "A\u0000\u200bn".repeat(100), done: "ja", answers: [["een", 1], ["een", 2], ["__proto__", 3], [4], null] },
    ...Array(50).fill({ name: { toString: "x" }, answers: "nee" }),
    null,
  ];
  const state = read(file(hostile, { at: 1e9, shown: 1, step: { what: ["x"], who: 5, day: "morgen" }, extra: "weg" }));

  assert.equal(state.people.length, 30);
  assert.equal(state.people[0].name.length <= 60, true);
  assert.doesNotMatch(state.people[0].name, /[\p{Cc}\p{Cf}]/u);
  assert.deepEqual(state.people[0].answers, { een: [1] });
  assert.deepEqual(state.people[1], { name: "Person 2", done: false, answers: {} });
  assert.deepEqual([state.at, state.shown, state.step], [29, false, { what: "", who: "", day: "" }]);
  assert.equal(Object.hasOwn(state, "extra"), false);
  assert.equal(/** @type {any} */ ({}).een, undefined);
});

test("people of several files stand beside each other, and who is there twice is there once", () => {
  /** @type {(name: string, answer: number) => ToolState} */
  const of = (name, answer) => read(file([{ name, done: true, answers: [["een", answer]] }]));
  let all = of("An", 1);
  for (const other of [of("Bo", 2), of("An", 1), of("An", 3), of("Cas", 4)]) all = tools.merge(all, other);

  assert.deepEqual(
    all.people.map(({ name }) => name),
    ["An", "Bo", "An (2)", "Cas"],
  );
  assert.equal(all.shown, false);
});

test("a file to share leaves out what stays with its owner, and who looks where", () => {
  const state = read(
    file(
      [
        {
          name: "An",
          answers: [
            ["een", 1],
            ["twee", 2],
          ],
        },
      ],
      { shown: true },
    ),
  );
  const shared = JSON.parse(tools.text(state, true));

  assert.deepEqual(shared.people[0].answers, { een: [1], twee: [] });
  assert.equal("shown" in shared, false);
});

test("what is filled in waits in this browser, also where that keeps nothing", () => {
  assert.deepEqual(tools.load(), tools.fresh());
  assert.equal(tools.keep(read(file([{ name: "An", answers: [] }]))), true);
  assert.equal(tools.load().people[0].name, "An");
  full = true;
  assert.equal(tools.keep(read(file([{ name: "An", answers: [] }]))), false);
  full = false;
  assert.equal(tools.keep(tools.fresh()), true);
  assert.equal(kept.size, 0);
});
