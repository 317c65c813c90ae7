// A page of an entry gets a button that keeps it, and the link in the header gets its count.

((selection) => {
  "use strict";

  const head = /** @type {HTMLElement} */ (document.querySelector("[data-entry]"));
  const count = document.querySelector(".kb-kept-link__count");

  function showCount() {
    const size = selection.read().length;
    if (count) count.textContent = size ? `(${size})` : "";
  }

  /** @type {(before: boolean, now: boolean) => string} */
  function resultOf(before, now) {
    if (before === now) return t("There is no room left in your selection.");
    return now ? t("Kept.") : t("Taken out of your selection.");
  }

  /** @type {(key: string) => void} */
  function addButton(key) {
    const button = document.createElement("button");
    const said = document.createElement("span");
    const row = document.createElement("p");
    row.className = "kb-keep";
    button.type = "button";
    button.className = "kb-button";
    said.setAttribute("role", "status");
    row.append(button, " ", said);
    head.append(row);

    const isKept = () => selection.read().includes(key);
    const label = () => {
      button.textContent = isKept() ? t("Take out of my selection") : t("Keep in my selection");
    };
    button.addEventListener("click", () => {
      const kept = isKept();
      const others = selection.read().filter((one) => one !== key);
      const done = selection.write(kept ? others : [...others, key]);
      said.textContent = done
        ? resultOf(kept, isKept())
        : t("Your browser keeps nothing. Perhaps this is a private window.");
    });
    document.addEventListener("kb-selection", label);
    label();
  }

  showCount();
  document.addEventListener("kb-selection", showCount);
  if (head) addButton(head.dataset.entry ?? "");
})(globalThis.kennisbankSelection);
