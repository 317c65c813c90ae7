// A tool that several people fill in: each by turns and unseen by the others, and then everything
// appears at once. On one device, or each on one's own: files of people are put together.

((tools) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  const { root } = tools;
  const who = element("div", { class: "kb-tool__who" });
  const turn = element("div", { class: "kb-tool__turn" });
  const result = element("div", { class: "kb-tool__result" });
  const ready = () => desk.state.people.filter(({ done }) => done);
  const desk = tools.desk(show, ready);
  const current = () => desk.state.people[desk.state.at];

  /** @type {(part: HTMLElement, selector?: string) => void} */
  function focusIn(part, selector = "button, input, select") {
    /** @type {HTMLElement | null} */
    const wanted = part.querySelector(selector);
    (wanted ?? tools.status).focus();
  }

  /** @type {(at: number) => void} */
  function choose(at) {
    desk.state.at = at;
    desk.state.shown = false;
    desk.keep();
    show();
    focusIn(turn, "h3");
  }

  /** @type {(name: string) => void} */
  function add(name) {
    const free = tools.line(name, 60) || t("Person {n}", { n: desk.state.people.length + 1 });
    const known = desk.state.people.findIndex((one) => one.name === free);
    if (known < 0) desk.state.people.push({ name: free, done: false, answers: tools.sort.empty() });
    choose(known < 0 ? desk.state.people.length - 1 : known);
  }

  function remove() {
    const { name } = current();
    const people = desk.state.people.toSpliced(desk.state.at, 1);
    desk.replace({ ...desk.state, people, at: 0, shown: false }, t("{name} is gone.", { name }));
    focusIn(who);
  }

  /** @type {(done: boolean) => void} */
  function finish(done) {
    current().done = done;
    desk.state.shown = false;
    desk.keep();
    show();
    if (done) tools.say(t("Hidden. Give the device to the next person."));
    focusIn(done ? who : turn, done ? "input" : "h3");
  }

  /** @type {(shown: boolean) => void} */
  function reveal(shown) {
    desk.state.shown = shown;
    desk.keep();
    show();
    focusIn(result, shown ? "h3" : "button");
  }

  function drawWho() {
    const names = desk.state.people.map((one, at) => {
      const label = one.done ? t("{name} (done)", { name: one.name }) : one.name;
      const here = at === desk.state.at && !desk.state.shown;
      return element(
        "li",
        {},
        tools.button(label, () => choose(at), { "aria-pressed": String(here) }),
      );
    });
    const name = element("input", { id: "kb-tool-name", maxlength: 60, autocomplete: "off" });
    const enter = (/** @type {Event} */ event) => {
      event.preventDefault();
      add(name.value);
    };
    const form = element(
      "form",
      { class: "kb-tool__add", onsubmit: enter },
      element("label", { for: name.id }, t("Name or letter")),
      name,
      element("button", { class: "kb-button" }, t("Add a person")),
    );
    who.replaceChildren(
      tools.section(
        t("Who takes part?"),
        tools.note(t("Each fills in for themselves, unseen by the others. Then everything appears at once.")),
        names.length ? element("ul", { class: "kb-tool__people" }, names) : null,
        form,
      ),
    );
  }

  function drawTurn() {
    const one = current();
    turn.hidden = !one || desk.state.shown;
    if (!one) return turn.replaceChildren();
    const leave = tools.button(t("Remove {name}", { name: one.name }), remove);
    const body = one.done
      ? [
          tools.note(t("{name} is done. What was filled in is hidden.", { name: one.name })),
          element(
            "p",
            { class: "kb-buttons" },
            tools.button(t("I am {name}: let me change it", { name: one.name }), () => finish(false)),
            leave,
          ),
        ]
      : [
          ...tools.sort.fill(one, desk.keep),
          element(
            "p",
            { class: "kb-buttons" },
            tools.button(t("Done: hide what I filled in"), () => finish(true), { "data-act": "done" }),
            leave,
          ),
        ];
    turn.replaceChildren(tools.section(one.name, ...body));
    turn.querySelector("h3")?.setAttribute("tabindex", "-1");
  }

  function drawResult() {
    const done = ready();
    const waiting = desk.state.people.filter(({ done }) => !done);
    result.hidden = !desk.state.people.length;
    if (desk.state.shown && done.length) {
      result.replaceChildren(
        tools.section(
          t("What you filled in"),
          ...tools.sort.result(done),
          element(
            "p",
            { class: "kb-buttons" },
            tools.button(t("Hide it again"), () => reveal(false)),
          ),
        ),
      );
      result.querySelector("h3")?.setAttribute("tabindex", "-1");
      return;
    }
    const told = done.length
      ? tn("{n} person is done.", "{n} people are done.", done.length)
      : t("Nobody is done yet.");
    const left = waiting.length ? t("Still filling in: {names}.", { names: tools.names(waiting) }) : "";
    const button = tools.button(t("Show everything at once"), () => reveal(true), {
      disabled: !done.length,
      "data-act": "show",
    });
    result.replaceChildren(tools.section(t("Together"), tools.note(told, " ", left), button));
  }

  function show() {
    drawWho();
    drawTurn();
    drawResult();
  }

  root.append(tools.session(), who, turn, result, desk.node);
  root.hidden = false;
  desk.draw();
})(globalThis.kennisbankTools);
