// The values of an entry become all its problems, as the checker of the library reports them:
// faults, links and citations that lead nowhere, claims without a source, names that are taken.

(function (form) {
  "use strict";

  const PROSE = ["prose", "short"];
  const words = () => form.rules.words;

  function* hidden(texts) {
    for (const [, text, path] of texts) {
      const found = form.pattern(form.rules.patterns.hidden).exec(text);
      const code = found && found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
      if (found) yield { path, code: "hidden-character", message: form.fill(words().hidden, { code }), hint: words().hiddenHint };
    }
  }

  function* unfilled(texts) {
    for (const [field, text, path] of texts) {
      if (text.includes(form.rules.marker)) yield { path, code: "unfilled", message: words().unfilled, hint: form.fill(words().unfilledHint, field) };
    }
  }

  function brokenLink({ kind, id }) {
    const kinds = form.rules.kinds.map(([one]) => one);
    if (!kind) return [words().incomplete, words().incompleteHint];
    if (!kinds.includes(kind)) {
      const hint = form.didYouMean(kind, kinds) || form.fill(words().noKindHint, { kinds: kinds.join(", ") });
      return [form.fill(words().noKind, { kind }), hint];
    }
    const label = form.rules.kinds[kinds.indexOf(kind)][1];
    const names = form.namesOf(kind);
    const found = form.nearest(id, [...names.keys()]);
    return [form.fill(words().link, { kind: label, id }), form.question(found && names.get(found))];
  }

  function* links(texts, own) {
    for (const [field, text, path] of texts) {
      const found = field.refersTo && text ? [{ kind: field.refersTo, id: text }] : PROSE.includes(field.form) ? form.mentions(text).links : [];
      for (const link of found) {
        const [message, hint] = form.entry(link.kind, link.id) ? [] : brokenLink(link);
        if (link.kind === own.kind && link.id === own.id) yield { path, code: "self-link", message: words().selfLink, at: link.at };
        else if (message) yield { path, code: "broken-link", message, hint, at: link.at };
      }
    }
  }

  function unknownCitation(key) {
    const letter = form.pattern(form.rules.patterns.oddLetter).exec(key)?.[0];
    const hint = form.didYouMean(key, form.sourceKeys());
    if (!letter) return { message: form.fill(words().citation, { key }), hint };
    const code = letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    return { message: form.fill(words().oddLetter, { key, letter, code }), hint: hint || words().oddLetterHint };
  }

  function* citations(texts) {
    for (const [field, text, path] of texts) {
      const cited = PROSE.includes(field.form) ? form.mentions(text).citations.flatMap((one) => one.works.map(({ key }) => [key, one.at])) : [];
      for (const [key, at] of field.form === "source" ? [[text, 0]] : cited) {
        if (!form.source(key)) yield { path, code: "unknown-citation", ...unknownCitation(key), at };
      }
    }
  }

  // The fields around a text: when one of them names a source, the text needs none of its own.
  function hasOwnSource(kind, path) {
    const top = kind.fields.find((field) => field.name === path[0]);
    return [...kind.fields, ...(top.fields ?? [])].some((field) => field.form === "source");
  }

  function* claims(field, text, path) {
    for (const { 0: sentence, index } of text.matchAll(form.pattern(form.rules.patterns.sentence, "gs"))) {
      const claim = form.pattern(form.rules.patterns.claim, "i").exec(sentence);
      if (claim && !form.mentions(sentence).citations.length) yield { path, code: "uncited", message: form.fill(words().uncited, { claim: claim[0] }), at: index + claim.index };
    }
  }

  function* uncited(kind, texts) {
    for (const [field, text, path] of texts) {
      const untold = form.pattern(`^(?:${form.rules.patterns.untold})$`, "i").test(text);
      if (!PROSE.includes(field.form) || untold || hasOwnSource(kind, path)) continue;
      if (field.cited && !form.mentions(text).citations.length) yield { path, code: "uncited", message: form.fill(words().uncitedField, field) };
      else if (!field.ordered) yield* claims(field, text, path);
    }
  }

  const folded = (title) => title.toLowerCase().split(/\s+/u).filter(Boolean).join(" ");

  function* sameTitle(kind, values, own) {
    const title = values.title;
    if (typeof title !== "string") return;
    const other = form.entriesOf(kind.kind).find((one) => one.id !== own.id && folded(one.title) === folded(title));
    if (other) yield { path: ["title"], code: "duplicate-title", message: form.fill(words().title, { title, path: `${kind.folder}/${other.id}.yml` }), hint: words().titleHint };
  }

  function* redirects(kind, values, own) {
    const taken = new Map(form.entriesOf(kind.kind).map(({ id }) => [id, id]));
    taken.set(own.id, own.id);
    for (const [other, old, id] of form.choices.old) if (other === kind.kind && id !== own.id && !taken.has(old)) taken.set(old, id);
    const old = Array.isArray(values.redirect_from) ? values.redirect_from : [];
    for (const [index, id] of old.entries()) {
      if (taken.has(id)) yield { path: ["redirect_from", index], code: "redirect-clash", message: form.fill(words().redirect, { id, path: `${kind.folder}/${taken.get(id)}.yml` }) };
      else taken.set(id, own.id);
    }
  }

  // Changes stand from new to old, one for a day; what is no day is a fault already.
  function* changeOrder(values) {
    const given = Array.isArray(values.changed) ? values.changed : [];
    const days = given.map((one, index) => [one?.day ?? "", index]).filter(([day]) => /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(day));
    for (const [at, [day, index]] of days.entries()) {
      const above = days[at - 1]?.[0] ?? "9999";
      const name = day > above ? "later" : "same";
      if (day >= above) yield { path: ["changed", index, "day"], code: "change-order", message: form.fill(words()[name], { day, above }), hint: words()[`${name}Hint`] };
    }
  }

  // The file name is no field of the entry; its path is empty.
  form.idProblems = (kind, id, isNew) => {
    const { pattern, shortest, longest } = form.rules.id;
    if (!form.pattern(`^(?:${pattern})$`).test(id) || id.length < shortest || id.length > longest) {
      return [{ path: [], code: "bad-id", message: form.fill(words().badId, { id }), hint: words().badIdHint }];
    }
    if (!isNew || !form.entry(kind.kind, id)) return [];
    return [{ path: [], code: "taken", message: `${kind.folder}/${id}.yml bestaat al.`, hint: "Kies een andere bestandsnaam, of verbeter de pagina die er is." }];
  };

  // own is { kind, id } of the entry itself.
  form.problems = (kind, values, own) =>
    found(kind, values, own).map((one) => ({ ...one, hint: one.hint || form.rules.remedies[one.code] }));

  function found(kind, values, own) {
    const texts = [...form.texts(kind.fields, values)];
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
})((globalThis.kennisbankForm ??= {}));
