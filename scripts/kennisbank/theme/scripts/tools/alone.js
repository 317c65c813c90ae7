// A tool that one fills in alone: nothing is hidden, and the outcome grows as one goes.

((tools) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  const body = element("div", {});
  const desk = tools.desk(show, () => desk.state.people);

  function show() {
    const [first] = desk.state.people;
    const person = first ?? { name: "", done: true, answers: tools.sort.empty() };
    const changed = () => {
      desk.state.people = [person];
      desk.keep();
    };
    body.replaceChildren(...tools.sort.fill(person, changed));
  }

  tools.root.append(tools.session(), body, desk.node);
  tools.root.hidden = false;
  desk.draw();
})(globalThis.kennisbankTools);
