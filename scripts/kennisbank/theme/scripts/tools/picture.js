// Drawings of what people filled in, and the files that they become. Colours stand in the drawing
// itself: a file has no style sheet.

((tools) => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const TIMES = 2;

  tools.svg = (name, attributes = {}, ...children) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    made.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return made;
  };

  /** @type {(drawing: SVGElement) => string} */
  function text(drawing) {
    const copy = /** @type {SVGElement} */ (drawing.cloneNode(true));
    const [, , width, height] = (copy.getAttribute("viewBox") ?? "").split(" ");
    copy.removeAttribute("class");
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    copy.setAttribute("font-family", "sans-serif");
    return new XMLSerializer().serializeToString(copy);
  }

  tools.savePicture = (drawing) => {
    globalThis.kennisbankSave([text(drawing)], tools.fileName("svg"), "image/svg+xml");
    tools.say(t("The drawing is among your downloads."));
  };

  tools.savePixels = async (drawing) => {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text(drawing))}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width * TIMES, image.height * TIMES];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    /** @type {Blob | null} */
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    if (blob) globalThis.kennisbankSave([blob], tools.fileName("png"), "image/png");
    tools.say(t("The picture is among your downloads."));
  };
})(globalThis.kennisbankTools);
