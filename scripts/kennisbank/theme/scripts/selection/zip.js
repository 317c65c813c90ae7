// Texts by name become a ZIP archive. The browser compresses and counts: a gzip stream holds the
// same bytes and the same checksum as an entry of a ZIP, with another head and foot around them.

((selection) => {
  "use strict";

  const GZIP_HEAD = 10;
  const GZIP_FOOT = 8;
  const VERSION = 20;
  const UTF8 = 0x0800;
  const DEFLATE = 8;
  // 1 January 1980, the first day that a ZIP knows: the same selection gives the same bytes.
  const DAY = 0x21;

  /** @type {(bytes: Uint8Array<ArrayBuffer>) => Promise<{ body: Uint8Array<ArrayBuffer>, checksum: number }>} */
  async function compressed(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
    const whole = new Uint8Array(await new Response(stream).arrayBuffer());
    const checksum = new DataView(whole.buffer).getUint32(whole.length - GZIP_FOOT, true);
    return { body: whole.slice(GZIP_HEAD, whole.length - GZIP_FOOT), checksum };
  }

  // Pairs of a number and its size in bytes, the lowest byte first.
  /** @type {(...pairs: number[][]) => Uint8Array<ArrayBuffer>} */
  function packed(...pairs) {
    /** @type {(pair: number[]) => number[]} */
    const bytes = ([number, size]) => Array.from({ length: size }, (_, at) => (number >>> (8 * at)) & 255);
    return Uint8Array.from(pairs.flatMap(bytes));
  }

  /** @type {(pieces: Uint8Array[]) => number} */
  const size = (pieces) => pieces.reduce((sum, one) => sum + one.length, 0);

  selection.zip = async (texts) => {
    /** @type {Uint8Array<ArrayBuffer>[]} */
    const files = [];
    /** @type {Uint8Array<ArrayBuffer>[]} */
    const directory = [];
    for (const [name, text] of Object.entries(texts)) {
      const [path, content] = [name, text].map((one) => new TextEncoder().encode(one));
      const { body, checksum } = await compressed(content);
      const sizes = [
        [body.length, 4],
        [content.length, 4],
        [path.length, 2],
        [0, 2],
      ];
      const facts = [[VERSION, 2], [UTF8, 2], [DEFLATE, 2], [0, 2], [DAY, 2], [checksum, 4], ...sizes];
      const place = [
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [size(files), 4],
      ];
      directory.push(packed([0x02014b50, 4], [VERSION, 2], ...facts, ...place), path);
      files.push(packed([0x04034b50, 4], ...facts), path, body);
    }
    const count = directory.length / 2;
    const counts = [
      [count, 2],
      [count, 2],
      [size(directory), 4],
      [size(files), 4],
    ];
    return [...files, ...directory, packed([0x06054b50, 4], [0, 4], ...counts, [0, 2])];
  };
})(globalThis.kennisbankSelection);
