// Answers become what a reader sees: groups of results, the filters beside them, and a way out
// when nothing was found.

((search) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  const { marked } = search;
  const FIRST = 3;
  const FIRST_SCREEN = 5;
  const LONGEST_REPEATED = 100;
  const root = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;

  // On a disk an address must name its file.
  search.addressOf = (address) => {
    const [path, hash] = address.split("#");
    const file = location.protocol === "file:" ? "index.html" : "";
    return root + path + file + (hash ? `#${hash}` : "");
  };

  search.more = (label, onclick) => element("button", { type: "button", class: "kb-button kb-more", onclick }, label);

  /** @type {(card: Card, isMeant?: IsMeant) => HTMLElement} */
  function result([address, title, summary, facts = []], isMeant) {
    return element(
      "li",
      { class: "kb-result" },
      element("h3", {}, element("a", { href: search.addressOf(address) }, marked(title, isMeant))),
      element("p", {}, marked(summary, isMeant)),
      facts.length
        ? element(
            "ul",
            { class: "kb-card__facts" },
            facts.map((fact) => element("li", {}, fact)),
          )
        : null,
    );
  }

  // One kind: its first results, and a button for the rest.
  search.group = ({ kind, places, cards, isMeant, open, showAll }) => {
    const [name, one, many] = kind;
    const id = `soort-${name}`;
    const shown = search.firstOf(places, open);
    const label = `${places.length} ${(places.length === 1 ? one : many).toLowerCase()}`;
    const results = shown.map((place) => result(/** @type {Card} */ (cards.get(place)), isMeant));
    const list = element("ol", { class: "kb-result-list" }, results);
    const rest = places.length > shown.length ? search.more(`Toon alle ${label}`, () => showAll(name)) : null;
    const heading = element("h2", { id }, `${many} `, element("span", { class: "kb-count" }, String(places.length)));
    return element("section", { "aria-labelledby": id }, heading, list, rest);
  };

  search.firstOf = (places, open) => (open ? places : places.slice(0, FIRST));

  // The first groups, until they hold more than a phone shows at once.
  search.onFirstScreen = (groups) => {
    let results = 0;
    return groups.filter(({ places }) => {
      const before = results;
      results += search.firstOf(places, false).length;
      return before < FIRST_SCREEN;
    });
  };

  // A question as it is repeated to a reader: on a phone a long one would fill the screen.
  search.shortened = (text) => (text.length > LONGEST_REPEATED ? `${text.slice(0, LONGEST_REPEATED).trim()}…` : text);

  // What a reader must know of a question that was too long to look up as a whole.
  search.cutNotice = (text) => {
    const { words, isCut, longest } = search.asked(text);
    const first = words.length === 1 ? "het eerste woord" : `de eerste ${words.length} woorden`;
    const told = [isCut ? `Wij zochten op ${first} van uw vraag.` : ""];
    if (longest) told.push(`Van een woord van meer dan ${longest} letters lazen wij alleen het begin.`);
    return told.filter(Boolean).join(" ");
  };

  // What a reader must know before the results: they answer another word than was asked.
  search.lost = (words) => {
    if (!words.length) return "";
    const names = words
      .map((word) => `‘${word}’`)
      .join(", ")
      .replace(/, (?=[^,]*$)/, " en ");
    const where = words.length > 1 ? `De woorden ${names} staan` : `Het woord ${names} staat`;
    return `${where} op geen enkele pagina. Hieronder staat wat er het meest op lijkt.`;
  };

  search.filterBox = (facet, isUnfolded, choose) => {
    const chosen = facet.options.filter((one) => one.checked).length;
    const title = chosen ? `${facet.title} (${chosen})` : facet.title;
    const boxes = facet.options.map(({ value, label, count, checked }) => {
      const id = `kb-${facet.name}-${value}`;
      const onchange = (/** @type {{ target: HTMLInputElement }} */ event) =>
        choose(facet.name, value, event.target.checked);
      const box = element("input", { type: "checkbox", id, checked, onchange });
      const size = element("span", { class: "kb-count" }, `${count}`);
      return element("li", {}, box, element("label", { for: id }, `${label} `, size));
    });
    return element(
      "details",
      { class: "kb-facet", "data-facet": facet.name, open: isUnfolded || chosen > 0 },
      element("summary", {}, title),
      element("fieldset", {}, element("legend", { class: "kb-spoken" }, facet.title), element("ul", {}, boxes)),
    );
  };

  /** @type {(words: string[], ask: (text: string) => void) => HTMLElement} */
  function nearWords(words, ask) {
    /** @type {(word: string) => HTMLElement} */
    const suggested = (word) =>
      element(
        "li",
        {},
        search.more(word, () => ask(word)),
      );
    const list = element("ul", { class: "kb-near" }, words.map(suggested));
    return element("div", {}, element("p", {}, "Bedoelde u een van deze woorden?"), list);
  }

  // A way out where nothing was found.
  search.nothing = ({ text, near, filtered, withoutFilters, clear, ask, lists, index }) => {
    const hint = `Zonder filters zijn er wel resultaten: ${withoutFilters}. `;
    const byLetter = element("a", { href: index }, "van A tot Z");
    const byTheme = element("a", { href: lists }, "op onderwerp");
    const start = text ? "Probeer minder of andere woorden, of kijk " : "Kijk ";
    return element(
      "div",
      { class: "kb-nothing" },
      filtered && withoutFilters ? element("p", {}, hint, search.more("Wis alle filters", clear)) : null,
      near.length ? nearWords(near, ask) : null,
      element("p", {}, start, byLetter, " of ", byTheme, "."),
    );
  };
})(globalThis.kennisbankSearch);
