// The values of an entry become all its problems, as the checker of the library reports them:
// faults, links and citations that lead nowhere, claims without a source, names that are taken.

((form) => {
  "use strict";

  const PROSE = ["prose", "short"];
  // No field may be longer, and its fault says so: of what was pasted beyond that nothing is read.
  const LONGEST = 20_000;
  /** @typedef {{ kind: string, id: string, at?: number, listed?: boolean }} Link */

  const words = () => form.rules.words;

  /** @type {(field: Field) => boolean} */
  const isProse = (field) => PROSE.includes(field.form);
  /** @type {(letter: string) => string} */
  const codeOf = (letter) => Number(letter.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0");

  // A problem in the words of the checker, with the hint that goes with them where there is one.
  /** @type {(path: Path, code: string, name: string, values?: object, more?: Partial<Problem>) => Problem} */
  function told(path, code, name, values = {}, more = {}) {
    const hint = form.fill(words()[`${name}Hint`] ?? "", values);
    return { path, code, message: form.fill(words()[name], values), hint, ...more };
  }

  /** @type {(texts: FoundText[]) => Generator<Problem>} */
  function* hidden(texts) {
    for (const [, text, path] of texts) {
      const found = form.pattern(form.rules.patterns.hidden).exec(text);
      if (found) yield told(path, "hidden-character", "hidden", { code: codeOf(found[0]) });
    }
  }

  /** @type {(texts: FoundText[]) => Generator<Problem>} */
  function* unfilled(texts) {
    for (const [field, text, path] of texts) {
      if (text.includes(form.rules.marker)) yield told(path, "unfilled", "unfilled", field);
    }
  }

  // Several names behind commas where each belongs on a line of its own.
  /** @type {(text: string, names: Map<string, string>) => boolean} */
  function isJoined(text, names) {
    const parts = text.split(/[,;]/).filter((one) => one.trim());
    return parts.length > 1 && parts.some((one) => names.has(form.slug(one)));
  }

  /** @type {(path: Path, link: Link) => Problem} */
  function brokenLink(path, { kind, id, at, listed }) {
    const kinds = form.rules.kinds.map(([one]) => one);
    /** @type {(name: string, values?: object, more?: Partial<Problem>) => Problem} */
    const broken = (name, values, more) => told(path, "broken-link", name, values, { ...more, at });
    if (!kind) return broken("incomplete");
    if (!kinds.includes(kind)) {
      const hint = form.didYouMean(kind, kinds);
      return broken("noKind", { kind, kinds: kinds.join(", ") }, hint ? { hint } : {});
    }
    const label = form.rules.kinds[kinds.indexOf(kind)][1];
    const names = form.namesOf(kind);
    if (listed && isJoined(id, names)) return broken("link", { kind: label, id }, { hint: words().joined });
    const name = form.slug(id);
    const found = names.has(name) ? name : form.nearest(name, [...names.keys()]);
    return broken("link", { kind: label, id }, { hint: form.question(found && names.get(found)) });
  }

  /** @type {(field: Field, text: string) => Link[]} */
  function linksIn(field, text) {
    if (field.refersTo && text) return [{ kind: field.refersTo, id: text, listed: field.many }];
    return isProse(field) ? form.mentions(text).links : [];
  }

  /** @type {(texts: FoundText[], own: Own) => Generator<Problem>} */
  function* links(texts, own) {
    for (const [field, text, path] of texts) {
      for (const link of linksIn(field, text)) {
        const isOwn = link.kind === own.kind && link.id === own.id;
        if (isOwn) yield told(path, "self-link", "selfLink", {}, { at: link.at });
        else if (!form.entry(link.kind, link.id)) yield brokenLink(path, link);
      }
    }
  }

  /** @type {(path: Path, key: string, at: number) => Problem} */
  function unknownCitation(path, key, at) {
    const letter = form.pattern(form.rules.patterns.oddLetter).exec(key)?.[0];
    const meant = form.didYouMean(key, form.sourceKeys());
    const more = meant ? { hint: meant, at } : { at };
    if (!letter) return told(path, "unknown-citation", "citation", { key }, more);
    return told(path, "unknown-citation", "oddLetter", { key, letter, code: codeOf(letter) }, more);
  }

  /** @type {(field: Field, text: string) => [key: string, at: number][]} */
  function keysIn(field, text) {
    if (form.isSource(field, text)) return [[text, 0]];
    if (!isProse(field)) return [];
    return form.mentions(text).citations.flatMap((one) => one.works.map(({ key }) => [key, one.at]));
  }

  /** @type {(texts: FoundText[]) => Generator<Problem>} */
  function* citations(texts) {
    for (const [field, text, path] of texts) {
      for (const [key, at] of keysIn(field, text)) {
        if (!form.source(key)) yield unknownCitation(path, key, at);
      }
    }
  }

  // The fields around a text: when one of them names a source, the text needs none of its own.
  /** @type {(kind: Kind, path: Path) => boolean} */
  function hasOwnSource(kind, path) {
    const top = kind.fields.find((field) => field.name === path[0]);
    return [...kind.fields, ...(top?.fields ?? [])].some((field) => field.form === "source");
  }

  /** @type {(text: string) => boolean} */
  const cites = (text) => form.mentions(text).citations.length > 0;

  /** @type {(text: string, path: Path) => Generator<Problem>} */
  function* claims(text, path) {
    const { sentence, claim } = form.rules.patterns;
    for (const { 0: said, index } of text.matchAll(form.pattern(sentence, "gs"))) {
      const found = form.pattern(claim, "i").exec(said);
      if (!found || cites(said)) continue;
      yield told(path, "uncited", "uncited", { claim: found[0] }, { at: index + found.index });
    }
  }

  /** @type {(kind: Kind, texts: FoundText[]) => Generator<Problem>} */
  function* uncited(kind, texts) {
    for (const [field, text, path] of texts) {
      const untold = form.pattern(`^(?:${form.rules.patterns.untold})$`, "i").test(text);
      if (!isProse(field) || untold || hasOwnSource(kind, path)) continue;
      if (field.cited && !cites(text)) yield told(path, "uncited", "uncitedField", field);
      else if (!field.ordered) yield* claims(text, path);
    }
  }

  /** @type {(title: string) => string} */
  const folded = (title) => title.toLowerCase().split(/\s+/u).filter(Boolean).join(" ");
  /** @type {(kind: Kind, id: string) => string} */
  const fileOf = (kind, id) => `${kind.folder}/${id}.yml`;

  /** @type {(kind: Kind, values: Values, own: Own) => Generator<Problem>} */
  function* sameTitle(kind, values, own) {
    const title = values.title;
    if (typeof title !== "string") return;
    /** @type {(one: KnownEntry) => boolean} */
    const same = (one) => one.id !== own.id && folded(one.title) === folded(title);
    const other = form.entriesOf(kind.kind).find(same);
    if (other) yield told(["title"], "duplicate-title", "title", { title, path: fileOf(kind, other.id) });
  }

  /** @type {(kind: Kind, values: Values, own: Own) => Generator<Problem>} */
  function* redirects(kind, values, own) {
    const taken = new Map(form.entriesOf(kind.kind).map(({ id }) => [id, id]));
    taken.set(own.id, own.id);
    for (const [other, old, id] of form.choices.old) {
      if (other === kind.kind && id !== own.id && !taken.has(old)) taken.set(old, id);
    }
    const given = Array.isArray(values.redirect_from) ? values.redirect_from : [];
    for (const [index, id] of given.entries()) {
      const path = ["redirect_from", index];
      const owner = taken.get(id);
      if (owner) yield told(path, "redirect-clash", "redirect", { id, path: fileOf(kind, owner) });
      else taken.set(id, own.id);
    }
  }

  // Changes stand from new to old, one for a day; what is no day is a fault already.
  /** @type {(values: Values) => Generator<Problem>} */
  function* changeOrder(values) {
    const given = Array.isArray(values.changed) ? values.changed : [];
    /** @type {(pair: [day: string, index: number]) => boolean} */
    const isDay = ([day]) => /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(day);
    /** @type {[day: string, index: number][]} */
    const all = given.map((/** @type {Value} */ one, /** @type {number} */ index) => [one?.day ?? "", index]);
    const days = all.filter(isDay);
    for (const [at, [day, index]] of days.entries()) {
      const above = days[at - 1]?.[0] ?? "9999";
      const path = ["changed", index, "day"];
      if (day >= above) yield told(path, "change-order", day > above ? "later" : "same", { day, above });
    }
  }

  // The file name is no field of the entry; its path is empty.
  form.idProblems = (kind, id, isNew) => {
    const { pattern, shortest, longest } = form.rules.id;
    const fits = form.pattern(`^(?:${pattern})$`).test(id) && id.length >= shortest && id.length <= longest;
    if (!fits) return [told([], "bad-id", "badId", { id })];
    if (!isNew || !form.entry(kind.kind, id)) return [];
    const hint = t("Choose another file name, or improve the page that is there.");
    const message = t("{file} exists already.", { file: fileOf(kind, id) });
    return [{ path: [], code: "taken", message, hint }];
  };

  // own is { kind, id } of the entry itself.
  form.problems = (kind, values, own) => {
    const problems = form.suggestingAtMost(() => found(kind, values, own));
    return problems.map((one) => ({ ...one, hint: one.hint || form.rules.remedies[one.code] }));
  };

  /** @type {(kind: Kind, values: Values, own: Own) => Problem[]} */
  function found(kind, values, own) {
    const all = [...form.texts(kind.fields, values)];
    const texts = all.filter(([, text]) => text.length <= LONGEST);
    // The checker looks no further when a file has hidden characters.
    const first = [...hidden(texts)];
    if (first.length) return first;
    const waiting = [...unfilled(texts)];
    const places = new Set(waiting.map((one) => one.path.join()));
    const rest = [
      ...form.faults(kind, values),
      ...sameTitle(kind, values, own),
      ...links(texts, own),
      ...redirects(kind, values, own),
      ...changeOrder(values),
      ...citations(texts),
      ...uncited(kind, texts),
    ];
    // Of a text that still waits to be written, only what stands further on in it is of use.
    return [...waiting, ...rest.filter((one) => one.at || !places.has(one.path.join()))];
  }

  form.isWarning = (problem) => form.rules.warnings.includes(problem.code);
})(globalThis.kennisbankForm);
