// Loads scripts of the site as a page does: one after another, in one global scope, but without a
// page. What draws is tested in a browser; what only reckons is tested here.

import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const FOLDER = new URL("../../../scripts/kennisbank/theme/scripts/", import.meta.url);
const SITE = "https://voorbeeld.nl/kb/assets/javascripts/";
// A part of a larger script that asks for its address, which is in another folder than its source.
/** @type {{ [name: string]: string }} */
const PUBLISHED = { "selection/store": "base" };

/**
 * Run scripts in the order in which they are named.
 * @param {string[]} names like "form/values"
 */
export function load(...names) {
  // Every page loads what scripts say first.
  for (const name of ["messages", ...names]) {
    const file = new URL(`${name}.js`, FOLDER);
    // A script asks for its own address, to find the site that it belongs to.
    Object.assign(globalThis, {
      document: {
        currentScript: { src: `${SITE}${PUBLISHED[name] ?? name}.js` },
        documentElement: { lang: "en" },
        getElementById: () => null,
      },
    });
    runInThisContext(readFileSync(file, "utf8"), { filename: file.pathname });
  }
}
