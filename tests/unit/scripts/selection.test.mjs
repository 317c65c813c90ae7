import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { load } from "./loading.mjs";

// Of what a browser keeps, only reading and writing is asked here.
/** @type {Map<string, string>} */
const kept = new Map();
Object.assign(globalThis, {
  localStorage: {
    getItem: (/** @type {string} */ name) => kept.get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ value) => kept.set(name, value),
  },
  addEventListener: () => {},
});
load("files", "selection/store", "selection/load", "selection/markdown", "selection/zip");
Object.assign(globalThis.document, { dispatchEvent: () => true });

const selection = kennisbankSelection;
/** @type {Handout} */
const HANDOUT = {
  title: "Job*crafting*",
  kind: "Methode",
  address: "methoden/jobcrafting/",
  summary: ["Zelf ", ["b", "sleutelen "], "aan werk."],
  blocks: [
    ["h2", ["Stappen"]],
    ["ol", ["Kijk."], 1],
    ["ol", ["Doe."], 2],
    ["p", ["- geen lijst"]],
    [
      "table",
      [
        [["Wie"], ["Wat"]],
        [["Team"], ["Kiest"]],
      ],
    ],
  ],
  evidence: [],
  cited: [],
  sources: [
    ["b", 2, ["Bron B."]],
    ["a", 1, ["Bron A."]],
  ],
};

test("what anyone may have kept becomes a list of keys, each once", () => {
  assert.deepEqual(selection.keysIn(["method:a", "method:a", 7, "<b>", "method:A"]), ["method:a"]);
  assert.deepEqual(selection.keysIn("method:a"), []);
  assert.equal(selection.keysIn(Array.from({ length: 500 }, (_, at) => `method:a${at}`)).length, 100);
});

test("a selection that was written is read again, under a name with the path of the site", () => {
  assert.equal(selection.write(["term:b", "method:a"]), true);
  assert.deepEqual(selection.read(), ["term:b", "method:a"]);
  assert.deepEqual([...kept.keys()], ["kennisbank-selectie /kb/"]);
});

test("the sources of all handouts come once, in the order of the list", () => {
  assert.deepEqual(selection.sources([HANDOUT, HANDOUT]), [["Bron A."], ["Bron B."]]);
});

test("a handout becomes Markdown in which text stays text", () => {
  const text = selection.markdown("Mijn selectie", [HANDOUT], new URL("https://voorbeeld.nl/kb/"));

  assert.equal(
    text,
    `# Mijn selectie

## Job\\*crafting\\*

Methode: <https://voorbeeld.nl/kb/methoden/jobcrafting/>

Zelf **sleutelen** aan werk.

### Stappen

1. Kijk.
2. Doe.

\\- geen lijst

| Wie | Wat |
| --- | --- |
| Team | Kiest |

## Sources

- Bron A.
- Bron B.
`,
  );
});

test("a ZIP archive holds each text by its name", async () => {
  const pieces = await selection.zip({ "a.txt": "één", "map/b.txt": "twee" });
  const bytes = Buffer.concat(pieces);
  const found = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [size, name] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const start = at + 30 + name;
    found.push([
      bytes.toString("utf8", at + 30, start),
      inflateRawSync(bytes.subarray(start, start + size)).toString(),
    ]);
    at = start + size;
  }

  assert.deepEqual(found, [
    ["a.txt", "één"],
    ["map/b.txt", "twee"],
  ]);
  assert.equal(bytes.readUInt32LE(bytes.length - 22), 0x06054b50);
});
