// Light or dark: what the reader chose here before, or else what the reader's system asks for. It
// runs while the page is being read, before anything shows. Only a choice is kept.

(() => {
  "use strict";

  // Sites of one owner may share an origin, so the address of this site is in the name.
  const NAME = `kennisbank-kleuren ${new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).pathname}`;
  /** @type {{ [dark: string]: string }} */
  const SCHEMES = { false: "default", true: "slate" };
  const button = /** @type {HTMLButtonElement} */ (document.querySelector(".kb-colours"));
  const system = matchMedia("(prefers-color-scheme: dark)");

  const asked = () => SCHEMES[String(system.matches)];

  function chosen() {
    try {
      return Object.values(SCHEMES).find((scheme) => scheme === localStorage.getItem(NAME));
    } catch {
      return undefined;
    }
  }

  /** @type {(scheme: string) => void} */
  function keep(scheme) {
    try {
      localStorage.setItem(NAME, scheme);
    } catch {
      // Some private windows keep nothing; the choice then holds for this page.
    }
  }

  /** @type {(scheme: string) => void} */
  function show(scheme) {
    document.body.dataset.mdColorScheme = scheme;
    button.setAttribute("aria-pressed", String(scheme === SCHEMES.true));
  }

  button.addEventListener("click", () => {
    const scheme = SCHEMES[String(document.body.dataset.mdColorScheme !== SCHEMES.true)];
    keep(scheme);
    show(scheme);
  });
  system.addEventListener("change", () => show(chosen() ?? asked()));
  button.hidden = false;
  show(chosen() ?? asked());
})();
