// Cards that each person lays in lanes, by choosing a card and then a lane, by dragging, or with the
// digits. Private cards lie face down: what lies face down is in no file, picture or table.

((tools) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  /** @type {SorterData} */
  const data = tools.data;
  const MOST_OWN = 12;
  const LONGEST = 60;
  const cards = data.groups.flatMap((group) => group.cards);
  const names = cards.map(({ name }) => name);
  const lanes = data.lanes.map(({ name }) => name);
  const private_ = new Set(cards.filter((card) => card.private).map(({ name }) => name));

  /** @typedef {[card: string, lane: number][]} Places */
  /** @typedef {{ places: Places, own: string[], open: string[], down: number }} Sorted */

  /** @type {(answers: Sorted, card: string) => number} */
  const laneOf = (answers, card) => answers.places.find(([name]) => name === card)?.[1] ?? -1;
  /** @type {(answers: Sorted, card: string) => boolean} */
  const isDown = (answers, card) => private_.has(card) && !answers.open.includes(card);
  /** @type {(answers: Sorted, lane: number) => string[]} */
  const inLane = (answers, lane) => answers.places.filter(([, one]) => one === lane).map(([name]) => name);

  /** @type {(person: Person, changed: () => void) => Node[]} */
  function fill(person, changed) {
    /** @type {Sorted} */
    const answers = person.answers;
    let held = "";
    const board = element("div", { class: "kb-sort__board" });
    const stock = element("div", { class: "kb-sort__stock" });

    /** @type {(card: string, lane: number) => void} */
    function lay(card, lane) {
      answers.places = answers.places.filter(([name]) => name !== card);
      if (lane >= 0) answers.places.push([card, lane]);
      held = "";
      changed();
      draw();
      const told =
        lane < 0
          ? t("‘{card}’ is back among the cards.", { card })
          : t("‘{card}’ lies at ‘{lane}’.", { card, lane: lanes[lane] });
      tools.say(told);
      // The next card of the stock, so that one can go on.
      /** @type {HTMLElement | null} */
      const next = stock.querySelector("button[data-card]") ?? board.querySelector("button[data-card]");
      next?.focus();
    }

    /** @type {(card: string) => void} */
    function hold(card) {
      held = held === card ? "" : card;
      draw();
      if (held)
        tools.say(t("You hold ‘{card}’. Choose a lane, or press a digit from 1 to {n}.", { card, n: lanes.length }));
      /** @type {NodeListOf<HTMLElement>} */
      const all = person && document.querySelectorAll(".kb-tool__turn button[data-card]");
      [...all].find((one) => one.dataset.card === card)?.focus();
    }

    /** @type {(event: KeyboardEvent, card: string) => void} */
    function pressed(event, card) {
      const number = Number(event.key);
      if (event.key === "Delete" || event.key === "Backspace") lay(card, -1);
      else if (event.key.trim() && number >= 1 && number <= lanes.length) lay(card, number - 1);
      else return;
      event.preventDefault();
    }

    /** @type {(card: string) => void} */
    function turn(card) {
      answers.open = isDown(answers, card) ? [...answers.open, card] : answers.open.filter((one) => one !== card);
      changed();
      draw();
    }

    /** @type {(name: string) => HTMLElement} */
    function card(name) {
      const look = {
        type: "button",
        class: "kb-sort__card",
        draggable: "true",
        "data-card": name,
        "aria-pressed": String(held === name),
      };
      const made = element("button", { ...look, onclick: () => hold(name) }, name);
      made.addEventListener("keydown", (event) => pressed(event, name));
      made.addEventListener("dragstart", (event) => {
        event.dataTransfer?.setData("text/plain", name);
        held = name;
      });
      const lies = held === name ? choose(name) : null;
      if (!private_.has(name)) return element("li", {}, made, lies);
      const label = isDown(answers, name)
        ? t("Turn it up: others may see ‘{card}’", { card: name })
        : t("Turn it down: ‘{card}’ stays mine", { card: name });
      const flip = element(
        "button",
        { type: "button", class: "kb-sort__flip", "aria-label": label, onclick: () => turn(name) },
        isDown(answers, name) ? t("face down") : t("open"),
      );
      return element("li", {}, made, flip, lies);
    }

    // The lanes beside the card that one holds: on a telephone they are far away.
    /** @type {(name: string) => HTMLElement} */
    function choose(name) {
      const to = lanes.map((lane, at) => tools.button(lane, () => lay(name, at)));
      const back = laneOf(answers, name) < 0 ? null : tools.button(t("Put it back"), () => lay(name, -1));
      const look = { class: "kb-sort__choose", role: "group", "aria-label": t("Lay ‘{card}’ at", { card: name }) };
      return element("div", look, to, back);
    }

    /** @type {(lane: number) => HTMLElement} */
    function place(lane) {
      const drop = tools.button(t("{n}. {lane}", { n: lane + 1, lane: lanes[lane] }), () => held && lay(held, lane), {
        class: "kb-button kb-sort__lane",
        disabled: !held,
      });
      const made = element(
        "div",
        { class: `kb-sort__place kb-sort__place--${data.lanes[lane].side}` },
        drop,
        element("ul", { class: "kb-sort" }, inLane(answers, lane).map(card)),
      );
      made.addEventListener("dragover", (event) => event.preventDefault());
      made.addEventListener("drop", (event) => {
        event.preventDefault();
        // What is dragged in from elsewhere is no card of ours.
        const dropped = event.dataTransfer?.getData("text/plain") ?? "";
        if ([...names, ...answers.own].includes(dropped)) lay(dropped, lane);
      });
      return made;
    }

    /** @type {(name: string, list: string[]) => HTMLElement | null} */
    function group(name, list) {
      const left = list.filter((one) => laneOf(answers, one) < 0);
      return left.length
        ? element(
            "div",
            {},
            element("p", { class: "kb-sort__group" }, name),
            element("ul", { class: "kb-sort" }, left.map(card)),
          )
        : null;
    }

    function draw() {
      board.replaceChildren(...lanes.map((_, lane) => place(lane)));
      const groups = data.groups.map((one) =>
        group(
          one.name,
          one.cards.map(({ name }) => name),
        ),
      );
      stock.replaceChildren(...[...groups, group(t("Your own cards"), answers.own)].filter((one) => one !== null));
    }

    const box = element("input", { id: "kb-sort-own", maxlength: LONGEST, autocomplete: "off" });
    const add = (/** @type {Event} */ event) => {
      event.preventDefault();
      const name = tools.line(box.value, LONGEST);
      box.value = "";
      if (!name || [...names, ...answers.own].includes(name) || answers.own.length >= MOST_OWN) return;
      answers.own.push(name);
      changed();
      draw();
      tools.say(t("‘{card}’ lies among the cards.", { card: name }));
    };
    draw();
    return [
      tools.note(
        t(
          "Choose a card, then a lane. With the keyboard: stand on a card and press the digit of a lane. What plays no part, you leave.",
        ),
      ),
      private_.size
        ? tools.note(
            t("Private cards lie face down: others do not see which they are, also not in a file or on paper."),
          )
        : "",
      board,
      stock,
      element(
        "form",
        { class: "kb-tool__add", onsubmit: add },
        element("label", { for: box.id }, t("A card of your own")),
        box,
        element("button", { class: "kb-button" }, t("Add a card")),
      ),
    ].map((one) => (typeof one === "string" ? document.createTextNode(one) : one));
  }

  /** @type {(person: Person, lane: number) => string[]} */
  const open = (person, lane) => inLane(person.answers, lane).filter((name) => !isDown(person.answers, name));
  /** @type {(person: Person) => number} */
  const down = ({ answers }) =>
    answers.down + answers.places.filter((/** @type {[string, number]} */ [name]) => isDown(answers, name)).length;

  /** @type {(people: Person[], card: string, side: string) => Person[]} */
  const who = (people, card, side) =>
    people.filter((person) => data.lanes.some((lane, at) => lane.side === side && open(person, at).includes(card)));

  /** @type {(people: Person[]) => Node[]} */
  function result(people) {
    const all = [...new Set(people.flatMap((person) => lanes.flatMap((_, lane) => open(person, lane))))];
    const told = all.map((card) => ({
      card,
      helps: who(people, card, "helps"),
      hinders: who(people, card, "hinders"),
    }));
    const differ = told.filter(({ helps, hinders }) => helps.length && hinders.length);
    // What hinders most of you stands first, and of those what hinders most.
    const weight = (/** @type {string} */ card) =>
      Math.max(...people.map((person) => lanes.findLastIndex((_, lane) => open(person, lane).includes(card))));
    const hinder = told
      .filter(({ hinders }) => hinders.length)
      .sort((a, b) => b.hinders.length - a.hinders.length || weight(b.card) - weight(a.card));
    const shared = told.filter(
      ({ helps, hinders }) => people.length > 1 && helps.length === people.length && !hinders.length,
    );
    const hidden = people.reduce((sum, person) => sum + down(person), 0);
    const talk = [
      ...differ.map(({ card, helps, hinders }) =>
        element(
          "li",
          {},
          element("b", {}, t("{card}: here you differ.", { card })),
          " ",
          t("It helps {helped} and hinders {hindered}.", {
            helped: tools.names(helps),
            hindered: tools.names(hinders),
          }),
        ),
      ),
      shared.length
        ? element(
            "li",
            {},
            t("This helps all of you: {cards}.", { cards: tools.listed(shared.map(({ card }) => card)) }),
          )
        : null,
      hidden
        ? element(
            "li",
            {},
            tn("{n} card lies face down and stays private.", "{n} cards lie face down and stay private.", hidden),
          )
        : null,
    ];
    const rows = all.map((card) => [
      card,
      ...lanes.map((_, lane) => tools.names(people.filter((person) => open(person, lane).includes(card)))),
    ]);
    return [
      element("div", { class: "kb-tool__talk" }, element("h4", {}, t("Talk about this")), element("ul", {}, talk)),
      ...help(hinder),
      tools.table(t("Who laid what where"), [t("Card"), ...lanes], rows),
    ];
  }

  /** @type {(hinder: { card: string, hinders: Person[] }[]) => Node[]} */
  function help(hinder) {
    if (!hinder.length) return [];
    const items = hinder.map(({ card, hinders }) => {
      const known = cards.find(({ name }) => name === card);
      const offers = known ? tools.offers(known.offers) : null;
      const title = element("b", {}, t("{card} hinders {names}.", { card, names: tools.names(hinders) }));
      return element(
        "li",
        {},
        title,
        " ",
        offers ?? t("The library has nothing for this yet. Talk about what would make it easier."),
      );
    });
    return [element("h4", {}, t("What the library has for what hinders")), element("ul", {}, items)];
  }

  /** @type {(people: Person[]) => SVGElement} */
  function picture(people) {
    const { svg } = tools;
    const wide = 190;
    /** @type {string[][]} */
    const columns = lanes.map((_, lane) => {
      /** @type {Map<string, number>} */
      const counts = new Map();
      for (const person of people) for (const card of open(person, lane)) counts.set(card, (counts.get(card) ?? 0) + 1);
      return [...counts].sort((a, b) => b[1] - a[1]).map(([card, n]) => (people.length > 1 ? `${card} (${n})` : card));
    });
    const rows = Math.max(...columns.map(({ length }) => length), 1);
    const [width, height] = [lanes.length * wide + 20, 110 + rows * 24];
    const text = (/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ said, more = {}) =>
      svg(
        "text",
        { x, y, fill: "#1f2a2b", "font-size": 13, ...more },
        said.length > 28 ? `${said.slice(0, 27)}…` : said,
      );
    const drawn = columns.flatMap((found, lane) => [
      svg("rect", {
        x: 10 + lane * wide,
        y: 40,
        width: wide - 8,
        height: height - 80,
        fill: "#f2ede2",
        stroke: "#0f4d52",
      }),
      text(18 + lane * wide, 62, lanes[lane], { "font-weight": "bold" }),
      ...found.map((card, row) => text(18 + lane * wide, 88 + row * 24, card)),
    ]);
    return svg(
      "svg",
      { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}` },
      svg("rect", { width, height, fill: "#fff" }),
      svg("text", { x: 10, y: 26, fill: "#1f2a2b", "font-size": 16, "font-weight": "bold" }, data.question),
      drawn,
      svg("text", { x: 10, y: height - 16, fill: "#1f2a2b", "font-size": 13 }, tools.names(people)),
    );
  }

  tools.sort = {
    empty: () => ({ places: [], own: [], open: [], down: 0 }),
    clean: (value) => {
      const found = tools.plain(value);
      const own = [...new Set(tools.list(found.own, MOST_OWN).map((one) => tools.line(one, LONGEST)))];
      const free = own.filter((one) => one && !names.includes(one));
      const places = tools.pairs(found.places, [...names, ...free]).flatMap(([name, [lane]]) => {
        const at = Number.isInteger(lane) ? Number(lane) : -1;
        return at >= 0 && at < lanes.length ? [[name, at]] : [];
      });
      const opened = tools.list(found.open, 40).filter((one) => typeof one === "string" && private_.has(one));
      return { places, own: free, open: [...new Set(opened)], down: tools.number(found.down, 0, 40) ?? 0 };
    },
    shared: (answers) => ({
      ...answers,
      places: answers.places.filter((/** @type {[string, number]} */ [name]) => !isDown(answers, name)),
      down:
        answers.down + answers.places.filter((/** @type {[string, number]} */ [name]) => isDown(answers, name)).length,
    }),
    begun: (answers) => answers.places.length > 0,
    fill,
    result,
    picture,
  };
})(globalThis.kennisbankTools);
