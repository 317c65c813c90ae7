// Leads a group through the steps of the session, with a timer that makes no sound. It says nothing
// while it runs; when the time of a step is over it says so once.

((tools) => {
  "use strict";

  const element = globalThis.kennisbankElement;

  tools.session = () => {
    /** @type {HTMLElement[]} */
    const steps = [...document.querySelectorAll("#kb-tool-session > li")].map((one) => /** @type {any} */ (one));
    const time = element("span", { class: "kb-tool__time", role: "timer" });
    const where = element("p", { class: "kb-tool__now", role: "status" });
    let at = -1;
    let left = 0;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    let ticking;

    const clock = () => `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;

    function tick() {
      left -= 1;
      time.textContent = clock();
      if (left > 0) return;
      pause();
      where.textContent = t("The time of this step is over. Finish what you are saying.");
    }

    function pause() {
      clearInterval(ticking);
      ticking = undefined;
      show();
    }

    function run() {
      if (left > 0) ticking = setInterval(tick, 1000);
      show();
    }

    /** @type {(to: number) => void} */
    function go(to) {
      clearInterval(ticking);
      ticking = undefined;
      at = to < steps.length ? to : -1;
      steps.forEach((step, place) => {
        if (place === at) step.setAttribute("aria-current", "step");
        else step.removeAttribute("aria-current");
      });
      left = at < 0 ? 0 : Number(steps[at].dataset.minutes ?? 0) * 60;
      time.textContent = left ? clock() : "";
      where.textContent =
        at < 0
          ? ""
          : t("Step {n} of {all}: {text}", { n: at + 1, all: steps.length, text: steps[at].textContent.trim() });
      run();
    }

    const start = tools.button(t("Start the conversation"), () => go(0));
    const next = tools.button(t("Next step"), () => go(at + 1));
    const hold = tools.button(t("Pause"), () => (ticking ? pause() : run()));
    const stop = tools.button(t("Stop"), () => {
      go(steps.length);
      start.focus();
    });

    function show() {
      start.hidden = at >= 0;
      for (const one of [next, stop]) one.hidden = at < 0;
      hold.hidden = at < 0 || left <= 0;
      next.textContent = at === steps.length - 1 ? t("Finish") : t("Next step");
      hold.textContent = ticking ? t("Pause") : t("Go on");
    }

    go(-1);
    return element(
      "div",
      { class: "kb-tool__clock" },
      start,
      where,
      element("p", { class: "kb-buttons" }, next, hold, stop, time),
    );
  };
})(globalThis.kennisbankTools);
