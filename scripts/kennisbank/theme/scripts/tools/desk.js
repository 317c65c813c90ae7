// What every tool has under it: one step with a name and a day, and what one takes along or brings:
// files, drawings, paper. It holds what was filled in, and can undo what replaces all of it.

((tools) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  // What is larger than this is not even read.
  const LARGEST_FILE = 1_000_000;

  tools.desk = (show, ready) => {
    /** @type {ToolState | null} */
    let before = null;
    const paper = element("div", { class: "kb-tool__outcome" });
    const agreed = element("div", {});
    const undo = tools.button(t("Undo"), () => before && replace(before, t("Undone.")), { hidden: true });

    function keep() {
      if (!tools.keep(desk.state)) tools.say(t("Your browser keeps nothing. Perhaps this is a private window."));
    }

    function draw() {
      agreed.replaceChildren(tools.step(desk.state.step, keep));
      show();
    }

    /** @type {(to: ToolState, text: string) => void} */
    function replace(to, text) {
      before = to === before ? null : desk.state;
      desk.state = to;
      undo.hidden = !before;
      keep();
      draw();
      tools.say(text);
    }

    function save() {
      globalThis.kennisbankSave([tools.text(desk.state, true)], tools.fileName("json"), "application/json");
      tools.say(t("The file is among your downloads."));
    }

    /** @type {(event: { target: HTMLInputElement }) => Promise<void>} */
    async function open({ target }) {
      const files = [...(target.files ?? [])];
      let joined = desk.state;
      /** @type {string[]} */
      const wrong = [];
      for (const file of files) {
        const found = file.size > LARGEST_FILE ? tools.tooLarge() : tools.read(await file.text());
        if (typeof found === "string") wrong.push(`${file.name}: ${found}`);
        else joined = tools.merge(joined, found);
      }
      target.value = "";
      const read = files.length - wrong.length;
      const told = [read ? tn("Opened: {n} file.", "Opened: {n} files.", read) : "", ...wrong].join(" ").trim();
      if (read) replace(joined, told);
      else tools.say(told);
      tools.status.focus();
    }

    // Nobody prints or draws what is not there yet.
    /** @type {() => Person[]} */
    function people() {
      const found = ready();
      if (!found.length) tools.say(t("Nobody is done yet."));
      return found;
    }

    // On paper stand the question, the outcome and what was agreed.
    function print() {
      const done = people();
      if (!done.length) return;
      const { what, who, day } = desk.state.step;
      const step = t("One step: {what} · who: {who} · before: {day}", {
        what: what || "…………………………………",
        who: who || "………………",
        day: day ? kennisbankDay(day) : "………………",
      });
      paper.replaceChildren(
        element("p", { class: "kb-sheet__title" }, tools.data.question),
        done[0].name ? element("p", {}, t("Filled in by {names}.", { names: tools.names(done) })) : "",
        element("p", {}, step),
        ...tools.sort.result(done),
      );
      for (const one of paper.querySelectorAll("details")) one.open = true;
      tools.print(paper, "a4");
    }

    /** @type {(act: (drawing: SVGElement) => unknown) => void} */
    function drawing(act) {
      const done = people();
      const made = done.length ? tools.sort.picture?.(done) : null;
      if (made) act(made);
    }

    const sheet = document.getElementById("kb-tool-paper");
    const size = document.getElementById("kb-tool")?.dataset.sheet ?? "a4";
    const input = element("input", {
      type: "file",
      id: "kb-tool-open",
      accept: ".json,application/json",
      multiple: true,
      onchange: open,
    });
    const drawn = tools.sort.picture
      ? [
          tools.button(t("Save as a drawing (SVG)"), () => drawing(tools.savePicture), { "data-act": "svg" }),
          tools.button(t("Save as a picture (PNG)"), () => drawing(tools.savePixels), { "data-act": "png" }),
        ]
      : [];
    const again = () => replace(tools.fresh(), t("Everything is empty."));
    const node = element(
      "div",
      {},
      agreed,
      tools.section(
        t("Take along"),
        element(
          "p",
          { class: "kb-buttons" },
          tools.button(t("Print the outcome"), print, { "data-act": "print" }),
          sheet
            ? tools.button(t("Print the empty sheet"), () => tools.print(sheet, size), { "data-act": "sheet" })
            : null,
          drawn,
          tools.button(t("Save as a file"), save, { "data-act": "save" }),
        ),
        element("p", {}, element("label", { for: input.id }, t("Open files that were saved here")), " ", input),
        element("p", { class: "kb-buttons" }, tools.button(t("Start again"), again, { "data-act": "again" }), undo),
        tools.note(t("Nothing is sent. What you fill in stays in this browser until you start again.")),
      ),
      tools.status,
      paper,
    );
    const desk = { state: tools.load(), keep, replace, draw, node };
    return desk;
  };
})(globalThis.kennisbankTools);
