// Comforts on top of pages that work without: a citation or term shows its card on hover and on
// focus, and who selects a sentence may propose another. A classic script, since a copy of the site on a disk runs no modules.

(() => {
  "use strict";

  /** @type {{ link: HTMLElement, card: HTMLElement } | null} */
  let shown = null;

  function hide() {
    shown?.card.remove();
    shown?.link.removeAttribute("aria-describedby");
    shown = null;
  }

  /** @type {(link: HTMLElement) => void} */
  function show(link) {
    const meaning = document.getElementById(link.dataset.card ?? "");
    if (!meaning || shown?.link === link) return;
    hide();
    const card = document.createElement("div");
    card.className = "kb-pop";
    card.id = "kb-pop";
    card.setAttribute("role", "tooltip");
    const text = meaning.querySelector(".kb-ref") ?? meaning;
    card.append(...text.cloneNode(true).childNodes);
    // In the main part, where a screen reader expects what belongs to the text.
    document.querySelector("main")?.append(card);
    const place = link.getBoundingClientRect();
    const left = Math.min(place.left, document.documentElement.clientWidth - card.offsetWidth - 16);
    card.style.left = `${Math.max(8, left) + window.scrollX}px`;
    const below = place.bottom + 4;
    const above = place.top - 4 - card.offsetHeight;
    const top = below + card.offsetHeight > window.innerHeight && above > 0 ? above : below;
    card.style.top = `${top + window.scrollY}px`;
    card.addEventListener("mouseleave", hide);
    link.setAttribute("aria-describedby", card.id);
    shown = { link, card };
  }

  /** @type {(event: Event) => HTMLElement | null | undefined} */
  const cardOf = (event) => (event.target instanceof Element ? event.target.closest("a[data-card]") : null);

  document.addEventListener("mouseover", (event) => {
    const link = cardOf(event);
    if (link) show(link);
    else if (shown && !shown.card.contains(/** @type {Node} */ (event.target)) && document.activeElement !== shown.link)
      hide();
  });
  document.addEventListener("focusin", (event) => {
    const link = cardOf(event);
    if (link) show(link);
    else hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  // Elsewhere on the page the card would stand beside another word, or stick out.
  addEventListener("resize", hide);
})();

// "Rather another sentence" stands at the foot of a page, and beside what somebody selects; what it
// needs is loaded when somebody asks for it (correction.js).
(() => {
  "use strict";

  const button = document.getElementById("kb-correct");
  const here = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
  if (!button) return;
  button.hidden = false;
  // A press must not take the selection away.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener(
    "click",
    () => {
      for (const name of (button.dataset.scripts ?? "").split(" ")) {
        const script = document.createElement("script");
        script.src = new URL(name, here).href;
        script.async = false;
        document.head.append(script);
      }
      button.dataset.scripts = "";
    },
    { once: true },
  );
  document.addEventListener("selectionchange", () => {
    const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : null;
    const near =
      range &&
      range.toString().trim().length > 11 &&
      button.closest("article")?.contains(range.commonAncestorContainer);
    const place = near ? range.getBoundingClientRect() : null;
    button.classList.toggle("kb-correct--near", Boolean(place));
    button.style.top = place ? `${place.bottom + scrollY + 8}px` : "";
    button.style.left = place ? `${Math.min(place.left, innerWidth - 240) + scrollX}px` : "";
  });
})();
