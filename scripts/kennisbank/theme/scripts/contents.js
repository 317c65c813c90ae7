// Where the reader is: the contents beside the text mark the heading in sight, and the header names
// the page once its title has gone. What is folded opens for a link that leads into it, and on
// paper. The theme's own script does this too, and weighs more than all other files of a page.

(() => {
  "use strict";

  const title = document.querySelector("article h1");
  const shown = document.querySelector(".md-header__title");
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll('[data-md-component="toc"] a[href*="#"]');
  /** @type {(hash: string) => HTMLElement | null} */
  const target = (hash) => document.getElementById(decodeURIComponent(hash.slice(1)));
  const headings = [...links].map((link) => ({ link, heading: target(link.hash) }));
  // What is higher than this is being read.
  const LINE = 0.3;

  function follow() {
    const line = innerHeight * LINE;
    const passed = headings.filter(({ heading }) => heading && heading.getBoundingClientRect().top < line);
    const current = passed.pop()?.link;
    for (const one of headings) {
      one.link.classList.toggle("md-nav__link--active", one.link === current);
      one.link.classList.toggle("md-nav__link--passed", passed.includes(one));
    }
  }

  const passing = new IntersectionObserver(follow, { rootMargin: `0px 0px -${100 - 100 * LINE}% 0px` });
  for (const { heading } of headings) if (heading) passing.observe(heading);
  const leaving = new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) =>
    shown?.classList.toggle("md-header__title--active", !isIntersecting && boundingClientRect.top < 0),
  );
  if (title) leaving.observe(title);

  function open() {
    const led = location.hash && target(location.hash);
    if (!led) return;
    /** @type {HTMLDetailsElement | null} */
    let folded = led.closest("details:not([open])");
    if (!folded) return;
    // A fold can lie in another.
    for (; folded; folded = led.closest("details:not([open])")) folded.open = true;
    led.scrollIntoView();
  }

  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter((one) => !one.open);
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
  addEventListener("hashchange", open);
  open();
})();
