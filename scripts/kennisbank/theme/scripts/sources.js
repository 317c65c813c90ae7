// The list of sources, narrowed down: each choice is in the address, so that it can be shared.
// A classic script, since a copy of the site on a disk runs no modules.

(() => {
  "use strict";

  const form = /** @type {HTMLFormElement} */ (document.getElementById("kb-sources-filter"));
  if (!form) return;

  globalThis.kennisbankAsk(form, (chosen) => {
    let count = 0;
    /** @type {NodeListOf<HTMLElement>} */
    const rows = document.querySelectorAll("#kb-sources > li");
    for (const row of rows) {
      row.hidden = !chosen.every(([name, value]) => row.dataset[name]?.split(" ").includes(value));
      count += Number(!row.hidden);
    }
    const words = tn("{n} source", "{n} sources", count);
    const hint = t("No sources for these choices. Choose ‘Everything’ somewhere.");
    const told = document.getElementById("kb-sources-count");
    if (told) told.textContent = count ? words : hint;
  });
  document.documentElement.classList.remove("kb-asked");
})();
