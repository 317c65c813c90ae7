// A plane of two axes: each person places a point for each moment, by dragging, with the arrow keys
// or from two lists.

((tools) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  /** @type {PlaneData} */
  const data = tools.data;
  const EDGE = 100;
  const STEP = 5;
  /** @type {{ [key: string]: Point }} */
  const MOVES = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
  const PLACES = [-90, -60, -30, 0, 30, 60, 90];
  // Nearer to the middle than this is in the middle, and less than this is no move.
  const NEAR = 15;
  // So far apart, people mean something else.
  const FAR = 60;
  const COLOURS = ["#f2ede2", "#e6efe9", "#f6e9dd", "#e3edf0"];
  const SIDE = 440;
  const SIZE = 24;
  // Places around a point, the nearest first.
  const NEAR_BY = [0, -1, 1, -2, 2, -3, 3];
  const AROUND = NEAR_BY.flatMap((dx) => NEAR_BY.map((dy) => [dx, dy])).sort(
    (a, b) => Math.hypot(a[0], a[1]) - Math.hypot(b[0], b[1]),
  );

  /** @typedef {[x: number, y: number]} Point */

  const known = data.moments.map(({ name }) => name);
  const last = known.length - 1;

  /** @type {(person: Person, moment: string) => Point | undefined} */
  const at = (person, moment) =>
    Object.hasOwn(person.answers.points, moment) ? person.answers.points[moment] : undefined;

  /** @type {(value: number) => number} */
  const nearest = (value) =>
    PLACES.reduce((best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best));

  /** @type {(ends: [string, string], value: number) => string} */
  function words(ends, value) {
    const place = nearest(value);
    const end = ends[place < 0 ? 0 : 1];
    if (place === 0) return t("in the middle");
    if (Math.abs(place) > 80) return t("fully at ‘{end}’", { end });
    return Math.abs(place) > 50 ? t("at ‘{end}’", { end }) : t("a little towards ‘{end}’", { end });
  }

  /** @type {(point: Point) => number} */
  const areaOf = ([x, y]) => (Math.abs(x) < NEAR && Math.abs(y) < NEAR ? -1 : (y < 0 ? 2 : 0) + (x < 0 ? 0 : 1));
  /** @type {(area: number) => string} */
  const areaName = (area) => (area < 0 ? t("In the middle") : data.areas[area].name);
  /** @type {(a: Point, b: Point) => number} */
  const apart = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

  /** @type {(points: Point[]) => Point} */
  function middle(points) {
    const sum = points.reduce((all, one) => [all[0] + one[0], all[1] + one[1]], [0, 0]);
    return [sum[0] / points.length, sum[1] / points.length];
  }

  /** @type {(person: Person, changed: () => void) => Node[]} */
  function fill(person, changed) {
    const plane = element("div", { class: "kb-plane__field" });
    const chosen = { moment: known[0] };

    /** @type {(moment: string, x: number, y: number) => void} */
    function put(moment, x, y) {
      const [across, up] = [x, y].map((one) => tools.number(one, -EDGE, EDGE) ?? 0);
      person.answers.points[moment] = [across, up];
      draw(moment);
      changed();
    }

    /** @type {(event: PointerEvent) => Point} */
    function under(event) {
      const box = plane.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * 2 * EDGE - EDGE;
      return [x, EDGE - ((event.clientY - box.top) / box.height) * 2 * EDGE];
    }

    /** @type {(moment: string) => void} */
    function draw(moment) {
      const number = known.indexOf(moment);
      const here = at(person, moment);
      dots[number].hidden = !here;
      for (const [axis, select] of lists[number].entries()) select.value = here ? String(nearest(here[axis])) : "";
      if (!here) return;
      dots[number].style.left = `${(here[0] + EDGE) / 2}%`;
      dots[number].style.top = `${(EDGE - here[1]) / 2}%`;
      const told = { moment, across: words(data.across, here[0]), up: words(data.up, here[1]) };
      dots[number].setAttribute("aria-label", t("{moment}: {across}, {up}. Move it with the arrow keys.", told));
    }

    /** @type {(event: KeyboardEvent, moment: string) => void} */
    function pressed(event, moment) {
      const move = Object.hasOwn(MOVES, event.key) ? MOVES[event.key] : null;
      const here = at(person, moment);
      if (!move || !here) return;
      event.preventDefault();
      const times = event.shiftKey ? 4 : 1;
      put(moment, here[0] + move[0] * times, here[1] + move[1] * times);
    }

    /** @type {(moment: string, number: number) => HTMLButtonElement} */
    function dot(moment, number) {
      const look = { type: "button", class: "kb-plane__dot" };
      const made = element("button", look, String(number + 1));
      made.addEventListener("keydown", (event) => pressed(event, moment));
      made.addEventListener("pointerdown", (event) => {
        made.setPointerCapture(event.pointerId);
        choose(moment);
      });
      made.addEventListener("pointermove", (event) => {
        if (made.hasPointerCapture(event.pointerId)) put(moment, ...under(event));
      });
      return made;
    }

    /** @type {(moment: string, number: number, axis: 0 | 1) => HTMLSelectElement} */
    function list(moment, number, axis) {
      const ends = axis ? data.up : data.across;
      const options = PLACES.map((place) => element("option", { value: place }, words(ends, place)));
      const none = element("option", { value: "" }, t("not placed yet"));
      const select = element("select", { id: `kb-plane-${number}-${axis}` }, none, options);
      select.addEventListener("change", () => {
        const here = at(person, moment) ?? [0, 0];
        here[axis] = Number(select.value);
        if (select.value !== "") return put(moment, ...here);
        delete person.answers.points[moment];
        draw(moment);
        changed();
      });
      return select;
    }

    /** @type {(select: HTMLSelectElement, axis: number) => HTMLElement} */
    function labelled(select, axis) {
      const [low, high] = axis ? data.up : data.across;
      return element(
        "p",
        {},
        element("label", { for: select.id }, t("From ‘{low}’ to ‘{high}’", { low, high })),
        " ",
        select,
      );
    }

    /** @type {(moment: string) => void} */
    function choose(moment) {
      chosen.moment = moment;
      radios[known.indexOf(moment)].checked = true;
    }

    const radios = known.map((moment, number) =>
      element("input", {
        type: "radio",
        name: "kb-plane-moment",
        value: number,
        checked: number === 0,
        onchange: () => choose(moment),
      }),
    );
    const dots = known.map(dot);
    const lists = known.map((moment, number) => [list(moment, number, 0), list(moment, number, 1)]);
    const fields = data.moments.map(({ name, ask }, number) => {
      const title = element("label", {}, radios[number], " ", element("b", {}, `${number + 1}. ${name}`));
      const look = { class: "kb-plane__moment", role: "group", "aria-label": name };
      return element("div", look, element("p", {}, title, " ", ask), lists[number].map(labelled));
    });
    const areas = data.areas.map(({ name, about }) =>
      element("div", { class: "kb-plane__area" }, element("b", {}, name), " ", about),
    );
    plane.append(...areas, ...dots);
    plane.addEventListener("click", (event) => {
      if (event.target instanceof HTMLButtonElement) return;
      put(chosen.moment, ...under(/** @type {PointerEvent} */ (event)));
      tools.say(t("{moment} is placed.", { moment: chosen.moment }));
      const next = known.find((moment) => !at(person, moment));
      if (next) choose(next);
    });
    const end = (/** @type {string} */ name, /** @type {string} */ text) =>
      element("span", { class: `kb-plane__end kb-plane__end--${name}` }, text);
    for (const moment of known) draw(moment);
    return [
      tools.note(
        t(
          "Choose a moment and touch the plane where it belongs. Or use the lists below; a point moves with the arrow keys.",
        ),
      ),
      element(
        "div",
        { class: "kb-plane" },
        end("top", data.up[1]),
        plane,
        end("bottom", data.up[0]),
        end("left", data.across[0]),
        end("right", data.across[1]),
      ),
      element("div", { class: "kb-plane__moments" }, fields),
    ];
  }

  /** @type {(people: Person[], moment: string) => { person: Person, point: Point }[]} */
  const placed = (people, moment) =>
    people.flatMap((person) => {
      const point = at(person, moment);
      return point ? [{ person, point }] : [];
    });

  /** @type {(people: Person[], moment: string) => HTMLElement | null} */
  function agreement(people, moment) {
    const found = placed(people, moment);
    if (!found.length) return null;
    /** @type {Map<number, Person[]>} */
    const byArea = new Map();
    for (const { person, point } of found) byArea.set(areaOf(point), [...(byArea.get(areaOf(point)) ?? []), person]);
    if (byArea.size === 1 && found.length > 1)
      return element(
        "li",
        {},
        t("{moment}: you all place it at ‘{area}’.", { moment, area: areaName([...byArea.keys()][0]) }),
      );
    const told = [...byArea].map(([area, some]) =>
      t("{area}: {names}", { area: areaName(area), names: tools.names(some) }),
    );
    if (found.length === 1) return element("li", {}, `${moment}. ${told[0]}.`);
    return element("li", {}, element("b", {}, t("{moment}: here you differ.", { moment })), ` ${told.join("; ")}.`);
  }

  // Whoever lies furthest from the others, at the moment where people lie furthest apart.
  /** @type {(people: Person[]) => string} */
  function first(people) {
    let best = { distance: 0, name: "", moment: "", count: 0 };
    for (const moment of known) {
      const found = placed(people, moment);
      for (const { person, point } of found) {
        const others = found.filter((one) => one.person !== person).map((one) => one.point);
        if (!others.length) continue;
        const distance = apart(point, middle(others));
        if (distance > best.distance) best = { distance, name: person.name, moment, count: found.length };
      }
    }
    const { distance, name, moment, count } = best;
    if (distance < FAR)
      return people.length > 1 ? t("You lie close together. Ask each other what you mean by it.") : "";
    if (count === 2) return t("At ‘{moment}’ you lie furthest apart. Ask each other why.", { moment });
    return t("Ask {name} first: at ‘{moment}’ {name} lies furthest from the others. Why is that?", { name, moment });
  }

  /** @type {(people: Person[]) => string[]} */
  function way(people) {
    if (last < 1) return [];
    const both = people.flatMap((person) => {
      const [from, to] = [at(person, known[last - 1]), at(person, known[last])];
      return from && to ? [{ from, to }] : [];
    });
    if (!both.length) return [];
    const all = both.length;
    /** @type {[string, number, number][]} */
    const directions = [
      [data.across[0], 0, -1],
      [data.across[1], 0, 1],
      [data.up[0], 1, -1],
      [data.up[1], 1, 1],
    ];
    const told = directions.flatMap(([end, axis, sign]) => {
      const n = both.filter(({ from, to }) => (to[axis] - from[axis]) * sign >= NEAR).length;
      return n
        ? [tn("{n} of {all} wants to go towards ‘{end}’.", "{n} of {all} want to go towards ‘{end}’.", n, { all, end })]
        : [];
    });
    return told.length ? told : [t("Nobody wants to go anywhere else.")];
  }

  /** @type {(people: Person[]) => Node[]} */
  function helps(people) {
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const { point } of placed(people, known[last]))
      counts.set(areaOf(point), (counts.get(areaOf(point)) ?? 0) + 1);
    counts.delete(-1);
    const most = Math.max(...counts.values(), 0);
    return [...counts].flatMap(([area, count]) => {
      const offers = tools.offers(data.areas[area].offers);
      if (count < most || !offers) return [];
      return [element("h4", {}, t("What may help on the way to ‘{area}’", { area: areaName(area) })), offers];
    });
  }

  /** @type {(people: Person[]) => Node[]} */
  function result(people) {
    const rows = people.map((person) => [
      person.name,
      ...known.map((moment) => {
        const point = at(person, moment);
        return point
          ? `${areaName(areaOf(point))}: ${words(data.across, point[0])}, ${words(data.up, point[1])}`
          : t("not placed");
      }),
    ]);
    const asked = first(people);
    return [
      element("figure", { class: "kb-tool__picture" }, picture(people)),
      element(
        "div",
        { class: "kb-tool__talk" },
        element("h4", {}, t("Talk about this")),
        element(
          "ul",
          {},
          known.map((moment) => agreement(people, moment)),
          way(people).map((text) => element("li", {}, text)),
        ),
        asked ? element("p", { class: "kb-tool__first" }, asked) : null,
      ),
      ...helps(people),
      tools.table(t("Where everybody placed the points"), [t("Who"), ...known], rows),
    ];
  }

  /** @type {(text: string, size: number) => string[]} */
  function lines(text, size) {
    /** @type {string[]} */
    const made = [];
    for (const word of text.split(" ")) {
      const longer = made.length ? `${made.at(-1)} ${word}` : word;
      if (made.length && longer.length <= size) made[made.length - 1] = longer;
      else made.push(word);
    }
    return made;
  }

  /** @type {(people: Person[]) => SVGElement} */
  function picture(people) {
    const { svg } = tools;
    const [left, top] = [20, 50];
    const half = SIDE / 2;
    const place = (/** @type {Point} */ [x, y]) => [left + half + (x / EDGE) * half, top + half - (y / EDGE) * half];
    const text = (/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ said, more = {}) =>
      svg("text", { x, y, fill: "#1f2a2b", "font-size": 14, ...more }, said);
    const areas = data.areas.flatMap((area, number) => {
      const [x, y] = [left + (number % 2) * half, top + Math.floor(number / 2) * half];
      return [
        svg("rect", { x, y, width: half, height: half, fill: COLOURS[number], stroke: "#0f4d52" }),
        text(x + 8, y + 20, area.name, { "font-weight": "bold" }),
        ...lines(area.about, 28).map((line, row) => text(x + 8, y + 37 + row * 16, line, { "font-size": 13 })),
      ];
    });
    const ways = people.flatMap((person) => {
      const [from, to] = [at(person, known[last - 1] ?? ""), at(person, known[last])];
      if (!from || !to || last < 1) return [];
      const [x1, y1, x2, y2] = [...place(from), ...place(to)];
      return [svg("line", { x1, y1, x2, y2, stroke: "#8a3f0c", "stroke-width": 1.5, "stroke-dasharray": "6 5" })];
    });
    // Points in one place stand around it, so that nobody is under another; each in its own quarter.
    /** @type {number[][]} */
    const taken = [];
    /** @type {(point: Point) => number[]} */
    function free(point) {
      const [x, y] = place(point);
      const [across, up] = [Math.sign(x - left - half), Math.sign(y - top - half)];
      const found = AROUND.map(([dx, dy]) => [x + dx * SIZE, y + dy * SIZE]).find(
        ([cx, cy]) =>
          taken.every((one) => Math.hypot(one[0] - cx, one[1] - cy) >= SIZE) &&
          (cx - left - half) * across >= 0 &&
          (cy - top - half) * up >= 0,
      );
      taken.push(found ?? [x, y]);
      return found ?? [x, y];
    }
    const points = known.flatMap((moment, number) =>
      placed(people, moment).flatMap(({ person, point }) => {
        const [cx, cy] = free(point);
        const [fill, ink] = number === last ? ["#1d6a6f", "#fff"] : ["#fff", "#0f4d52"];
        const dash = number < last - 1 ? { "stroke-dasharray": "3 2" } : {};
        const look = { fill: ink, "text-anchor": "middle", "font-weight": "bold", "font-size": 13 };
        return [
          svg("circle", { cx, cy, r: SIZE / 2, fill, stroke: "#1d6a6f", "stroke-width": 2.5, ...dash }),
          text(cx, cy + 5, String(people.indexOf(person) + 1), look),
        ];
      }),
    );
    const bottom = top + SIDE + 20;
    const looks = known.map((moment, number) => {
      if (number === last) return t("filled: {moment}", { moment });
      return number < last - 1 ? t("dashed: {moment}", { moment }) : t("open: {moment}", { moment });
    });
    const names = people.map((person, number) => `${number + 1} ${person.name}`).join(" · ");
    const legend = [...lines(looks.join(" · "), 60), ...lines(names, 60)];
    const height = bottom + 44 + legend.length * 18;
    const middleAt = left + half;
    return svg(
      "svg",
      {
        xmlns: "http://www.w3.org/2000/svg",
        viewBox: `0 0 ${SIDE + 40} ${height}`,
        role: "img",
        "aria-label": t("The points of everybody in the plane; the table below says the same."),
      },
      svg("rect", { width: SIDE + 40, height, fill: "#fff" }),
      text(left, 20, data.question, { "font-weight": "bold", "font-size": 15 }),
      text(middleAt, 42, data.up[1], { "text-anchor": "middle" }),
      areas,
      ways,
      points,
      text(middleAt, bottom - 2, data.up[0], { "text-anchor": "middle" }),
      text(left, bottom + 18, `← ${data.across[0]}`),
      text(left + SIDE, bottom + 18, `${data.across[1]} →`, { "text-anchor": "end" }),
      legend.map((line, row) => text(left, bottom + 44 + row * 18, line, { "font-size": 13 })),
    );
  }

  tools.sort = {
    empty: () => ({ points: {} }),
    clean: (value) => {
      /** @type {{ [moment: string]: Point }} */
      const points = {};
      const found = tools.plain(tools.plain(value).points);
      for (const moment of known) {
        if (!Object.hasOwn(found, moment)) continue;
        const [x, y] = tools.list(found[moment], 2).map((one) => tools.number(one, -EDGE, EDGE));
        if (typeof x === "number" && typeof y === "number") points[moment] = [x, y];
      }
      return { points };
    },
    begun: (answers) => Object.keys(answers.points).length > 0,
    fill,
    result,
    picture,
  };
})(globalThis.kennisbankTools);
