// A plan to fill in: a row for each question, and in the end one sheet.

((tools) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  /** @type {PlanData} */
  const data = tools.data;
  const LONGEST = 300;

  /** @type {(answers: Answers, row: string, at: number) => string} */
  const cell = (answers, row, at) => answers.cells.find((/** @type {string[]} */ [one]) => one === row)?.[at + 1] ?? "";

  /** @type {(person: Person, changed: () => void) => Node[]} */
  function fill({ answers }, changed) {
    /** @type {(row: string, at: number, value: string) => void} */
    function put(row, at, value) {
      let found = answers.cells.find((/** @type {string[]} */ [one]) => one === row);
      if (!found) {
        found = [row, ...data.columns.map(() => "")];
        answers.cells.push(found);
      }
      found[at + 1] = value;
      changed();
    }
    return data.rows.map((row, number) => {
      const boxes = data.columns.map(({ name, help }, at) => {
        const id = `kb-plan-${number}-${at}`;
        const box = element("textarea", { id, maxlength: LONGEST, "aria-describedby": `${id}-help` });
        box.value = cell(answers, row, at);
        box.addEventListener("input", () => put(row, at, box.value));
        const told = element("span", { class: "kb-sheet__help", id: `${id}-help` }, help);
        return element("p", {}, element("label", { for: id }, name), told, box);
      });
      return element("fieldset", { class: "kb-plan" }, element("legend", {}, row), boxes);
    });
  }

  tools.sort = {
    empty: () => ({ cells: [] }),
    clean: (value) => ({
      cells: tools
        .pairs(tools.plain(value).cells, data.rows)
        .map(([row, values]) => [row, ...data.columns.map((_, at) => tools.line(values[at], LONGEST))]),
    }),
    begun: (answers) => answers.cells.some((/** @type {string[]} */ [, ...values]) => values.some(Boolean)),
    fill,
    result: ([{ answers }]) => [
      tools.table(
        t("Your plan"),
        [t("Question"), ...data.columns.map(({ name }) => name)],
        data.rows.map((row) => [row, ...data.columns.map((_, at) => cell(answers, row, at))]),
      ),
    ],
  };
})(globalThis.kennisbankTools);
