// The menu of a narrow window: its button says whether it is open, Escape and leaving close it, and
// the focus goes in and comes back. The theme's own check box keeps the state.

(() => {
  "use strict";

  const button = /** @type {HTMLButtonElement} */ (document.querySelector(".kb-menu"));
  const drawer = /** @type {HTMLInputElement} */ (document.querySelector("#__drawer"));
  const menu = /** @type {HTMLElement} */ (document.querySelector("#kb-navigation"));
  if (!button || !menu) return;

  /** @type {(open: boolean) => void} */
  function set(open) {
    drawer.checked = open;
    drawer.dispatchEvent(new Event("change"));
  }

  button.addEventListener("click", () => {
    set(!drawer.checked);
    if (drawer.checked) menu.querySelector("a")?.focus();
  });
  // A click beside the menu changes the box as well.
  drawer.addEventListener("change", () => button.setAttribute("aria-expanded", String(drawer.checked)));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    set(false);
    button.focus();
  });
  // Behind the open menu lies the page, which cannot be seen.
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && relatedTarget !== button && !menu.contains(relatedTarget)) set(false);
  });
})();
