// The choices above a list are in the address, so that they can be shared.
// A classic script, since a copy of the site on a disk runs no modules.

(() => {
  "use strict";

  /** @type {(form: HTMLFormElement) => [name: string, value: string][]} */
  const chosen = (form) => [...new FormData(form)].flatMap(([name, value]) => (value ? [[name, String(value)]] : []));

  globalThis.kennisbankAsk = (form, show) => {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const select = form.elements.namedItem(name);
      const isChoice = select instanceof HTMLSelectElement;
      if (isChoice && [...select.options].some((option) => option.value === value)) select.value = value;
    }
    show(chosen(form));
    function changed() {
      const query = new URLSearchParams(chosen(form)).toString();
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
      show(chosen(form));
    }
    form.addEventListener("change", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    // The fields are empty only after this event.
    form.addEventListener("reset", () => setTimeout(changed));
  };
})();
