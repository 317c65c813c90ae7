// The text of the file goes on its way: to GitHub in an address, to the clipboard, or to a download.

((form) => {
  "use strict";

  // GitHub and what stands between refuse longer addresses.
  const LONGEST = 6000;
  const { part } = form;
  /** @type {(text: string) => void} */
  const say = (text) => {
    part("said").textContent = text;
  };

  // Where to go, and whether the text goes along in the address.
  form.destination = (base, field, text) => {
    const filled = `${base}&${field}=${encodeURIComponent(text)}`;
    return filled.length <= LONGEST ? { address: filled, carries: true } : { address: base, carries: false };
  };

  /** @type {(done: string) => Promise<void>} */
  async function copy(done) {
    try {
      await navigator.clipboard.writeText(part("text").value);
      say(done);
    } catch {
      part("text").select();
      say(t("The text is selected. Copy it with Ctrl+C, on a Mac with Cmd+C."));
    }
  }

  /** @type {(name: string, type: string) => void} */
  function download(name, type) {
    globalThis.kennisbankSave([part("text").value], name, type);
    say(t("‘{name}’ is among your downloads.", { name }));
  }

  // Programs for mail refuse longer addresses than browsers do.
  const LONGEST_LETTER = 1800;

  // A letter holds the text, or asks to paste what was copied.
  form.letter = (mail, subject, text) => {
    /** @type {(body: string) => string} */
    const to = (body) => `${mail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
    const whole = to(text.replace(/\n/g, "\r\n"));
    if (whole.length <= LONGEST_LETTER) return { address: whole, carries: true };
    return { address: to(t("Paste the text here: Ctrl+V, on a Mac Cmd+V.")), carries: false };
  };

  /** @type {(page: HTMLElement, title: string, text: string) => void} */
  function showMail(page, title, text) {
    const mail = page.dataset.mail ?? "";
    part("mail").hidden = !mail;
    if (!mail) return;
    const letter = form.letter(mail, title, text);
    part("mail-link").href = letter.address;
    part("mail-link").onclick = () => !letter.carries && copy(t("Your text is copied. Paste it in the letter."));
  }

  // A new entry, with all that comes along, goes to the editors as one message.
  form.showBundle = (page, title, text, path) => {
    const { issues, field } = page.dataset;
    const base = issues ? `${issues}&title=${encodeURIComponent(title)}` : "";
    const where = form.destination(base, field ?? "", text);
    part("text").value = text;
    part("path").textContent = path;
    part("github").hidden = !base;
    showMail(page, title, text);
    part("open").href = base ? where.address : "";
    part("steps-filled").hidden = !where.carries;
    part("steps-copied").hidden = where.carries;
    part("open").onclick = () => !where.carries && copy(t("Your text is copied. Paste it on GitHub."));
    part("download").onclick = () => download(`${path.replace(/^.*\/|\.yml$/g, "")}.md`, "text/markdown");
    part("copy").onclick = () => copy(t("The text is copied."));
  };

  // A page that is there already is one file, which is changed in its place.
  form.showText = (page, kind, own, text, existing) => {
    const name = `${own.id}.yml`;
    const base = page.dataset.edit;
    part("text").value = text;
    part("path").textContent = `${kind.folder}/${name}`;
    part("github").hidden = !base;
    showMail(page, `${kind.folder}/${name}`, text);
    part("open").href = base ? `${base}/${name}` : "";
    part("steps-filled").hidden = true;
    part("steps-copied").hidden = true;
    part("steps-edit").hidden = false;
    part("remarks").hidden = !existing?.remarks;
    // A message takes new pages only.
    part("take").textContent = t("Or take the text with you, and send it to the editors in another way.");
    part("open").onclick = () => copy(t("Your text is copied. Paste it on GitHub."));
    part("download").onclick = () => download(name, "application/yaml");
    part("copy").onclick = () => copy(t("The text is copied."));
  };
})(globalThis.kennisbankForm);
