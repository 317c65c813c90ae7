// A reader proposes another sentence for one on the page. It goes to the editors as a contribution
// does: in an address, copied, as a file or by mail.

((form) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  const button = /** @type {HTMLElement} */ (document.getElementById("kb-correct"));
  const { path = "", issues = "", field = "", mail = "" } = button.dataset;
  const title = document.querySelector("h1")?.textContent?.trim() ?? "";
  const READ = ["line", "short", "prose"];

  /** @type {(text: string) => string[]} */
  const wordsOf = (text) =>
    text
      .replace(/\[?-?@[\w:.-]+(?:[^[\]@;]*;[^[\]]*)*(?:,[^[\]]*)?\]?/g, " ")
      .replace(/\[\[[^\]|]*\|?([^\]]*)\]\]/g, " $1 ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];

  // A sentence ends with its point, where a capital or a quote follows, and not inside brackets.
  /** @type {(text: string) => string[]} */
  function sentencesOf(text) {
    const found = [];
    let from = 0;
    for (const { 0: end, index } of text.matchAll(/[.!?][”’")\]]*\s+(?=[\p{Lu}‘“"'@[\d])|\n{2,}|\n(?=[-*\d])/gu)) {
      const part = text.slice(from, index + end.length);
      if ((part.match(/\[/g) ?? []).length !== (part.match(/\]/g) ?? []).length) continue;
      found.push(part.trim());
      from = index + end.length;
    }
    return [...found, text.slice(from).trim()].map((one) => one.replace(/^[-*] /, "")).filter(Boolean);
  }

  // Every sentence that people read, as it stands in the file.
  /** @type {(fields: Field[], values: Values) => string[]} */
  function read(fields, values) {
    return fields.flatMap((one) => {
      const value = values[one.name];
      if (value === undefined || one.deep) return [];
      const items = Array.isArray(value) ? value : [value];
      return items.flatMap((item) => {
        if (one.fields && item && typeof item === "object") return read(one.fields, item);
        const isRead = READ.includes(one.form) && typeof item === "string" && item !== form.rules?.unknown;
        return isRead ? sentencesOf(item) : [];
      });
    });
  }

  // The sentence that holds most of what somebody selected.
  /** @type {(sentences: string[], selected: string) => number} */
  function nearest(sentences, selected) {
    const wanted = wordsOf(selected);
    const shares = sentences.map((one) => {
      const words = wordsOf(one);
      const shared = words.filter((word) => wanted.includes(word)).length;
      return (
        shared / Math.max(1, Math.min(words.length, wanted.length)) + shared / Math.max(1, words.length, wanted.length)
      );
    });
    const most = Math.max(...shares);
    return wanted.length && most > 0.8 ? shares.indexOf(most) : -1;
  }

  /** @type {(id: string, label: string, node: HTMLElement, help?: string) => HTMLElement} */
  function labelled(id, label, node, help = "") {
    node.id = id;
    const told = help ? [element("span", { class: "kb-correct__help", id: `${id}-help` }, help)] : [];
    if (help) node.setAttribute("aria-describedby", `${id}-help`);
    return element("p", {}, element("label", { for: id }, label), ...told, node);
  }

  const sentence = element("select", {});
  const better = element("textarea", { rows: 4 });
  const why = element("textarea", { rows: 2 });
  const said = element("p", { role: "status" });
  const open = element(
    "a",
    { class: "kb-button kb-button--main", target: "_blank", rel: "noopener" },
    t("Go on at GitHub (new tab)"),
  );
  const letter = element("a", { class: "kb-button" }, t("Mail it to the editors"));
  /** @type {string[]} */
  let sentences = [];

  const old = () => sentences[Number(sentence.value)] ?? "";
  const text = () =>
    form.bundle({ message: why.value, files: [], sources: [], corrections: [[path, old(), better.value]] });

  async function copy(/** @type {string} */ done) {
    try {
      await navigator.clipboard.writeText(text());
      said.textContent = done;
    } catch {
      said.textContent = t("Your browser does not copy. Download the text instead.");
    }
  }

  function update() {
    const changed = better.value.trim() !== "" && better.value.trim() !== old();
    const subject = t("Rather so: {title}", { title });
    const where = form.destination(issues ? `${issues}&title=${encodeURIComponent(subject)}` : "", field, text());
    const byMail = form.letter(mail, subject, text());
    open.href = where.address;
    letter.href = byMail.address;
    open.onclick = () => !where.carries && copy(t("Your text is copied. Paste it on GitHub."));
    letter.onclick = () => !byMail.carries && copy(t("Your text is copied. Paste it in the letter."));
    acts.hidden = !changed;
  }

  const act = (/** @type {string} */ label, /** @type {() => unknown} */ done) =>
    element("button", { type: "button", class: "kb-button", onclick: done }, label);
  const acts = element(
    "p",
    { class: "kb-buttons", hidden: true },
    issues ? open : null,
    mail ? letter : null,
    act(t("Copy the text"), () => copy(t("The text is copied."))),
    act(t("Download the text"), () => globalThis.kennisbankSave([text()], "liever-zo.md", "text/markdown")),
  );
  /** @type {HTMLDialogElement} */
  const dialog = element(
    "dialog",
    { class: "kb-correct", "aria-labelledby": "kb-correct-title" },
    element("h2", { id: "kb-correct-title" }, t("Rather another sentence")),
    labelled("kb-correct-old", t("The sentence"), sentence),
    labelled(
      "kb-correct-new",
      t("Rather so"),
      better,
      t("What stands between [ ] is a source or a link. Leave it where it is."),
    ),
    labelled("kb-correct-why", t("Why, if you want to say so"), why),
    element("p", {}, t("The editors read it first. If you go on at GitHub, you need a free account there.")),
    acts,
    said,
    element(
      "p",
      {},
      act(t("Close"), () => dialog.close()),
    ),
  );

  function choose() {
    better.value = old();
    said.textContent = "";
    update();
  }

  function ask() {
    const found = nearest(sentences, String(getSelection() ?? ""));
    const rows = sentences.map((one, at) => element("option", { value: at, selected: at === found }, one));
    sentence.replaceChildren(
      element("option", { value: "", selected: found < 0 }, t("Choose the sentence …")),
      ...rows,
    );
    why.value = "";
    choose();
    dialog.showModal();
    (found < 0 ? sentence : better).focus();
  }

  async function start() {
    const [kind, id] = (document.querySelector("[data-entry]")?.getAttribute("data-entry") ?? ":").split(":");
    const [described, existing, rules] = await Promise.all([
      form.load(`kinds/${kind}`),
      form.load(`entries/${kind}/${id}`),
      form.load("rules"),
    ]);
    if (!described || !existing || !rules) {
      button.after(" ", t("The form cannot be loaded. Load the page again."));
      return;
    }
    form.rules = rules;
    sentences = [...new Set(read(described.fields, existing.values))];
    document.querySelector("article")?.append(dialog);
    sentence.addEventListener("change", choose);
    dialog.addEventListener("input", update);
    button.addEventListener("click", ask);
    ask();
  }

  start();
})(globalThis.kennisbankForm);
