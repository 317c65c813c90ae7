// The page of a selection: its list, its address to share, and what to do with it. A selection in
// the address is somebody else's: it is shown, and becomes one's own only when asked.

(function (selection) {
  "use strict";

  const site = new URL("../../../", document.currentScript.src);
  // A copy on a disk points at the published pages, where it knows them.
  const canonical = document.querySelector("link[rel=canonical]")?.href;
  const published = site.protocol === "file:" && canonical ? new URL("../", canonical) : site;
  const part = (name) => document.getElementById(`kb-${name}`);
  const title = document.querySelector("h1").textContent;
  let handouts = [];
  let before = null;
  let turn = 0;

  const shared = () => selection.keysIn(new URLSearchParams(location.search).getAll("e"));
  const keys = () => (shared().length ? shared() : selection.read());
  const addressOf = (list) => `${new URL("selectie/", published)}?${list.map((key) => `e=${key}`).join("&")}`;

  function say(text, undo = null) {
    part("said").textContent = text;
    before = undo;
    part("undo").hidden = !undo;
  }

  // Where the browser keeps nothing, saying that something changed would be untrue.
  function keep(list, text) {
    const old = selection.read();
    if (selection.write(list)) say(text, old);
    else say("Uw browser bewaart niets. Misschien is dit een privévenster.");
  }

  function button(label, title, act, disabled = false) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "kb-button";
    made.textContent = label;
    made.setAttribute("aria-label", `${label}: ${title}`);
    made.disabled = disabled;
    made.addEventListener("click", act);
    return made;
  }

  function focusOn(key, act) {
    const row = part("list").querySelector(`[data-key="${key}"]`);
    const wanted = row?.querySelector(`[data-act="${act}"]:enabled`) ?? row?.querySelector("button:enabled");
    (wanted ?? part("said")).focus();
  }

  function move(key, step) {
    const list = selection.read();
    const at = list.indexOf(key);
    list.splice(at, 1);
    list.splice(at + step, 0, key);
    keep(list, `Nu nummer ${at + step + 1} van ${list.length}.`);
    show().then(() => focusOn(key, step));
  }

  function remove(key, name) {
    const list = selection.read();
    const at = list.indexOf(key);
    const left = list.filter((one) => one !== key);
    keep(left, `‘${name}’ is uit uw selectie.`);
    show().then(() => focusOn(left[Math.min(at, left.length - 1)], "remove"));
  }

  function acts(key, name, at, last) {
    const made = {
      "-1": button("Omhoog", name, () => move(key, -1), at === 0),
      1: button("Omlaag", name, () => move(key, 1), at === last),
      remove: button("Haal weg", name, () => remove(key, name)),
    };
    const row = document.createElement("span");
    row.className = "kb-kept__acts";
    for (const [act, one] of Object.entries(made)) one.dataset.act = act;
    row.append(made["-1"], made[1], made.remove);
    return row;
  }

  function row(key, handout, at, last) {
    const made = document.createElement("li");
    const name = handout?.title ?? key;
    const link = document.createElement(handout ? "a" : "span");
    if (handout) link.href = new URL(handout.address + (site.protocol === "file:" ? "index.html" : ""), site).href;
    link.textContent = name;
    const kind = document.createElement("span");
    kind.className = "kb-kind";
    kind.textContent = handout?.kind ?? "Deze pagina is er niet (meer)";
    made.dataset.key = key;
    made.append(kind, link, ...(shared().length ? [] : [acts(key, name, at, last)]));
    return made;
  }

  async function show() {
    const now = ++turn;
    const list = keys();
    const loaded = await Promise.all(list.map(selection.load));
    if (now !== turn) return;
    handouts = loaded.filter(Boolean);
    part("shared").hidden = !shared().length;
    part("add").hidden = !selection.read().length;
    part("empty").hidden = list.length > 0;
    part("filled").hidden = !list.length;
    part("clear").hidden = shared().length > 0;
    part("take").hidden = !handouts.length;
    part("list").replaceChildren(...list.map((key, at) => row(key, loaded[at], at, list.length - 1)));
    part("address").value = addressOf(list);
    part("handout").replaceChildren(...selection.handout(handouts, published));
    part("selection").hidden = false;
  }

  function own(list, text) {
    keep(list, text);
    history.replaceState(null, "", location.pathname);
    show().then(() => part("said").focus());
  }

  function save(pieces, name, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(pieces, { type }));
    link.download = name;
    link.click();
    // The browser reads the file after this turn.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say(`‘${name}’ staat bij uw downloads.`);
  }

  async function saveWord() {
    const empty = await selection.load("word");
    if (!empty || !globalThis.CompressionStream) return say("Het Word-bestand is hier niet te maken. Probeer Markdown, of een nieuwere browser.");
    const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    save(await selection.word(title, handouts, published, empty), "mijn-selectie.docx", type);
  }

  async function copy() {
    part("address").select();
    try {
      await navigator.clipboard.writeText(part("address").value);
      say("Het adres is gekopieerd.");
    } catch {
      say("Het adres is geselecteerd. Kopieer het met uw toetsenbord.");
    }
  }

  const clicks = {
    adopt: () => own(shared(), "Dit is nu uw selectie."),
    add: () => own([...selection.read(), ...shared()], "Toegevoegd aan uw selectie."),
    clear: () => own([], "Uw selectie is leeg."),
    undo: () => own(before, "Ongedaan gemaakt."),
    print: () => print(),
    word: saveWord,
    markdown: () => save([selection.markdown(title, handouts, published)], "mijn-selectie.md", "text/markdown"),
    copy,
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const [name, act] of Object.entries(clicks)) part(name).addEventListener("click", act);
    document.addEventListener("kb-selection", show);
    show();
  });
})((globalThis.kennisbankSelection ??= {}));
