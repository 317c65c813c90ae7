// What a choice of entries asks of the team that a reader fills in. The rule is that of
// evidence/price.py: the page holds every amount.

((tools) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  /** @type {CalculatorData} */
  const data = tools.data;
  const MONTHS = 12;
  // How often an amount is spent in the first year, and in each year after it.
  /** @type {{ [when: string]: [number, number] }} */
  const TIMES = { start: [1, 0], month: [MONTHS, MONTHS], year: [1, 1] };
  const titles = data.entries.map(({ title }) => title);

  /** @type {(amount: string) => string} */
  const inMoney = (amount) => data.money.replace("{amount}", () => amount);

  /** @type {(amount: number) => string} */
  const money = (amount) => inMoney(kennisbankNumber(Math.round(amount / 10) * 10));

  /** @type {(lines: PriceLine[], people: number, hourly: number) => { hours: number, first: number, later: number }} */
  function price(lines, people, hourly) {
    const sum = { hours: 0, first: 0, later: 0 };
    for (const [hours, paid, per, when, included] of lines) {
      const count = per === "participant" ? people : 1;
      const cost = (paid + (included ? 0 : hours * hourly)) * count;
      const [first, later] = TIMES[when] ?? [0, 0];
      sum.hours += hours * count * first;
      sum.first += cost * first;
      sum.later += cost * later;
    }
    return sum;
  }

  /** @type {(answers: Answers) => Node[]} */
  function sum(answers) {
    const chosen = data.entries.filter(({ title }) => answers.chosen.includes(title));
    if (!chosen.length) return [tools.note(t("Choose one or more. What they ask of your team appears here."))];
    const prices = chosen.map(({ lines }) => price(lines, answers.people, answers.hourly));
    const total = prices.reduce((all, one) => ({
      hours: all.hours + one.hours,
      first: all.first + one.first,
      later: all.later + one.later,
    }));
    const row = (/** @type {Child} */ name, /** @type {typeof total} */ one) => [
      name,
      kennisbankNumber(one.hours, { maximumFractionDigits: 1 }),
      money(one.first),
      money(one.later),
    ];
    const rows = chosen.map(({ title, href, research }, at) =>
      row(
        element(
          "span",
          {},
          element("a", { href }, title),
          research ? element("span", { class: "kb-tool__level" }, ` (${research})`) : null,
        ),
        prices[at],
      ),
    );
    const head = [t("What you chose"), t("Hours, first year"), t("First year"), t("Each year after")];
    const about = t("What this asks of a team of {people}, if an hour costs {hourly}", {
      people: kennisbankNumber(answers.people),
      hourly: inMoney(kennisbankNumber(answers.hourly, { maximumFractionDigits: 2 })),
    });
    return [
      tools.table(about, head, [...rows, ...(chosen.length > 1 ? [row(t("Together"), total)] : [])]),
      tools.note(
        t(
          "Most amounts are estimates of the editors; the page of each says on what they rest. Hours that overlap are counted twice.",
        ),
      ),
    ];
  }

  /** @type {(person: Person, changed: () => void) => Node[]} */
  function fill(person, changed) {
    const { answers } = person;
    const outcome = element("div", { role: "status" });
    const show = () => outcome.replaceChildren(...sum(answers));
    const act = () => {
      changed();
      show();
    };
    /** @type {(name: "people" | "hourly", label: string, step: number) => HTMLElement} */
    function number(name, label, step) {
      const least = name === "people" ? 1 : 0;
      const input = element("input", {
        type: "number",
        id: `kb-sum-${name}`,
        min: least,
        max: 10000,
        step,
        value: answers[name],
      });
      input.addEventListener("input", () => {
        if (!input.validity.valid || input.value === "") return;
        answers[name] = input.valueAsNumber;
        act();
      });
      return element("p", {}, element("label", { for: input.id }, label), " ", input);
    }
    const boxes = data.entries.map(({ title, research }) => {
      const box = element("input", { type: "checkbox", checked: answers.chosen.includes(title) });
      box.addEventListener("change", () => {
        answers.chosen = box.checked
          ? [...answers.chosen, title]
          : answers.chosen.filter((/** @type {string} */ one) => one !== title);
        act();
      });
      const level = research ? element("span", { class: "kb-tool__level" }, ` (${research})`) : null;
      return element("li", {}, element("label", {}, box, " ", title), level);
    });
    show();
    return [
      element(
        "div",
        { class: "kb-sum__team" },
        number("people", t("People in your team"), 1),
        number("hourly", data.per_hour, 0.5),
      ),
      element(
        "details",
        { open: !answers.chosen.length },
        element("summary", {}, t("Choose what you consider")),
        element("ul", { class: "kb-deck__all" }, boxes),
      ),
      outcome,
    ];
  }

  tools.sort = {
    empty: () => ({ chosen: [], people: data.people, hourly: Number(data.hourly) }),
    clean: (value) => {
      const found = tools.plain(value);
      const chosen = tools.list(found.chosen, 200).filter((one) => typeof one === "string" && titles.includes(one));
      const hourly =
        typeof found.hourly === "number" && found.hourly >= 0 && found.hourly <= 10000
          ? found.hourly
          : Number(data.hourly);
      return { chosen: [...new Set(chosen)], people: tools.number(found.people, 1, 10000) ?? data.people, hourly };
    },
    begun: (answers) => answers.chosen.length > 0,
    fill,
    result: ([one]) => sum(one.answers),
  };
})(globalThis.kennisbankTools);
