// What the scripts of the selection give each other, on globalThis.kennisbankSelection.

/** A text, or a look and a text: "b" is bold, "i" is slanted. */
type Run = string | [look: string, text: string];
/** A paragraph, item or heading; of a list item the number, where it is known. */
type TextBlock = [kind: "p" | "ul" | "ol" | "h2" | "h3" | "h4", runs: Run[], number?: number];
type TableBlock = [kind: "table", rows: Run[][][], number?: undefined];
type Block = TextBlock | TableBlock;

interface Handout {
  title: string;
  kind: string;
  address: string;
  summary: Run[];
  blocks: Block[];
  evidence: Block[];
  cited: string[];
  sources: [key: string, order: number, runs: Run[]][];
}

/** What a reader puts on the sheets, and whether what research found comes behind them. */
interface Sheet {
  title: string;
  organisation: string;
  day: string;
  evidence: boolean;
}

/** What the site keeps of an entry: its page, and the works in the list at its foot. */
interface EntryPage {
  title: string;
  kind: string;
  address: string;
  html: string;
  works: [key: string, order: number, reference: string][];
}

/** The parts of an empty Word document by name, and the list that its numbers come from. */
interface EmptyDocument {
  parts: { [name: string]: string };
  numbers: number;
}

/** The elements of the page whose id begins with "kb-". */
interface SelectionParts {
  add: HTMLButtonElement;
  address: HTMLInputElement;
  adopt: HTMLButtonElement;
  clear: HTMLButtonElement;
  copy: HTMLButtonElement;
  day: HTMLInputElement;
  empty: HTMLElement;
  evidence: HTMLInputElement;
  filled: HTMLElement;
  handout: HTMLElement;
  list: HTMLElement;
  markdown: HTMLButtonElement;
  organisation: HTMLInputElement;
  print: HTMLButtonElement;
  said: HTMLElement;
  selection: HTMLElement;
  shared: HTMLElement;
  sheet: HTMLFormElement;
  take: HTMLElement;
  title: HTMLInputElement;
  undo: HTMLButtonElement;
  word: HTMLButtonElement;
}

interface SelectionScripts {
  // store.js
  keysIn(values: unknown): string[];
  read(): string[];
  /** False where the browser keeps nothing. */
  write(keys: string[]): boolean;

  // load.js
  receive: Loader["receive"];
  load(name: string): Promise<any>;
  sources(handouts: Handout[]): Run[][];
  run(run: Run): { look: string; text: string };

  // blocks.js
  handoutOf(page: EntryPage): Handout;

  // handout.js
  handout(handouts: Handout[], site: URL, sheet: Sheet): Node[];

  // markdown.js
  markdown(title: string, handouts: Handout[], site: URL): string;

  // zip.js
  zip(texts: { [name: string]: string }): Promise<Uint8Array<ArrayBuffer>[]>;

  // word.js
  word(title: string, handouts: Handout[], site: URL, empty: EmptyDocument): Promise<Uint8Array<ArrayBuffer>[]>;
}

declare var kennisbankSelection: SelectionScripts;
