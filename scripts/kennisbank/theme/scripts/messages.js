// What scripts say to readers. In the code it is English; when the site is built, theme/scripting.py
// puts the translation in its place in each call of t, tn and pgettext, so that no reader loads a
// catalogue. Every page loads this first.

(() => {
  "use strict";

  const language = () => document.documentElement.lang || "en";
  // Which of the forms of a message belongs to a number: the rule of the catalogue.
  const formOf = (/** @type {number} */ n) => Number(n !== 1);

  /** @type {(message: string, values: { [name: string]: string | number }) => string} */
  const fill = (message, values) =>
    message.replace(/\{(\w+)\}/g, (all, name) => (Object.hasOwn(values, name) ? String(values[name]) : all));

  globalThis.t = (message, values = {}) => fill(message, values);

  // A language with more forms than English has them all in the place of the first.
  globalThis.tn = (one, many, n, values = {}) => {
    const forms = Array.isArray(one) ? one : [one, many];
    return fill(forms[formOf(n)] ?? many, { n: kennisbankNumber(n), ...values });
  };

  globalThis.pgettext = (_context, message) => message;

  globalThis.kennisbankFilled = (message, nodes) =>
    message.split(/\{(\w+)\}/).flatMap((piece, at) => (at % 2 ? (nodes[piece] ?? `{${piece}}`) : piece));

  globalThis.kennisbankList = (words) => new Intl.ListFormat(language()).format(words);

  globalThis.kennisbankNumber = (number, options) => number.toLocaleString(language(), options);

  // A day as it stands in a file, like 2026-12-31; anything else stays as it is.
  globalThis.kennisbankDay = (text) => {
    const day = new Date(`${text}T00:00:00Z`);
    const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text.length === 10;
    return isDay ? day.toLocaleDateString(language(), { dateStyle: "long", timeZone: "UTC" }) : text;
  };
})();
