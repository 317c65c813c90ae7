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
  form.destination = (base, name, text) => {
    const bare = `${base}?filename=${encodeURIComponent(name)}`;
    const filled = `${bare}&value=${encodeURIComponent(text)}`;
    return filled.length <= LONGEST ? { address: filled, carries: true } : { address: bare, carries: false };
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

  /** @type {(name: string) => void} */
  function download(name) {
    globalThis.kennisbankSave([part("text").value], name, "application/yaml");
    say(t("‘{name}’ is among your downloads.", { name }));
  }

  // own is the kind and id; existing tells whether there is a file to change.
  form.showText = (page, kind, own, existing, text) => {
    const name = `${own.id}.yml`;
    const base = existing ? page.dataset.edit : page.dataset.new;
    const where = existing ? { address: `${base}/${name}`, carries: false } : form.destination(base ?? "", name, text);
    part("text").value = text;
    part("path").textContent = `${kind.folder}/${name}`;
    part("github").hidden = !base;
    part("open").href = base ? where.address : "";
    part("steps-filled").hidden = !where.carries;
    part("steps-copied").hidden = where.carries || Boolean(existing);
    part("steps-edit").hidden = !existing;
    part("remarks").hidden = !existing?.remarks;
    part("open").onclick = () => !where.carries && copy(t("Your text is copied. Paste it on GitHub."));
    part("download").onclick = () => download(name);
    part("copy").onclick = () => copy(t("The text is copied."));
  };
})(globalThis.kennisbankForm);
