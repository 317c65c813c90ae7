// Markdown text becomes the citations and links to entries in it, by the checker's own patterns.

((form) => {
  "use strict";

  /** @type {(groups: { [name: string]: string }) => CitedWork} */
  const worked = ({ key, locator, before, bare }) => ({
    key,
    locator: (locator ?? "").trim(),
    before: (before ?? "").trim(),
    bare: Boolean(bare),
  });

  form.citationOf = (groups) => {
    if (groups.narrative) return { works: [worked({ key: groups.narrative, locator: groups.where })], narrative: true };
    const items = (groups.cluster ?? groups.worded).matchAll(form.pattern(form.rules.patterns.item, "g"));
    return { works: [...items].map((one) => worked(one.groups ?? {})), narrative: false };
  };

  form.linkOf = (groups) => {
    const [kind, ...rest] = groups.target.trim().split(":");
    const label = (groups.label ?? "").trim();
    return rest.length ? { kind: kind.trim(), id: rest.join(":").trim(), label } : { kind: "", id: "", label };
  };

  form.mentions = (text) => {
    /** @type {Mentions} */
    const found = { citations: [], links: [] };
    for (const { groups = {}, index } of text.matchAll(form.pattern(form.rules.patterns.scanned, "gsm"))) {
      // A citation in brackets begins behind its bracket.
      if (groups.citation)
        found.citations.push({ ...form.citationOf(groups), at: groups.narrative ? index : index + 1 });
      else if (groups.entry) found.links.push({ ...form.linkOf(groups), at: index });
    }
    return found;
  };
})(globalThis.kennisbankForm);
