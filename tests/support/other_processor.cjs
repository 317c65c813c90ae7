// Prints the reference of each CSL-JSON item by citeproc-js: style, locale and items are files.
const { readFileSync } = require("node:fs");
const CSL = require("citeproc");

const [style, locale, items] = process.argv.slice(2).map((file) => readFileSync(file, "utf8"));
const references = JSON.parse(items).map((item) => {
  const system = { retrieveLocale: () => locale, retrieveItem: () => item };
  const engine = new CSL.Engine(system, style, "nl-NL");
  engine.setOutputFormat("text");
  engine.updateItems([item.id]);
  return engine.makeBibliography()[1][0].trim();
});
process.stdout.write(JSON.stringify(references));
