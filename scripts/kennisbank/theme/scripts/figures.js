// Each row of a chart can be copied with its source, and the chart taken along as a picture: a comfort
// on top of a table and its files, which need no script.

(() => {
  "use strict";

  const element = globalThis.kennisbankElement;
  const TIMES = 2;
  const table = /** @type {HTMLTableElement | null} */ (document.querySelector("table.kb-bars"));
  const drawing = /** @type {HTMLAnchorElement | null} */ (document.querySelector("#kb-chart-svg"));
  if (!table || !drawing) return;
  const said = element("span", { role: "status" });
  const more = element("span", { class: "kb-chart__more" });

  /** @type {(row: HTMLTableRowElement) => string} */
  function words(row) {
    const [label, amount] = [row.querySelector("th span"), row.querySelector("td span")].map(
      (one) => one?.textContent ?? "",
    );
    const title = table?.querySelector("caption")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
    return [`${label}: ${amount}`, title, table?.dataset.source ?? "", location.href.split("#")[0]]
      .filter(Boolean)
      .join(". ")
      .replaceAll("..", ".");
  }

  /** @type {(row: HTMLTableRowElement) => Promise<void>} */
  async function copy(row) {
    try {
      await navigator.clipboard.writeText(words(row));
      said.textContent = t("Copied with its source.");
    } catch {
      said.textContent = t("Your browser does not let this page copy.");
    }
  }

  /** @type {() => Promise<void>} */
  async function save() {
    const image = new Image();
    image.src = drawing?.href ?? "";
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width * TIMES, image.height * TIMES];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const name = drawing?.pathname.split("/").at(-1)?.replace("svg", "png") ?? "";
    canvas.toBlob((blob) => blob && globalThis.kennisbankSave([blob], name, "image/png"));
  }

  for (const row of table.tBodies[0].rows) {
    const label = row.querySelector("th span")?.textContent ?? "";
    const look = { type: "button", class: "kb-chart__copy", "aria-label": t("Copy with source: {label}", { label }) };
    row.cells[1].append(element("button", { ...look, onclick: () => copy(row) }, t("Copy")));
  }
  // A browser does not read a picture back that came from a disk.
  if (location.protocol !== "file:") {
    const look = { type: "button", class: "kb-chart__copy", onclick: save };
    more.append(", ", element("button", look, t("as a picture (PNG)")));
  }
  more.append(" ", said);
  drawing.after(more);
})();
