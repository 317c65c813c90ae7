// Files come in and go out: data of the site by its name, and what a reader takes along. The data
// are classic scripts, because a page that was opened from a disk may run those and fetch nothing.

(() => {
  "use strict";

  globalThis.kennisbankLoader = (base) => {
    /** @type {Map<string, { promise: Promise<unknown>, resolve: (data: unknown) => void }>} */
    const waiting = new Map();

    /** @type {(name: string, file: string) => { promise: Promise<unknown>, resolve: (data: unknown) => void }} */
    function ask(name, file) {
      /** @type {(data: unknown) => void} */
      let resolve = () => {};
      const promise = new Promise((settle) => (resolve = settle));
      const asked = { promise, resolve };
      waiting.set(name, asked);
      const script = document.createElement("script");
      script.src = new URL(file, base).href;
      script.addEventListener("error", () => {
        waiting.delete(name);
        asked.resolve(null);
      });
      document.head.append(script);
      return asked;
    }

    return {
      // Each file calls this with its data.
      receive: (name, data) => waiting.get(name)?.resolve(data),
      // The data, or null when there is no such file.
      load: (name, file = `${name}.js`) => (waiting.get(name) ?? ask(name, file)).promise,
    };
  };

  globalThis.kennisbankSave = (pieces, name, type) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(pieces, { type }));
    link.download = name;
    link.click();
    // The browser reads the file after this turn.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
})();
