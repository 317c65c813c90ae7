// What other libraries on the same host answer to a question: each has an index of its own at the
// same place, and is asked once our own answer stands there.

((search) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  const BEST = 5;

  /** @type {(root: string) => Promise<Engine>} */
  async function engineOf(root) {
    const engine = await search.engine(root);
    await engine.loadBody();
    return engine;
  }

  /** @type {(root: string, engine: Engine, text: string, at: number) => Promise<HTMLElement[]>} */
  async function answerOf(root, engine, text, at) {
    const { ranked, isMeant } = await engine.answer(text);
    const verdict = engine.judge(text, ranked);
    if (verdict.nothing || !ranked.length) return [];
    const places = ranked.slice(0, BEST).map(([place]) => place);
    const cards = await engine.cards(places);
    const { name, search: page } = engine.core.site;
    const label = t("In {name}", { name });
    const shown = { ...engine, places, cards, isMeant, kinds: engine.core.kinds, label, id: `kb-other-${at}`, root };
    const found = search.best(shown);
    await search.quote([found], engine, isMeant);
    const href = `${search.addressOf(page, root)}?${new URLSearchParams({ q: text })}`;
    found.append(element("p", {}, element("a", { href }, t("All results in {name}", { name }))));
    return [found];
  }

  search.others = (addresses) => {
    // The policy of the page lets it load nothing from elsewhere.
    const roots = addresses
      .map((one) => new URL(one, location.href))
      .filter(({ origin }) => origin === location.origin);
    /** @type {Map<string, Promise<Engine>>} */
    const engines = new Map();
    return async (text) => {
      const answers = roots.map(async ({ href }, at) => {
        const asked = engines.get(href) ?? engineOf(href);
        engines.set(href, asked);
        return answerOf(href, await asked, text, at);
      });
      // A library that cannot be asked keeps no other one from answering.
      const settled = await Promise.allSettled(answers);
      return settled.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
    };
  };
})(globalThis.kennisbankSearch);
