// Cards to draw and to choose from, with room to write beside them.

((tools) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  /** @type {CardsData} */
  const data = tools.data;
  const LONGEST = 300;
  const texts = data.cards.map(({ text }) => text);

  /** @typedef {[text: string, ...notes: string[]]} Chosen */

  /** @type {(person: Person) => Chosen[]} */
  const chosenOf = (person) => person.answers.chosen;

  /** @type {(text: string) => HTMLElement} */
  function shown(text) {
    const card = data.cards[texts.indexOf(text)];
    const from = card.from
      ? element("span", { class: "kb-cut__from" }, element("a", { href: card.href }, card.from))
      : null;
    return element("p", { class: "kb-deck__card" }, text, from);
  }

  /** @type {(person: Person, changed: () => void) => Node[]} */
  function fill(person, changed) {
    const drawn = element("div", { class: "kb-deck__drawn", role: "status" });
    const list = element("ul", { class: "kb-deck__chosen" });
    /** @type {string[]} */
    let left = [];
    let now = "";

    const isChosen = (/** @type {string} */ text) => chosenOf(person).some(([one]) => one === text);

    function draw() {
      if (!left.length) left = texts.filter((text) => text !== now);
      now = left.splice(Math.floor(Math.random() * left.length), 1)[0];
      drawn.replaceChildren(shown(now));
      take.hidden = false;
    }

    /** @type {(text: string) => void} */
    function choose(text) {
      if (!isChosen(text)) person.answers.chosen.push([text, ...data.columns.map(() => "")]);
      changed();
      show();
      tools.say(t("Chosen."));
    }

    /** @type {(text: string) => void} */
    function leave(text) {
      person.answers.chosen = chosenOf(person).filter(([one]) => one !== text);
      changed();
      show();
      list.querySelector("button")?.focus();
    }

    /** @type {(card: Chosen, at: number) => HTMLElement} */
    function row(card, at) {
      const notes = data.columns.map((column, place) => {
        const id = `kb-deck-${at}-${place}`;
        const box = element("textarea", { id, maxlength: LONGEST });
        box.value = card[place + 1] ?? "";
        box.addEventListener("input", () => {
          card[place + 1] = box.value;
          changed();
        });
        return element("p", {}, element("label", { for: id }, column), box);
      });
      const away = tools.button(t("Put it back"), () => leave(card[0]), {
        "aria-label": t("Put back: {card}", { card: card[0] }),
      });
      return element("li", {}, shown(card[0]), notes, away);
    }

    function show() {
      list.replaceChildren(...chosenOf(person).map(row));
      for (const [at, box] of boxes.entries()) box.checked = isChosen(texts[at]);
    }

    const take = tools.button(t("Choose this card"), () => choose(now), { hidden: true });
    const boxes = texts.map((text) => {
      const box = element("input", { type: "checkbox" });
      box.addEventListener("change", () => (box.checked ? choose(text) : leave(text)));
      return box;
    });
    const all = texts.map((text, at) => element("li", {}, element("label", {}, boxes[at], " ", text)));
    show();
    return [
      element("p", { class: "kb-buttons" }, tools.button(t("Draw a card"), draw, { "data-act": "draw" }), take),
      drawn,
      element(
        "details",
        {},
        element("summary", {}, t("Choose from all cards")),
        element("ul", { class: "kb-deck__all" }, all),
      ),
      element("h4", {}, t("Chosen cards")),
      list,
    ];
  }

  /** @type {(people: Person[]) => Node[]} */
  function result(people) {
    const all = [...new Set(people.flatMap((person) => chosenOf(person).map(([text]) => text)))];
    const items = all.map((text) => {
      const who = people.filter((person) => chosenOf(person).some(([one]) => one === text));
      const { offers: numbers, from, href } = data.cards[texts.indexOf(text)];
      const offers = tools.offers(numbers);
      const link = from ? element("p", {}, t("Read on:"), " ", element("a", { href }, from)) : null;
      return element(
        "li",
        {},
        element("b", {}, text),
        " ",
        t("Chosen by {names}.", { names: tools.names(who) }),
        offers,
        link,
      );
    });
    const rows = people.flatMap((person) => chosenOf(person).map(([text, ...notes]) => [person.name, text, ...notes]));
    return [
      items.length ? element("ul", {}, items) : tools.note(t("Nobody chose a card.")),
      data.columns.length && rows.length
        ? tools.table(t("What you wrote down"), [t("Who"), t("Card"), ...data.columns], rows)
        : null,
    ].filter((one) => one !== null);
  }

  tools.sort = {
    empty: () => ({ chosen: [] }),
    clean: (value) => ({
      chosen: tools
        .pairs(tools.plain(value).chosen, texts)
        .map(([text, notes]) => [text, ...data.columns.map((_, at) => tools.line(notes[at], LONGEST))]),
    }),
    begun: (answers) => answers.chosen.length > 0,
    fill,
    result,
  };
})(globalThis.kennisbankTools);
