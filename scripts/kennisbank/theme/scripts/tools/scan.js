// Statements that several people answer. It shows where they differ first, and then what all of them
// recognise little. No mark, no norm: the numbers of answers never leave this file.

((tools) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  /** @type {ScanData} */
  const data = tools.data;
  const texts = data.statements.map(({ text }) => text);
  const top = data.answers.length - 1;

  /** @type {(person: Person, text: string) => number} */
  const answer = (person, text) =>
    person.answers.given.find((/** @type {[string, number]} */ [one]) => one === text)?.[1] ?? -1;

  /** @type {(subject: number) => HTMLElement | null} */
  function source(subject) {
    const found = data.subjects[subject];
    return found
      ? element("p", { class: "kb-tool__note" }, t("From:"), " ", element("a", { href: found.href }, found.title))
      : null;
  }

  /** @type {(person: Person, changed: () => void) => Node[]} */
  function fill(person, changed) {
    let before = -2;
    return [
      tools.note(
        t(
          "This scan is not validated: there is no mark and no norm. It shows where you differ, so that you can talk about it.",
        ),
      ),
      ...data.statements.map(({ text, subject }, number) => {
        const radios = data.answers.map((label, value) => {
          const checked = answer(person, text) === value;
          const choose = () => {
            person.answers.given = person.answers.given.filter((/** @type {[string, number]} */ [one]) => one !== text);
            person.answers.given.push([text, value]);
            changed();
          };
          const input = element("input", {
            type: "radio",
            name: `kb-scan-${number}`,
            value,
            checked,
            onchange: choose,
          });
          return element("label", { class: "kb-scan__answer" }, input, " ", label);
        });
        const from = subject !== before ? source(subject) : null;
        before = subject;
        return element("div", {}, from, element("fieldset", { class: "kb-scan" }, element("legend", {}, text), radios));
      }),
    ];
  }

  /** @type {(people: Person[], text: string) => { person: Person, value: number }[]} */
  const given = (people, text) =>
    people.map((person) => ({ person, value: answer(person, text) })).filter(({ value }) => value >= 0);

  /** @type {(people: Person[], text: string) => string} */
  function said(people, text) {
    const found = given(people, text);
    const told = data.answers.flatMap((label, value) => {
      const some = found.filter((one) => one.value === value).map(({ person }) => person);
      return some.length ? [t("{names}: {answer}", { names: tools.names(some), answer: label })] : [];
    });
    return told.join("; ");
  }

  /** @type {(subject: number) => HTMLElement | null} */
  function questions(subject) {
    const found = data.subjects[subject];
    if (!found?.questions.length) return null;
    const list = element(
      "ul",
      {},
      found.questions.map((one) => element("li", {}, one)),
    );
    return element(
      "details",
      {},
      element("summary", {}, t("Questions for a conversation: {title}", { title: found.title })),
      list,
    );
  }

  /** @type {(people: Person[]) => (ScanData["statements"][number] & { low: number, high: number })[]} */
  function spread(people) {
    const found = data.statements.map((statement) => {
      const values = given(people, statement.text).map(({ value }) => value);
      return { ...statement, low: Math.min(...values), high: Math.max(...values) };
    });
    return found.filter(({ high }) => high >= 0);
  }

  // The largest differences first.
  /** @type {(one: { low: number, high: number }, other: { low: number, high: number }) => number} */
  const apart = (one, other) => other.high - other.low - (one.high - one.low);

  /** @type {(people: Person[]) => Node[]} */
  function result(people) {
    const answered = spread(people);
    const differ = answered.filter(({ low, high }) => high - low >= Math.max(1, top / 2)).sort(apart);
    const little = answered.filter((one) => !differ.includes(one) && one.high <= top / 2 && one.high < top);
    const rows = data.statements.map(({ text, figure }) => [text, said(people, text) || "–", figure]);
    const asked = new Set();
    const items = differ.map(({ text, subject }) => {
      const more = asked.has(subject) ? null : questions(subject);
      asked.add(subject);
      return element("li", {}, element("b", {}, text), ` ${said(people, text)}.`, more);
    });
    const figures = data.statements.some(({ figure }) => figure);
    return [
      element(
        "div",
        { class: "kb-tool__talk" },
        element("h4", {}, t("Talk about this first: here you differ most")),
        items.length
          ? element("ol", {}, items)
          : element(
              "p",
              {},
              people.length > 1
                ? t("You answer nearly the same. Ask each other for an example.")
                : t("With the answers of a second person you see where you differ."),
            ),
      ),
      ...low(little),
      tools.table(
        t("All answers"),
        figures ? [t("Statement"), t("Who said what"), t("To compare with")] : [t("Statement"), t("Who said what")],
        figures ? rows : rows.map((row) => row.slice(0, 2)),
      ),
      tools.note(
        t(
          "This scan is not validated: there is no mark and no norm. It shows where you differ, so that you can talk about it.",
        ),
      ),
    ];
  }

  /** @type {(little: { text: string, subject: number, offers: number[] }[]) => Node[]} */
  function low(little) {
    if (!little.length) return [];
    /** @type {Map<number, { texts: string[], offers: number[] }>} */
    const bySubject = new Map();
    for (const { text, subject, offers } of little) {
      const found = bySubject.get(subject) ?? { texts: [], offers: [...(data.subjects[subject]?.offers ?? [])] };
      bySubject.set(subject, { texts: [...found.texts, text], offers: [...found.offers, ...offers] });
    }
    const items = [...bySubject].flatMap(([subject, { texts, offers }]) => {
      const found = data.subjects[subject];
      const title = found ? element("p", {}, element("b", {}, element("a", { href: found.href }, found.title))) : null;
      return [
        title,
        element(
          "ul",
          {},
          texts.map((text) => element("li", {}, text)),
        ),
        offers.length ? element("p", {}, t("This may help:")) : null,
        tools.offers(offers),
      ];
    });
    return [element("h4", {}, t("This you all recognise little")), element("div", {}, items)];
  }

  /** @type {(text: string, most: number) => string[]} */
  function lines(text, most) {
    const found = [""];
    for (const word of text.split(" ")) {
      const longer = `${found[found.length - 1]} ${word}`.trim();
      if (longer.length > most) found.push(word);
      else found[found.length - 1] = longer;
    }
    return found.filter(Boolean);
  }

  // A row for each statement: how many people gave which answer, and how far they are apart.
  /** @type {(people: Person[]) => SVGElement} */
  function picture(people) {
    const { svg } = tools;
    const [left, wide, high] = [440, 120, 18];
    const width = left + data.answers.length * wide + 20;
    /** @type {(x: number, y: number, said: string[], more?: Attributes) => SVGElement[]} */
    const write = (x, y, said, more = {}) =>
      said.map((line, at) => svg("text", { x, y: y + at * high, fill: "#1f2a2b", "font-size": 13, ...more }, line));
    const middle = (/** @type {number} */ value) => left + (value + 0.5) * wide;
    const question = lines(data.question, width / 10);
    let y = 20 + question.length * 20;
    const head = data.answers.flatMap((label, value) =>
      write(middle(value), y + 20, lines(label, 16), { "font-weight": "bold", "text-anchor": "middle" }),
    );
    y += 20 + high * Math.max(...data.answers.map((label) => lines(label, 16).length));
    const statements = spread(people).sort(apart);
    const rows = statements.flatMap(({ text, low, high: most }) => {
      const said = lines(text, 62);
      const tall = Math.max(said.length * high, 26) + 12;
      const cy = y + tall / 2;
      const circles = data.answers.flatMap((_, value) => {
        const count = given(people, text).filter((one) => one.value === value).length;
        return count
          ? [
              svg("circle", { cx: middle(value), cy, r: 13, fill: "#1d6a6f" }),
              ...(people.length > 1
                ? write(middle(value), cy + 5, [String(count)], { fill: "#fff", "text-anchor": "middle" })
                : []),
            ]
          : [];
      });
      const drawn = [
        svg("line", { x1: 10, y1: y, x2: width - 10, y2: y, stroke: "#c9c2b2" }),
        ...write(10, cy - ((said.length - 1) * high) / 2 + 5, said),
        svg("line", { x1: middle(low), y1: cy, x2: middle(most), y2: cy, stroke: "#8a3f0c", "stroke-width": 3 }),
        ...circles,
      ];
      y += tall;
      return drawn;
    });
    const under = [
      ...lines(tools.names(people), width / 8),
      ...lines(
        t(
          "This scan is not validated: there is no mark and no norm. It shows where you differ, so that you can talk about it.",
        ),
        width / 8,
      ),
    ];
    const height = y + 26 + under.length * high;
    return svg(
      "svg",
      { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}` },
      svg("rect", { width, height, fill: "#fff" }),
      write(10, 26, question, { "font-size": 16, "font-weight": "bold" }),
      head,
      rows,
      write(10, y + 26, under),
    );
  }

  tools.sort = {
    empty: () => ({ given: [] }),
    clean: (value) => ({
      given: tools.pairs(tools.plain(value).given, texts).flatMap(([text, [number]]) => {
        const at = Number.isInteger(number) ? Number(number) : -1;
        return at >= 0 && at <= top ? [[text, at]] : [];
      }),
    }),
    begun: (answers) => answers.given.length > 0,
    fill,
    result,
    picture,
  };
})(globalThis.kennisbankTools);
