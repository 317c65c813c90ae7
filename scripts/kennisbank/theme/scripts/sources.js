// The list of sources, narrowed down: each choice is in the address, so that it can be shared.
// A classic script, since a copy of the site on a disk runs no modules.

(() => {
  "use strict";

  const form = /** @type {HTMLFormElement} */ (document.getElementById("kb-sources-filter"));
  if (!form) return;

  function chosen() {
    return [...new FormData(form)].filter(([, value]) => value);
  }

  function show() {
    const choices = chosen();
    let count = 0;
    /** @type {NodeListOf<HTMLElement>} */
    const rows = document.querySelectorAll("#kb-sources > li");
    for (const row of rows) {
      const fits = choices.every(([name, value]) => row.dataset[name]?.split(" ").includes(String(value)) ?? false);
      row.hidden = !fits;
      count += Number(fits);
    }
    const words = tn("{n} source", "{n} sources", count);
    const hint = t("No sources for these choices. Choose ‘Everything’ somewhere.");
    const told = document.getElementById("kb-sources-count");
    if (told) told.textContent = count ? words : hint;
  }

  function remember() {
    const query = new URLSearchParams(chosen().map(([name, value]) => [name, String(value)])).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  }

  function restore() {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const select = form.elements.namedItem(name);
      const isChoice = select instanceof HTMLSelectElement;
      if (isChoice && [...select.options].some((option) => option.value === value)) select.value = value;
    }
  }

  restore();
  show();
  document.documentElement.classList.remove("kb-asked");
  form.addEventListener("change", () => {
    remember();
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  // The fields are empty only after this event.
  form.addEventListener("reset", () =>
    setTimeout(() => {
      remember();
      show();
    }),
  );
})();
