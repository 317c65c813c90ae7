// Answers become what a reader sees: groups of results, the filters beside them, and a way out
// when nothing was found.

((search) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  const { marked } = search;
  const BEST = 5;
  const FIRST = 3;
  // So many results stand on the page before anybody asks for more.
  const MOST = 20;
  const LONGEST_REPEATED = 100;
  // On a disk an address must name its file.
  search.addressOf = (address, root = search.root) => {
    const [path, hash] = address.split("#");
    const file = location.protocol === "file:" ? "index.html" : "";
    return root + path + file + (hash ? `#${hash}` : "");
  };

  search.more = (label, onclick) => element("button", { type: "button", class: "kb-button kb-more", onclick }, label);

  // Why a page is there whose title and summary do not say it: by another name, or by its text, of
  // which marking.js fetches the sentence.
  /** @type {(place: number, shown: string[], aliases: string[], isMeant?: IsMeant) => HTMLElement | null} */
  function reason(place, shown, aliases, isMeant) {
    if (!isMeant || shown.some((text) => search.isMarked(text, isMeant))) return null;
    const name = aliases.find((alias) => search.isMarked(alias, isMeant));
    return name
      ? element(
          "p",
          { class: "kb-result__why" },
          kennisbankFilled(t("Also called: {name}"), { name: marked(name, isMeant) }),
        )
      : element("p", { class: "kb-result__why", "data-place": String(place) }, t("It is in the text of this page."));
  }

  // A result; among results of other kinds it says of which kind it is.
  /** @type {(place: number, cards: Map<number, Card>, asked?: IsMeant, kind?: string, root?: string) => HTMLElement} */
  function result(place, cards, asked, kind = "", root = undefined) {
    const [address, title, summary, facts = [], aliases = []] = /** @type {Card} */ (cards.get(place));
    const isMeant = asked && search.meaning([title, summary, ...aliases], asked);
    return element(
      "li",
      { class: "kb-result" },
      kind ? element("p", { class: "kb-kind" }, kind) : null,
      element("h3", {}, element("a", { href: search.addressOf(address, root) }, marked(title, isMeant))),
      element("p", {}, marked(summary, isMeant)),
      reason(place, [title, summary], aliases, isMeant),
      facts.length
        ? element(
            "ul",
            { class: "kb-card__facts" },
            facts.map((fact) => element("li", {}, fact)),
          )
        : null,
    );
  }

  // The best answers, of whatever kind; a root is that of another library.
  search.best = ({ places, cards, isMeant, kindOf, kinds, label, id = "kb-best", root }) => {
    const results = places.map((place) => result(place, cards, isMeant, kinds[kindOf(place)][1], root));
    const heading = element("h2", { id }, label);
    const list = element("ol", { class: "kb-result-list" }, results);
    return element("section", { "aria-labelledby": id }, heading, list);
  };

  // One kind: its first results, and a button for the rest.
  search.group = ({ kind, places, first, cards, isMeant, open, showAll }) => {
    const [name, one, many] = kind;
    const id = `${search.kinds}-${name}`;
    const shown = search.shownOf({ places, first }, open);
    const label = `${places.length} ${(places.length === 1 ? one : many).toLowerCase()}`;
    const results = shown.map((place) => result(place, cards, isMeant));
    const list = results.length ? element("ol", { class: "kb-result-list" }, results) : null;
    const rest =
      places.length > shown.length ? search.more(t("Show all {label}", { label }), () => showAll(name)) : null;
    const heading = element("h2", { id }, `${many} `, element("span", { class: "kb-count" }, String(places.length)));
    return element("section", { "aria-labelledby": id }, heading, list, rest);
  };

  // The best answers of all kinds, and the rest by kind: the kinds in the order of their best, or as
  // on the site where the reader chose another order. Each group knows how many of it are shown.
  search.arranged = (places, { kindOf, core }, byAnswer) => {
    const best = byAnswer ? places.slice(0, BEST) : [];
    const rest = byAnswer ? places.slice(BEST) : places;
    /** @type {Map<number, number[]>} */
    const byKind = new Map(byAnswer ? [] : core.kinds.map((_, kind) => [kind, []]));
    for (const place of rest) {
      const own = byKind.get(kindOf(place)) ?? [];
      own.push(place);
      byKind.set(kindOf(place), own);
    }
    let left = MOST - best.length;
    const groups = [...byKind]
      .filter(([, own]) => own.length)
      .map(([kind, own]) => {
        const first = byAnswer ? Math.min(FIRST, left, own.length) : Math.min(FIRST, own.length);
        left -= first;
        return { kind: core.kinds[kind], places: own, first };
      });
    return { best, groups };
  };

  search.shownOf = ({ places, first }, open) => (open ? places : places.slice(0, first));

  // A question as it is repeated to a reader: on a phone a long one would fill the screen.
  search.shortened = (text) => (text.length > LONGEST_REPEATED ? `${text.slice(0, LONGEST_REPEATED).trim()}…` : text);

  // What a reader must know of a question that was too long to look up as a whole.
  search.cutNotice = (text) => {
    const { words, isCut, longest } = search.asked(text);
    const told = [];
    if (isCut)
      told.push(
        tn(
          "We searched for the first word of your question.",
          "We searched for the first {n} words of your question.",
          words.length,
        ),
      );
    if (longest) told.push(t("Of a word of more than {longest} letters we read only the beginning.", { longest }));
    return told.join(" ");
  };

  /** @type {(words: string[]) => string} */
  const quoted = (words) => kennisbankList(words.map((word) => t("‘{word}’", { word })));

  // What a reader must know before the results: they answer another word than was asked, or hold no
  // figure where one was asked for.
  search.notices = ({ lost, read, noFigure }) => {
    const told = read.map(([word, as]) => t("We read the word ‘{word}’ as ‘{as}’.", { word, as }));
    if (noFigure) told.push(t("We have no figure on this. Below is what comes closest."));
    if (lost.length) {
      const words = quoted(lost);
      told.push(tn("The word {words} is on no page.", "The words {words} are on no page.", lost.length, { words }));
    }
    return told.join(" ");
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
      { class: "kb-fold kb-facet", "data-facet": facet.name, open: isUnfolded || chosen > 0 },
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
    const list = element("ul", { class: "kb-buttons" }, words.map(suggested));
    return element("div", {}, element("p", {}, t("Did you mean one of these words?")), list);
  }

  // Where somebody can ask for what is missing: an issue with the words that were typed.
  /** @type {(text: string, address?: string) => HTMLElement | null} */
  function request(text, address) {
    if (!address || !text) return null;
    const href = `${address}${encodeURIComponent(search.shortened(text))}`;
    const link = element("a", { href }, t("Ask the editors for this subject"));
    return element("p", {}, link, ".");
  }

  // A way out where nothing was found, or nothing that is good enough.
  search.nothing = ({ text, near, filtered, withoutFilters, clear, ask, lists, index, asking }) => {
    const hint = t("Without filters there are results: {n}.", { n: withoutFilters });
    const letters = element("a", { href: index }, t("from A to Z"));
    const subjects = element("a", { href: lists }, t("by subject"));
    const advice = text
      ? t("Try fewer words or other ones, or look {letters} or {subjects}.")
      : t("Look {letters} or {subjects}.");
    return element(
      "div",
      { class: "kb-nothing" },
      text && !withoutFilters ? element("p", { class: "kb-nothing__none" }, t("We have nothing on this.")) : null,
      filtered && withoutFilters ? element("p", {}, hint, " ", search.more(t("Clear all filters"), clear)) : null,
      near.length ? nearWords(near, ask) : null,
      element("p", {}, kennisbankFilled(advice, { letters, subjects })),
      withoutFilters ? null : request(text, asking),
    );
  };
})(globalThis.kennisbankSearch);
