// What the scripts of a tool give each other, on globalThis.kennisbankTools.

/** What the page says of its tool; what else stands in it is of one sort. */
interface ToolData {
  key: string;
  sort: string;
  /** Whether one fills it in without others. */
  alone: boolean;
  title: string;
  question: string;
  [name: string]: any;
}

interface PlaneData extends ToolData {
  across: [low: string, high: string];
  up: [low: string, high: string];
  areas: { name: string; about: string; offers: number[] }[];
  moments: { name: string; ask: string }[];
}

interface SorterCardData {
  name: string;
  private: boolean;
  offers: number[];
}

interface SorterData extends ToolData {
  lanes: { name: string; side: "helps" | "neither" | "hinders" }[];
  groups: { name: string; cards: SorterCardData[] }[];
}

interface ScanSubject {
  title: string;
  href: string;
  questions: string[];
  offers: number[];
}

interface ScanData extends ToolData {
  answers: string[];
  subjects: ScanSubject[];
  statements: { text: string; subject: number; figure: string; offers: number[] }[];
}

interface CardsData extends ToolData {
  cards: { text: string; from: string; href: string; offers: number[] }[];
  columns: string[];
}

/** Hours, euros, whose number counts, when, and whether the euros hold the hours. */
type PriceLine = [hours: number, money: number, per: string, when: string, included: number];

interface CalculatorData extends ToolData {
  entries: { title: string; href: string; research: string; lines: PriceLine[] }[];
  people: number;
  hourly: number;
  per_hour: string;
  // How an amount is written, with {amount} in its place.
  money: string;
}

interface PlanData extends ToolData {
  columns: { name: string; help: string }[];
  rows: string[];
}

/** What one person filled in; each sort of tool has a form of its own. */
type Answers = any;

interface Person {
  name: string;
  done: boolean;
  answers: Answers;
}

/** One step, by one person, before one day. */
interface Step {
  what: string;
  who: string;
  day: string;
}

interface ToolState {
  people: Person[];
  at: number;
  shown: boolean;
  step: Step;
}

/** What a sort of tool can do; `Data` is what the page says of it. */
interface Sort {
  /** Nothing filled in yet. */
  empty(): Answers;
  /** What anyone may have written becomes answers: known names only, each value of its type. */
  clean(value: unknown): Answers;
  /** What goes into a file that others open. */
  shared?(answers: Answers): Answers;
  /** Whether something was filled in. */
  begun(answers: Answers): boolean;
  /** Draws what one person fills in. */
  fill(person: Person, changed: () => void): Node[];
  /** Says what all people filled in. */
  result(people: Person[]): Node[];
  /** Draws it, for a file. */
  picture?(people: Person[]): SVGElement;
}

/** What was filled in, with what one takes along of it. */
interface Desk {
  state: ToolState;
  keep(): void;
  replace(to: ToolState, text: string): void;
  draw(): void;
  node: HTMLElement;
}

interface ToolScripts {
  // state.js
  tooLarge(): string;
  data: any;
  root: HTMLElement;
  line(value: unknown, most?: number): string;
  number(value: unknown, least: number, most: number): number | null;
  list(value: unknown, most: number): unknown[];
  plain(value: unknown): { [name: string]: unknown };
  /** Pairs of a known name and something, each name once. */
  pairs(value: unknown, known: string[]): [name: string, value: unknown[]][];
  fresh(): ToolState;
  /** The state that a text holds, or a sentence that says why there is none. */
  read(text: string): ToolState | string;
  text(state: ToolState, shared: boolean): string;
  load(): ToolState;
  keep(state: ToolState): boolean;
  /** People of a file beside those who are there; who is there twice is there once. */
  merge(state: ToolState, other: ToolState): ToolState;

  // pieces.js
  button(label: string, act: () => unknown, more?: Attributes): HTMLButtonElement;
  section(title: string, ...children: Children[]): HTMLElement;
  note(...children: Children[]): HTMLElement;
  names(people: Person[]): string;
  listed(words: string[]): string;
  offers(numbers: number[]): HTMLElement | null;
  table(caption: string, head: string[], rows: Children[][]): HTMLElement;
  say(text: string): void;
  status: HTMLElement;
  print(node: HTMLElement, paper: string): void;
  step(step: Step, changed: () => void): HTMLElement;
  fileName(ending: string): string;

  // desk.js
  desk(show: () => void, ready: () => Person[]): Desk;

  // picture.js
  svg(name: string, attributes?: Attributes, ...children: Children[]): SVGElement;
  savePicture(drawing: SVGElement): void;
  savePixels(drawing: SVGElement): Promise<void>;

  // session.js
  session(): HTMLElement;

  // one file for each sort
  sort: Sort;
}

declare var kennisbankTools: ToolScripts;
