// Pieces that every tool is drawn with: buttons, sections, what helps, one step with a name and a
// day, and what one takes along.

((tools) => {
  "use strict";

  const element = globalThis.kennisbankElement;

  tools.button = (label, act, more = {}) =>
    element("button", { type: "button", class: "kb-button", onclick: act, ...more }, label);

  tools.section = (title, ...children) =>
    element("section", { class: "kb-tool__section" }, element("h3", {}, title), ...children);

  tools.note = (...children) => element("p", { class: "kb-tool__note" }, ...children);

  tools.listed = (words) => kennisbankList(words);

  tools.names = (people) => tools.listed(people.map(({ name }) => name));

  tools.offers = (numbers) => {
    /** @type {(number: number) => Node[]} */
    const shown = (number) => {
      /** @type {HTMLTemplateElement | null} */
      const made = document.querySelector(`template[data-offer="${number}"]`);
      return made ? [...made.content.cloneNode(true).childNodes] : [];
    };
    const items = [...new Set(numbers)].map((number) => element("li", {}, shown(number)));
    return items.length ? element("ul", { class: "kb-tool__offers" }, items) : null;
  };

  tools.table = (caption, head, rows) => {
    const titles = head.map((text) => element("th", { scope: "col" }, text));
    const lines = rows.map(([first, ...rest]) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, first),
        rest.map((cell) => element("td", {}, cell)),
      ),
    );
    const made = element(
      "table",
      { class: "kb-tool__table" },
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, titles)),
      element("tbody", {}, lines),
    );
    return element("div", { class: "kb-wide", tabindex: "0", role: "region", "aria-label": caption }, made);
  };

  tools.status = element("p", { class: "kb-tool__said", role: "status", tabindex: "-1" });
  tools.say = (text) => {
    tools.status.textContent = text;
  };

  // Only what is wanted stands on paper: everything around it steps aside while the printer looks.
  tools.print = (node, paper) => {
    if (node instanceof HTMLDetailsElement) node.open = true;
    node.setAttribute("data-print", "");
    for (let one = node.parentElement; one; one = one.parentElement) one.setAttribute("data-holds-print", "");
    document.body.dataset.paper = paper;
    const clear = () => {
      for (const name of ["data-print", "data-holds-print", "data-paper"])
        for (const one of document.querySelectorAll(`[${name}]`)) one.removeAttribute(name);
    };
    addEventListener("afterprint", clear, { once: true });
    print();
  };

  /** @type {(step: Step, name: keyof Step, label: string, more: Attributes, changed: () => void) => HTMLElement} */
  function box(step, name, label, more, changed) {
    const input = element("input", { id: `kb-step-${name}`, name, maxlength: 200, autocomplete: "off", ...more });
    input.value = step[name];
    input.addEventListener("input", () => {
      step[name] = input.value;
      changed();
    });
    return element("p", {}, element("label", { for: input.id }, label), " ", input);
  }

  tools.step = (step, changed) =>
    element(
      "fieldset",
      { class: "kb-tool__step" },
      element("legend", {}, t("One step, one name, one date")),
      box(step, "what", t("What do you agree?"), {}, changed),
      box(step, "who", t("Who does it?"), { maxlength: 60 }, changed),
      box(step, "day", t("Before which day?"), { type: "date" }, changed),
    );

  tools.fileName = (ending) => `${tools.data.key.split(":").at(-1)}.${ending}`;
})(globalThis.kennisbankTools);
