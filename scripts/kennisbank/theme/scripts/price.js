// Adds up what a method costs for the team that a reader fills in. The rule is that of
// evidence/price.py, and the words are those of price_words.py: the table of the page holds every
// amount. Nothing is sent, and nothing is kept.

(() => {
  "use strict";

  /** @typedef {{ hours: number, money: number, shared: number }} Amount */
  /** @typedef {{ people: number, hourly: number }} Team */

  const form = /** @type {HTMLFormElement} */ (document.querySelector("#kb-price"));
  const table = /** @type {HTMLTableElement} */ (document.querySelector("table.kb-price"));
  if (!form || !table) return;
  const boxes = ["people", "hourly"].map((name) => form.elements.namedItem(name));
  const [people, hourly] = /** @type {HTMLInputElement[]} */ (boxes);
  const said = /** @type {HTMLElement} */ (document.querySelector("#kb-price-said"));
  /** @type {NodeListOf<HTMLTableRowElement>} */
  const listed = table.querySelectorAll("tbody tr");
  const rows = [...listed];
  const months = Number(table.dataset.months);
  // How often an amount is spent in the first year, and in each year after it.
  /** @type {{ [when: string]: number[] }} */
  const TIMES = { start: [1, 0], month: [months, months], year: [1, 1] };

  /** @type {(number: number) => string} */
  const written = (number) => kennisbankNumber(number, { maximumFractionDigits: 2 });
  /** @type {(number: number) => string} */
  const exact = (number) => kennisbankNumber(number, { maximumFractionDigits: 2, useGrouping: false });
  // The sign of the currency stands on the side where the language has it.
  /** @type {(number: string) => string} */
  const inMoney = (number) => (table.dataset.money ?? "").replace("{amount}", () => number);
  /** @type {(amount: number) => string} */
  const money = (amount) => inMoney(written(Math.round(amount / 10) * 10));
  /** @type {(amount: number) => string} */
  const hours = (amount) => tn("{n} hour", "{n} hours", amount, { n: exact(amount) });
  /** @type {(numbers: number[]) => number} */
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

  /** @type {(row: HTMLElement, team: Team) => Amount[]} */
  function amountsOf({ dataset }, team) {
    const count = dataset.per === "participant" ? team.people : 1;
    const cost = Number(dataset.money) + ("included" in dataset ? 0 : Number(dataset.hours) * team.hourly);
    return TIMES[dataset.when ?? ""].map((times) => ({
      hours: Number(dataset.hours) * count * times,
      money: cost * count * times,
      shared: dataset.per === "organisation" ? cost * times : 0,
    }));
  }

  /** @type {(first: Amount, later: Amount) => string} */
  function words(first, later) {
    const spent = { hours: hours(first.hours), money: money(first.money), shared: money(first.shared) };
    const told = first.shared
      ? t("{hours} of everyone involved together, {money}, of which {shared} once for the whole organisation.", spent)
      : t("{hours} of everyone involved together, {money}.", spent);
    const after = later.money
      ? t("Each year after that {money}.", { money: money(later.money) })
      : t("After that nothing.");
    return `${told} ${after}`;
  }

  /** @type {(amounts: Amount[]) => Amount} */
  const total = (amounts) => ({
    hours: sum(amounts.map((one) => one.hours)),
    money: sum(amounts.map((one) => one.money)),
    shared: sum(amounts.map((one) => one.shared)),
  });

  /** @type {(cell: Element | null, amount: Amount) => void} */
  function fill(cell, amount) {
    if (cell) cell.textContent = money(amount.money);
  }

  function show() {
    if (!form.checkValidity() || !people.value || !hourly.value) return;
    const team = { people: people.valueAsNumber, hourly: hourly.valueAsNumber };
    const amounts = rows.map((row) => amountsOf(row, team));
    const [first, later] = [0, 1].map((place) => total(amounts.map((one) => one[place])));
    for (const [at, row] of rows.entries()) {
      fill(row.querySelector('[data-sum="first"]'), amounts[at][0]);
      fill(row.querySelector('[data-sum="later"]'), amounts[at][1]);
    }
    fill(table.querySelector('[data-total="first"]'), first);
    fill(table.querySelector('[data-total="later"]'), later);
    const told = words(first, later);
    const parts = { people: written(team.people), hourly: inMoney(written(team.hourly)), total: told };
    for (const [name, text] of Object.entries(parts)) {
      const place = document.querySelector(`[data-said="${name}"]`);
      if (place) place.textContent = text;
    }
    said.textContent = told;
  }

  // Pressing Enter in a field sends no form.
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", show);
  form.hidden = false;
})();
