// The search page: what is asked stands in the address, and the answer follows each key.

((search) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  // Typing pauses this long, in milliseconds, before what is below the first screen, the filters
  // and the address follow the answer: a phone has its hands full with each key as it is.
  const PAUSE = 250;
  // Where nothing answers the question, so many pages that come near it are shown.
  const NEAREST = 5;

  const form = /** @type {HTMLFormElement} */ (document.querySelector("#kb-search"));
  const field = /** @type {HTMLInputElement} */ (document.querySelector("#kb-search-field"));
  const box = /** @type {HTMLElement} */ (document.querySelector("#kb-results"));
  const browse = /** @type {HTMLElement} */ (document.querySelector("#kb-browse"));
  if (!form || !box) return;

  // Of research and effort only where the library has them.
  const orders = (box.dataset.orders ?? "").split(" ");
  /** @type {{ [order: string]: string }} */
  const SORTS = {
    "": t("Best answer first"),
    [search.sorts.title]: t("Title, A to Z"),
    ...(orders.includes("research") && { [search.sorts.research]: t("Strongest research first") }),
    ...(orders.includes("effort") && { [search.sorts.effort]: t("Least effort first") }),
    [search.sorts.reviewed]: t("Last reviewed first"),
  };

  const count = element("p", { class: "kb-results__count" });
  const lost = element("p", { class: "kb-results__lost" });
  const spoken = element("p", { class: "kb-spoken", role: "status", "aria-live": "polite" });
  const filters = element("div", { class: "kb-filters" });
  const refine = element("details", { class: "kb-fold kb-refine" }, element("summary", {}, t("Narrow down")), filters);
  const answers = element("div", { class: "kb-answers" });
  const options = Object.entries(SORTS).map(([value, label]) => element("option", { value }, label));
  /** @type {HTMLSelectElement} */
  const sort = element("select", { id: "kb-sort", onchange: () => change({ sort: sort.value }) }, options);
  const order = element("p", {}, element("label", { for: "kb-sort" }, t("Order")), " ", sort);
  const top = element("div", { class: "kb-buttons kb-results__top" }, count, order);
  const others = search.others((box.dataset.also ?? "").split(" ").filter(Boolean));
  const clear = search.more(t("Clear all filters"), dropFilters);
  box.append(top, lost, element("div", { class: "kb-results__body" }, refine, answers), spoken);
  refine.open = matchMedia("(min-width: 60em)").matches;

  // They are there before anything is asked of them.
  /** @type {Engine} */
  let engine;
  /** @type {Facets} */
  let facets;
  let isReady = false;
  let state = search.fromAddress();
  let turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let speaking;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let writing;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let drawing;
  let pushed = location.search;
  /** @type {Set<string>} */
  const open = new Set();

  const isFiltered = () => Object.keys(state.chosen).length > 0;
  const isIdle = () => !state.text.trim() && !isFiltered();
  /** @type {(group: Group) => boolean} */
  const isOpen = ({ kind: [name] }) => open.has(name);

  // Typing rewrites the address; a choice is a step that "back" undoes.
  /** @type {(part: Partial<Asked>, step?: boolean) => Promise<void>} */
  function change(part, step = true) {
    state = { ...state, ...part };
    state.text = search.cutText(state.text);
    open.clear();
    clearTimeout(writing);
    if (step) write(true);
    else writing = setTimeout(() => write(false), PAUSE);
    return show({ typing: !step });
  }

  /** @type {(step: boolean) => void} */
  function write(step) {
    const address = search.toAddress(state);
    if (step && address !== pushed) {
      history.pushState(null, "", address);
      pushed = address;
    } else history.replaceState(null, "", address);
  }

  /** @type {(name: string, value: string, on: boolean) => void} */
  function choose(name, value, on) {
    const others = (state.chosen[name] ?? []).filter((one) => one !== value);
    const values = on ? [...others, value] : others;
    const chosen = { ...state.chosen, [name]: values };
    if (!values.length) delete chosen[name];
    change({ chosen }).then(() => document.getElementById(`kb-${name}-${value}`)?.focus());
  }

  function dropFilters() {
    change({ chosen: {} });
  }

  /** @type {(text: string) => void} */
  function ask(text) {
    field.value = text;
    field.focus();
    change({ text });
  }

  /** @type {(name: string) => void} */
  function showAll(name) {
    const before = document.querySelectorAll(`[aria-labelledby="${search.kinds}-${name}"] h3 a`).length;
    open.add(name);
    show().then(() => {
      /** @type {NodeListOf<HTMLElement>} */
      const links = document.querySelectorAll(`[aria-labelledby="${search.kinds}-${name}"] h3 a`);
      links[before]?.focus();
    });
  }

  /** @type {(how?: { typing?: boolean }) => Promise<void>} */
  async function show({ typing = false } = {}) {
    const now = ++turn;
    clearTimeout(drawing);
    showQuestion();
    if (isIdle() || !isReady) return;
    answers.setAttribute("aria-busy", "true");
    const { ranked, isMeant, verdict } = await found();
    await search.breathe();
    // What has not come in yet may hold it, or know another word for it.
    if (!ranked.length && !engine.isWhole()) return;
    const left = facets.sorted(facets.filter(ranked, state.chosen), state.sort);
    const byAnswer = Boolean(state.text.trim()) && !state.sort;
    const { best, groups } = search.arranged(verdict.nothing ? left.slice(0, NEAREST) : left, engine, byAnswer);
    const cards = await engine.cards(best);
    if (now !== turn) return;
    const first = above({ ranked, left, best, verdict, cards, isMeant });
    // While somebody types, what is below a result follows when typing pauses.
    if (!typing) await search.quote(first, engine, isMeant);
    if (now !== turn) return;
    answers.replaceChildren(...first);
    tell(verdict.nothing ? 0 : left.length, verdict);
    // Where nothing was found, there is nothing to narrow down or to sort.
    refine.hidden = order.hidden = !ranked.length || verdict.nothing;
    // All at once: what stood here before the answer would move when that came.
    box.hidden = false;
    // The texts change what stands below the best answers; until then it would be drawn in vain.
    if (byAnswer && !engine.isWhole()) return;
    return afterPause(typing, async () => {
      const more = await engine.cards(groups.flatMap((group) => search.shownOf(group, isOpen(group))));
      for (const group of groups) {
        await search.breathe();
        const drawn = search.group({ ...group, cards: more, isMeant, open: isOpen(group), showAll });
        await search.quote([drawn], engine, isMeant);
        if (now !== turn) return;
        answers.append(drawn);
      }
      await search.quote(first, engine, isMeant);
      await search.breathe();
      if (now !== turn) return;
      drawFilters(ranked);
      answers.setAttribute("aria-busy", "false");
      const beside = state.text.trim() && !isFiltered() ? await others(state.text) : [];
      if (now === turn) answers.append(...beside);
    });
  }

  /** @typedef {{ ranked: number[], left: number[], best: number[], verdict: Verdict }} Above */

  // What a reader sees first: the best answers, and a way out where there are none.
  /** @type {(shown: Omit<BestAnswers, "kindOf" | "kinds" | "label" | "places"> & Above) => HTMLElement[]} */
  function above({ ranked, left, best, verdict, cards, isMeant }) {
    const { kinds } = engine.core;
    const label = verdict.nothing ? t("What comes closest") : t("Best answers");
    const shown = best.length ? [search.best({ ...engine, places: best, cards, isMeant, kinds, label })] : [];
    if (left.length && !verdict.nothing) return shown;
    return [nothing(verdict.nothing ? 0 : ranked.length), ...shown];
  }

  function showQuestion() {
    if (field.value.trim() !== state.text.trim()) field.value = state.text;
    sort.value = Object.hasOwn(SORTS, state.sort) ? state.sort : "";
    if (isIdle()) box.hidden = true;
    browse.hidden = !isIdle();
    document.documentElement.classList.toggle("kb-asked", !isIdle());
  }

  // The places of what answers the words, the best first, and what must be said of that; without
  // words that is everything.
  /** @type {() => Promise<{ ranked: number[], isMeant?: IsMeant, verdict: Verdict }>} */
  async function found() {
    if (!state.text.trim()) return { ranked: facets.everything, verdict: { nothing: false, lost: [], read: [] } };
    const { ranked, isMeant } = await engine.answer(state.text);
    return { ranked: ranked.map(([place]) => place), isMeant, verdict: engine.judge(state.text, ranked) };
  }

  // A next answer takes the place of what still waits to be drawn.
  /** @type {(typing: boolean, draw: () => void) => Promise<void>} */
  function afterPause(typing, draw) {
    return new Promise((done) => {
      drawing = setTimeout(() => done(draw()), typing ? PAUSE : 0);
    });
  }

  /** @type {(ranked: number[]) => void} */
  function drawFilters(ranked) {
    const boxes = [...filters.querySelectorAll("details")];
    const unfolded = new Set(boxes.filter((one) => one.open).map((one) => one.dataset.facet));
    const useful = facets.counted(ranked, state.chosen).filter((facet) => facet.options.length);
    const drawn = useful.map((facet) => search.filterBox(facet, unfolded.has(facet.name), choose));
    filters.replaceChildren(...(isFiltered() ? [clear] : []), ...drawn);
  }

  /** @type {(withoutFilters: number) => HTMLElement} */
  function nothing(withoutFilters) {
    return search.nothing({
      text: state.text.trim(),
      near: withoutFilters ? [] : engine.nearWords(state.text),
      filtered: isFiltered(),
      withoutFilters,
      clear: dropFilters,
      ask,
      lists: box.dataset.lists,
      index: box.dataset.index,
      asking: box.dataset.ask,
    });
  }

  /** @type {(size: number) => string} */
  const foundAny = (size) => (size ? tn("{n} result", "{n} results", size) : t("Nothing found"));
  /** @type {(size: number, text: string) => string} */
  const foundFor = (size, text) =>
    size
      ? tn("{n} result for ‘{text}’", "{n} results for ‘{text}’", size, { text })
      : t("Nothing found for ‘{text}’", { text });

  /** @type {(size: number, verdict: Verdict) => void} */
  function tell(size, verdict) {
    const notices = [search.cutNotice(state.text), size ? search.notices(verdict) : ""];
    const warning = notices.filter(Boolean).join(" ");
    const asked = search.shortened(state.text.trim());
    count.textContent = asked ? foundFor(size, asked) : foundAny(size);
    lost.textContent = warning;
    // A screen reader hears the count when typing pauses, not after each key.
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      spoken.textContent = [count.textContent, warning].filter(Boolean).join(". ");
    }, 2 * PAUSE);
  }

  // The arrow keys go from the field through the results.
  /** @type {(event: KeyboardEvent) => void} */
  function step(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    /** @type {NodeListOf<HTMLElement>} */
    const found = answers.querySelectorAll("h3 a");
    const links = [...found];
    const at = document.activeElement instanceof HTMLElement ? links.indexOf(document.activeElement) : -1;
    if (at < 0 && (document.activeElement !== field || event.key === "ArrowUp")) return;
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? field : links[Math.min(next, links.length - 1)])?.focus();
  }

  field.addEventListener("input", () => change({ text: field.value }, false));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change({ text: field.value });
  });
  addEventListener("popstate", () => {
    state = search.fromAddress();
    pushed = location.search;
    show();
  });
  document.addEventListener("keydown", step);

  async function start() {
    show();
    // A browser takes long over its first number: it has the time while the index comes in.
    setTimeout(() => globalThis.kennisbankNumber(0));
    engine = await search.engine();
    facets = search.facets(engine.core, engine.count);
    isReady = true;
    await show();
    await engine.loadBody();
    await show();
  }

  start().catch(() => {
    box.hidden = false;
    browse.hidden = false;
    count.textContent = t("The search engine cannot be loaded. Refresh the page, or use the lists below.");
    spoken.textContent = count.textContent;
  });
})(globalThis.kennisbankSearch);
