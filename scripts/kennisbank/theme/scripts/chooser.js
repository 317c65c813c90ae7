// Shows what fits the answers in the address best. The rule is that of pages/chooser_row.py: how
// many answers fit, the level for what the reader wants to reach, how little it asks. The cards
// already stand in the order that decides among equal ones. Of a library with too many for one page
// the cards that are shown are loaded. A classic script, since a copy on a disk runs no modules.

(() => {
  "use strict";

  /** @typedef {{ name: string, reason: string, value: string, words: string }} Answer */
  // A method: what the rule asks of it, and its card once that is there.
  /** @typedef {{ dataset: { [name: string]: string | undefined }, card?: HTMLElement, place: number }} Choice */
  /** @typedef {{ choice: Choice, fit: number, rank: string, order: number[] }} Fit */

  const form = /** @type {HTMLFormElement} */ (document.querySelector("#kb-chooser"));
  if (!form) return;
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (document.querySelector(`#kb-chooser-${name}`));
  const box = /** @type {HTMLDetailsElement} */ (part("box"));
  const [count, result, groups, more, keep, said] = ["count", "result", "groups", "more", "keep", "said"].map(part);
  const heading = /** @type {HTMLElement} */ (result.querySelector("h2"));
  const compare = /** @type {HTMLAnchorElement} */ (part("compare"));
  const comparison = new URL(location.protocol === "file:" ? "index.html" : "", compare.href).href;
  /** @type {NodeListOf<HTMLElement>} */
  const listed = document.querySelectorAll("#kb-methods > .kb-choice");
  /** @type {Choice[]} */
  let choices = [...listed].map((card, place) => ({ dataset: card.dataset, card, place }));
  // How many cards are in a file; none where the page holds them.
  const inFile = Number(form.dataset.files ?? 0);
  const base = new URL("../choices/", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const { receive, load } = globalThis.kennisbankLoader(base);
  globalThis.kennisbankChoices = { receive };
  /** @type {NodeListOf<HTMLElement>} */
  const asked = form.querySelectorAll("[data-question]");
  const questions = [...asked].map(({ dataset }) => ({ name: dataset.question ?? "", reason: dataset.reason ?? "" }));
  const limit = Number(form.dataset.limit);
  const largest = Number(form.dataset.largest);
  const goalName = form.dataset.goal ?? "";
  // Of a long list so many more are shown at once.
  const step = inFile || Number.POSITIVE_INFINITY;
  let size = limit;
  let turn = 0;

  /** @type {(name: string) => HTMLSelectElement} */
  const field = (name) => /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));

  /** @type {(choice: Choice, answer: { name: string, value: string }) => boolean} */
  const fits = ({ dataset }, { name, value }) => (dataset[name] ?? "").split(" ").includes(value);

  // The level for what the reader wants to reach, or the highest when that is anything.
  /** @type {(choice: Choice, goal?: string) => number} */
  function strengthOf({ dataset }, goal) {
    const pairs = (dataset.levels ?? "")
      .split(" ")
      .filter(Boolean)
      .map((pair) => pair.split(":"));
    const levels = pairs.filter(([name]) => !goal || name === goal).map(([, level]) => Number(level));
    return Math.max(0, ...levels);
  }

  // Sorting keeps the order of the cards among equal ones.
  /** @type {(answered: Answer[]) => Fit[]} */
  function best(answered) {
    const goal = answered.find(({ name }) => name === goalName)?.value;
    const found = choices.map((choice) => {
      const fit = answered.filter((answer) => fits(choice, answer)).length;
      const order = [-fit, -strengthOf(choice, goal), Number(choice.dataset.effort)];
      return { choice, fit, order, rank: order.join() };
    });
    /** @type {(one: Fit, other: Fit) => number} */
    const byRule = (one, other) => {
      const at = one.order.findIndex((value, place) => value !== other.order[place]);
      return at < 0 ? 0 : one.order[at] - other.order[at];
    };
    return found.filter(({ fit, order }) => fit && (!goal || order[1])).sort(byRule);
  }

  /** @type {() => Answer[]} */
  function answers() {
    return questions
      .map((question) => ({ ...question, value: field(question.name).value }))
      .filter(({ value }) => value)
      .map((answer) => ({ ...answer, words: field(answer.name).selectedOptions[0].textContent }));
  }

  /** @type {(holder: HTMLElement, told: Answer[]) => void} */
  function tell(holder, told) {
    holder.hidden = !told.length;
    // The page has an empty one, for a list that lacks it is no list.
    holder.querySelector("dd")?.remove();
    for (const { words, reason } of told) {
      const line = document.createElement("dd");
      line.textContent = `${reason}: ${words}`;
      holder.append(line);
    }
  }

  /** @type {(fit: Fit, found: Fit[], answered: Answer[]) => HTMLElement} */
  function draw(one, found, answered) {
    const item = document.createElement("li");
    const card = /** @type {HTMLElement} */ (one.choice.card?.cloneNode(true));
    const place = document.createElement("span");
    const equal = found.filter(({ rank }) => rank === one.rank).length - 1;
    const at = found.findIndex(({ rank }) => rank === one.rank) + 1;
    place.className = "kb-choice__place";
    place.textContent = equal
      ? tn("Place {at}, with {n} other", "Place {at}, with {n} others", equal, { at })
      : t("Place {at}", { at });
    const holder = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (card.querySelector(`[data-part="${name}"]`));
    const goal = answered.find(({ name }) => name === goalName)?.value;
    /** @type {NodeListOf<HTMLElement>} */
    const outcomes = card.querySelectorAll("[data-outcome]");
    for (const line of outcomes) line.hidden = Boolean(goal) && line.dataset.outcome !== goal;
    const fitting = answered.filter((answer) => fits(one.choice, answer));
    tell(holder("fits"), fitting);
    tell(
      holder("misses"),
      answered.filter((answer) => !fitting.includes(answer)),
    );
    card.prepend(place);
    item.append(card);
    return item;
  }

  // What fits equally many answers stands together.
  /** @type {(shown: Fit[], found: Fit[], answered: Answer[]) => Node[]} */
  function drawn(shown, found, answered) {
    return [...new Set(shown.map(({ fit }) => fit))].flatMap((fit) => {
      const title = document.createElement("h3");
      const list = document.createElement("ol");
      list.className = "kb-choices";
      const size = found.filter((one) => one.fit === fit).length;
      const all = tn("{n} fits all your answers", "{n} fit all your answers", size);
      const some = tn("{n} fits {fit} of your {of} answers", "{n} fit {fit} of your {of} answers", size, {
        fit,
        of: answered.length,
      });
      title.textContent = fit === answered.length ? all : some;
      list.append(...shown.filter((one) => one.fit === fit).map((one) => draw(one, found, answered)));
      return [title, list];
    });
  }

  // The index has for each thing that the rule asks its values, and which of them each method has.
  async function loadIndex() {
    /** @type {{ [name: string]: [values: string[], of: number[]] } | null} */
    const index = await load("index");
    const columns = Object.entries(index ?? {});
    const count = columns[0]?.[1][1].length ?? 0;
    choices = Array.from({ length: count }, (_, place) => {
      const pairs = columns.map(([name, [values, of]]) => [name, values[of[place]]]);
      return { dataset: Object.fromEntries(pairs), place };
    });
  }

  /** @type {(shown: Choice[]) => Promise<unknown>} */
  function loadCards(shown) {
    return Promise.all(
      shown.map(async (choice) => {
        /** @type {string[]} */
        const cards = await load(String(Math.floor(choice.place / inFile)));
        const parsed = new DOMParser().parseFromString(cards[choice.place % inFile], "text/html");
        choice.card = document.adoptNode(/** @type {HTMLElement} */ (parsed.body.firstElementChild));
        Object.assign(choice.dataset, choice.card.dataset);
      }),
    );
  }

  async function show() {
    const now = ++turn;
    const answered = answers();
    const found = best(answered);
    const shown = found.slice(0, size);
    const left = found.length - shown.length;
    const absent = shown.map(({ choice }) => choice).filter(({ card }) => !card);
    if (absent.length) await loadCards(absent);
    if (now !== turn) return;
    groups.replaceChildren(...drawn(shown, found, answered));
    result.hidden = !found.length;
    const words = answered.map((one) => one.words).join(" · ");
    part("answers").textContent = words ? t("Your answers: {words}. Change them", { words }) : t("Your answers");
    part("lead").hidden = found.length > 0;
    more.hidden = !left;
    const others = tn("Show the other one as well", "Show the other {n} as well", left);
    more.textContent = left > step ? t("Show {n} more", { n: step }) : others;
    keep.textContent = tn("Keep this one", "Keep these {n}", shown.length);
    said.textContent = "";
    const beside = found.slice(0, largest).map(({ choice }) => ["m", choice.dataset.id ?? ""]);
    compare.hidden = beside.length < 2;
    compare.href = `${comparison}?${new URLSearchParams(beside)}`;
    compare.textContent = t("Put the first {n} side by side", { n: beside.length });
    const told = tn("{n} fits your answers.", "{n} fit your answers.", found.length);
    const none = answered.length ? t("Nothing fits this. Choose ‘Does not matter’ somewhere.") : "";
    count.textContent = found.length ? told : none;
    // The headings say it to who sees them.
    count.classList.toggle("kb-spoken", found.length > 0);
  }

  function remember() {
    const query = new URLSearchParams(answers().map(({ name, value }) => [name, value])).toString();
    if (query !== location.search.slice(1)) history.pushState(null, "", query ? `?${query}` : location.pathname);
  }

  async function restore() {
    const given = new URLSearchParams(location.search);
    for (const { name } of questions) {
      const options = [...field(name).options];
      // The first is "it does not matter".
      (options.find(({ value }) => value === given.get(name)) ?? options[0]).selected = true;
    }
    size = limit;
    await show();
    // Who comes with answers sees what fits at once, and nothing moves (asked.js).
    box.open = Boolean(result.hidden);
    document.documentElement.classList.remove("kb-asked");
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    size = limit;
    remember();
    await show();
    box.open = Boolean(result.hidden);
    if (answers().length) (result.hidden ? count : heading).focus();
    else count.textContent = t("Answer one of the questions first.");
  });
  // The fields are empty only after this event.
  form.addEventListener("reset", () =>
    setTimeout(() => {
      remember();
      show();
    }),
  );
  more.addEventListener("click", async () => {
    const first = groups.querySelectorAll("li").length;
    size += step;
    await show();
    groups.querySelectorAll("li")[first]?.querySelector("a")?.focus();
  });
  keep.addEventListener("click", () => {
    const selection = globalThis.kennisbankSelection;
    /** @type {NodeListOf<HTMLElement>} */
    const shown = groups.querySelectorAll("[data-key]");
    const done = selection.write([...selection.read(), ...[...shown].map(({ dataset }) => dataset.key ?? "")]);
    said.textContent = done ? t("Kept.") : t("Your browser keeps nothing. Perhaps this is a private window.");
  });
  addEventListener("popstate", restore);
  if (inFile) loadIndex().then(restore);
  else restore();
})();
