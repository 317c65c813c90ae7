// Data of the form by name: "rules", "choices", "kinds/method", "entries/method/jobcrafting". They
// are classic scripts, because a page that was opened from a disk may not fetch a file.

(function (form) {
  "use strict";

  const base = new URL("../../form/", document.currentScript.src);
  const waiting = new Map();

  // Each file calls this with its data.
  form.receive = (name, data) => waiting.get(name)?.resolve(data);

  // Nothing, when there is no such file.
  form.load = (name) => {
    if (!waiting.has(name)) {
      const entry = {};
      entry.promise = new Promise((resolve) => (entry.resolve = resolve));
      waiting.set(name, entry);
      const script = document.createElement("script");
      script.src = new URL(`${name}.js`, base).href;
      script.addEventListener("error", () => entry.resolve(null));
      document.head.append(script);
    }
    return waiting.get(name).promise;
  };

  // Rules and choices are for all forms, so everything below finds them in one place.
  form.prepare = async () => {
    [form.rules, form.choices] = await Promise.all([form.load("rules"), form.load("choices")]);
    return Boolean(form.rules && form.choices);
  };
})((globalThis.kennisbankForm ??= {}));
