// Light or dark: what the reader chose here before, or else what the reader's system asks for. It
// runs while the page is being read, before anything shows. Only a choice is kept.

(function () {
  "use strict";

  // Sites of one owner may share an origin, so the address of this site is in the name.
  const NAME = `kennisbank-kleuren ${new URL("../../", document.currentScript.src).pathname}`;
  const SCHEMES = { false: "default", true: "slate" };
  const button = document.querySelector(".kb-colours");
  const system = matchMedia("(prefers-color-scheme: dark)");

  function chosen() {
    try {
      return Object.values(SCHEMES).find((scheme) => scheme === localStorage.getItem(NAME));
    } catch {
      return undefined;
    }
  }

  function keep(scheme) {
    try {
      localStorage.setItem(NAME, scheme);
    } catch {
      // Some private windows keep nothing; the choice then holds for this page.
    }
  }

  function show(scheme) {
    document.body.dataset.mdColorScheme = scheme;
    button.setAttribute("aria-pressed", scheme === SCHEMES.true);
  }

  button.addEventListener("click", () => {
    const scheme = SCHEMES[document.body.dataset.mdColorScheme !== SCHEMES.true];
    keep(scheme);
    show(scheme);
  });
  system.addEventListener("change", () => show(chosen() ?? SCHEMES[system.matches]));
  button.hidden = false;
  show(chosen() ?? SCHEMES[system.matches]);
})();
