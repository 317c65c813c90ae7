// The search field in the header: "/" puts the cursor in it, and a copy of the site that was
// opened from a disk gets addresses that exist there. A classic script, since a disk runs no modules.

(() => {
  "use strict";

  /** @type {NodeListOf<HTMLFormElement>} */
  const forms = document.querySelectorAll("form[role=search][action]");
  const field = /** @type {HTMLInputElement | null} */ (
    document.querySelector("#kb-search-field") ?? document.querySelector("#kb-find-field")
  );

  if (location.protocol === "file:") {
    for (const form of forms) {
      form.action = new URL("index.html", new URL(form.getAttribute("action") ?? "", location.href)).href;
    }
  }

  document.addEventListener("keydown", (event) => {
    const { target } = event;
    const typing = target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey || !field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
