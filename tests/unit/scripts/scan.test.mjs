import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./loading.mjs";

load("tools/state");
const tools = kennisbankTools;
tools.data = {
  key: "instrument:scan",
  question: "Wat herkent u?",
  answers: ["nee", "soms", "ja"],
  subjects: [],
  statements: ["Wij vragen hulp", "Fouten bespreken wij", "Niemand zei hier iets"].map((text) => ({
    text,
    subject: -1,
    figure: "",
    offers: [],
  })),
};
load("tools/picture", "tools/scan");
// The other pieces of a tool need a page.
tools.names = (people) => people.map(({ name }) => name).join(" and ");

/** @typedef {{ name: string, attributes: { [name: string]: string }, children: (Made | string)[] }} Made */
/** @type {(_: string, name: string) => Made & { setAttribute: Function, append: Function }} */
const createElementNS = (_, name) => {
  /** @type {Made} */
  const made = { name, attributes: {}, children: [] };
  return {
    ...made,
    setAttribute: (/** @type {string} */ key, /** @type {string} */ value) => {
      made.attributes[key] = value;
    },
    append: (/** @type {Made[]} */ ...children) => made.children.push(...children),
  };
};
// A drawing is elements with attributes and texts; no browser is needed to make one.
Object.assign(document, { createElementNS });

/** @type {(drawing: Made, name: string) => Made[]} */
const all = (drawing, name) =>
  drawing.children.filter((child) => typeof child !== "string").filter((child) => child.name === name);

test("a drawing of a scan says how many gave which answer, with the largest difference on top", () => {
  const people = [
    ["An", 1, 0],
    ["Bo", 1, 2],
  ].map(([name, first, second]) => ({
    name: String(name),
    done: true,
    answers: {
      given: [
        ["Wij vragen hulp", first],
        ["Fouten bespreken wij", second],
      ],
    },
  }));
  const drawing = /** @type {Made} */ (/** @type {unknown} */ (tools.sort.picture?.(people)));
  const texts = all(drawing, "text").map(({ children }) => children.join(""));

  assert.deepEqual(texts.slice(0, 9), [
    "Wat herkent u?",
    "nee",
    "soms",
    "ja",
    "Fouten bespreken wij",
    "1",
    "1",
    "Wij vragen hulp",
    "2",
  ]);
  assert.match(texts.slice(9).join(" "), /^An and Bo This scan is not validated: there is no mark and no norm\./);
  assert.equal(all(drawing, "circle").length, 3);
  const places = all(drawing, "circle").map(({ attributes }) => Number(attributes.cx));
  assert.deepEqual([places[0] < places[2], places[2] < places[1]], [true, true]);
});
