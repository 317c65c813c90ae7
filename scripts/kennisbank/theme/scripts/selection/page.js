// The page of a selection: its list, its address to share, and what to do with it. A selection in
// the address is somebody else's: it is shown, and becomes one's own only when asked.

((selection) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  const NO_WORD = t("The Word file cannot be made here. Try Markdown, or a newer browser.");
  const FILE = t("my-selection");
  const site = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  // A copy on a disk points at the published pages, where it knows them.
  /** @type {HTMLLinkElement | null} */
  const link = document.querySelector("link[rel=canonical]");
  const canonical = link?.href;
  const published = site.protocol === "file:" && canonical ? new URL("../", canonical) : site;
  /** @type {<Name extends keyof SelectionParts>(name: Name) => SelectionParts[Name]} */
  const part = (name) => /** @type {any} */ (document.getElementById(`kb-${name}`));
  /** @type {Handout[]} */
  let handouts = [];
  /** @type {string[] | null} */
  let before = null;
  let turn = 0;

  const shared = () => selection.keysIn(new URLSearchParams(location.search).getAll("e"));
  const keys = () => (shared().length ? shared() : selection.read());
  // A folder on a disk shows its list of files; the page has to be named.
  const shareable = new URL(t("selection/") + (published.protocol === "file:" ? "index.html" : ""), published);
  /** @type {(list: string[]) => string} */
  const addressOf = (list) => `${shareable}?${list.map((key) => `e=${key}`).join("&")}`;

  /** @type {(text: string, undo?: string[] | null) => void} */
  function say(text, undo = null) {
    part("said").textContent = text;
    before = undo;
    part("undo").hidden = !undo;
  }

  // Where the browser keeps nothing, saying that something changed would be untrue.
  /** @type {(list: string[], text: string) => void} */
  function keep(list, text) {
    const old = selection.read();
    if (selection.write(list)) say(text, old);
    else say(t("Your browser keeps nothing. Perhaps this is a private window."));
  }

  /** @type {(name: string | number, label: string, title: string, act: () => unknown, disabled?: boolean) => HTMLButtonElement} */
  function button(name, label, title, act, disabled = false) {
    const look = { type: "button", class: "kb-button", "aria-label": `${label}: ${title}`, disabled };
    return element("button", { ...look, onclick: act, "data-act": name }, label);
  }

  /** @type {(key: string, act: string | number) => void} */
  function focusOn(key, act) {
    const row = part("list").querySelector(`[data-key="${key}"]`);
    /** @type {HTMLElement | null | undefined} */
    const wanted = row?.querySelector(`[data-act="${act}"]:enabled`) ?? row?.querySelector("button:enabled");
    (wanted ?? part("said")).focus();
  }

  /** @type {(key: string, step: number) => void} */
  function move(key, step) {
    const list = selection.read();
    const at = list.indexOf(key);
    list.splice(at, 1);
    list.splice(at + step, 0, key);
    keep(list, t("Now number {at} of {all}.", { at: at + step + 1, all: list.length }));
    show().then(() => focusOn(key, step));
  }

  /** @type {(key: string, name: string) => void} */
  function remove(key, name) {
    const list = selection.read();
    const at = list.indexOf(key);
    const left = list.filter((one) => one !== key);
    keep(left, t("‘{name}’ is out of your selection.", { name }));
    show().then(() => focusOn(left[Math.min(at, left.length - 1)], "remove"));
  }

  /** @type {(key: string, name: string, at: number, last: number) => HTMLElement} */
  function acts(key, name, at, last) {
    return element(
      "span",
      { class: "kb-buttons" },
      button(-1, t("Up"), name, () => move(key, -1), at === 0),
      button(1, t("Down"), name, () => move(key, 1), at === last),
      button("remove", t("Remove"), name, () => remove(key, name)),
    );
  }

  /** @type {(key: string, handout: Handout | null, at: number, last: number, isShared: boolean) => HTMLElement} */
  function row(key, handout, at, last, isShared) {
    const name = handout?.title ?? key;
    const file = site.protocol === "file:" ? "index.html" : "";
    const href = handout ? new URL(handout.address + file, site).href : undefined;
    const kind = element("span", { class: "kb-kind" }, handout?.kind ?? t("This page does not exist (any more)"));
    const link = element(handout ? "a" : "span", { href }, name);
    return element("li", { "data-key": key }, kind, link, isShared ? null : acts(key, name, at, last));
  }

  /** @type {() => Sheet} */
  const sheet = () => ({
    title: part("title").value.trim(),
    organisation: part("organisation").value.trim(),
    day: part("day").value,
    evidence: part("evidence").checked,
  });

  // Without the appendix nobody needs the sources of it.
  /** @type {() => Handout[]} */
  const chosen = () =>
    sheet().evidence
      ? handouts
      : handouts.map((one) => ({
          ...one,
          sources: one.sources.filter(([key]) => one.cited.includes(key)),
        }));

  // In a file the appendix of an entry stands with the entry.
  /** @type {() => Handout[]} */
  const inFile = () =>
    sheet().evidence ? handouts.map((one) => ({ ...one, blocks: [...one.blocks, ...one.evidence] })) : chosen();

  const draw = () => part("handout").replaceChildren(...selection.handout(chosen(), published, sheet()));

  async function show() {
    const now = ++turn;
    const list = keys();
    // The address is read once, not for each row.
    const isShared = shared().length > 0;
    const loaded = await Promise.all(list.map(selection.load));
    if (now !== turn) return;
    handouts = loaded.filter(Boolean);
    part("shared").hidden = !isShared;
    part("add").hidden = !selection.read().length;
    part("empty").hidden = list.length > 0;
    part("filled").hidden = !list.length;
    part("clear").hidden = isShared;
    part("take").hidden = !handouts.length;
    part("list").replaceChildren(...list.map((key, at) => row(key, loaded[at], at, list.length - 1, isShared)));
    part("address").value = addressOf(list);
    draw();
    part("selection").hidden = false;
  }

  /** @type {(list: string[], text: string) => void} */
  function own(list, text) {
    keep(list, text);
    history.replaceState(null, "", location.pathname);
    show().then(() => part("said").focus());
  }

  /** @type {(pieces: BlobPart[], name: string, type: string) => void} */
  function save(pieces, name, type) {
    globalThis.kennisbankSave(pieces, name, type);
    say(t("‘{name}’ is among your downloads.", { name }));
  }

  async function saveWord() {
    const empty = await selection.load("word");
    if (!empty || !globalThis.CompressionStream) return say(NO_WORD);
    const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    save(await selection.word(sheet().title, inFile(), published, empty), `${FILE}.docx`, type);
  }

  async function copy() {
    part("address").select();
    try {
      await navigator.clipboard.writeText(part("address").value);
      say(t("The address is copied."));
    } catch {
      say(t("The address is selected. Copy it with your keyboard."));
    }
  }

  /** @type {{ [Name in keyof SelectionParts]?: () => unknown }} */
  const clicks = {
    adopt: () => own(shared(), t("This is your selection now.")),
    add: () => own([...selection.read(), ...shared()], t("Added to your selection.")),
    clear: () => own([], t("Your selection is empty.")),
    undo: () => own(before ?? [], t("Undone.")),
    print: () => print(),
    word: saveWord,
    markdown: () => save([selection.markdown(sheet().title, inFile(), published)], `${FILE}.md`, "text/markdown"),
    copy,
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const [name, act] of Object.entries(clicks))
      document.getElementById(`kb-${name}`)?.addEventListener("click", act);
    document.addEventListener("kb-selection", show);
    part("day").valueAsDate = new Date();
    part("sheet").addEventListener("input", draw);
    show();
  });
})(globalThis.kennisbankSelection);
