// The list of sources, narrowed down: each choice is in the address, so that it can be shared.
// A classic script, since a copy of the site on a disk runs no modules.

(function () {
  "use strict";

  const form = document.getElementById("kb-sources-filter");
  if (!form) return;

  function chosen() {
    return [...new FormData(form)].filter(([, value]) => value);
  }

  function show() {
    const choices = chosen();
    let count = 0;
    for (const row of document.querySelectorAll("#kb-sources > li")) {
      const fits = choices.every(([name, value]) => row.dataset[name].split(" ").includes(value));
      row.hidden = !fits;
      count += fits;
    }
    const words = count === 1 ? "1 bron" : `${count} bronnen`;
    const hint = "Geen bronnen bij deze keuzes. Kies ergens ‘Alles’.";
    document.getElementById("kb-sources-count").textContent = count ? words : hint;
  }

  function remember() {
    const query = new URLSearchParams(chosen()).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  }

  function restore() {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const select = form.elements.namedItem(name);
      const isChoice = select instanceof HTMLSelectElement;
      if (isChoice && [...select.options].some((option) => option.value === value)) select.value = value;
    }
  }

  form.hidden = false;
  restore();
  show();
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
