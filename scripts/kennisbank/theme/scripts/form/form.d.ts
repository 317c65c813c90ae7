// What the scripts of the form give each other, on globalThis.kennisbankForm.

/** Where a value stands: names of fields, and numbers in lists. */
type Path = (string | number)[];
/** A value as it is in the file: what it can be follows from its field, which no type can say. */
type Value = any;
type Values = { [name: string]: Value };
/** What stands in a control: texts, lists and groups as they are typed. */
type State = any;
type Choice = [value: string, label: string];

interface Demand {
  measure: "pattern" | "characters" | "words" | "day";
  pattern?: string;
  limit: number;
  message: string;
  code: string;
}

interface Field {
  name: string;
  title: string;
  help: string;
  /** The type of the field, such as "prose", "source" or "day". */
  form: string;
  example?: unknown;
  required?: boolean;
  many?: boolean;
  unknown?: boolean;
  /** The kind of the entries that are named in it. */
  refersTo?: string;
  /** A text that may stand in the place of a source. */
  instead?: string;
  ordered?: boolean;
  cited?: boolean;
  /** Prose in it may hold headings, or pictures. */
  headings?: boolean;
  images?: boolean;
  fact?: boolean;
  /** So large that it is folded away, and a preview leaves it out. */
  deep?: boolean;
  /** Of these fields in it, a file has one. */
  sorts?: string[];
  /** Entries of every kind have it. */
  every?: boolean;
  /** Folded away. */
  rare?: boolean;
  choices?: Choice[];
  demands?: Demand[];
  /** Those of a group. */
  fields?: Field[];
}

interface Kind {
  kind: string;
  folder: string;
  label: string;
  /** The first line of each file of the kind. */
  schema: string;
  fields: Field[];
}

interface Rules {
  patterns: { [name: string]: string };
  // What stands before the number of one page, and of more.
  pages: [one: string, more: string];
  words: { [name: string]: string };
  remedies: { [code: string]: string };
  /** The codes of problems that do not keep a text from being sent. */
  warnings: string[];
  id: { pattern: string; shortest: number; longest: number };
  alike: number;
  unknown: string;
  speltUnknown: Demand;
  marker: string;
  width: number;
  kinds: [kind: string, label: string, folder: string][];
}

interface ChoiceData {
  entries: [kind: string, id: string, title: string, ...aliases: string[]][];
  sources: [key: string, narrative: string, parenthetical: string, year: string, title: string][];
  old: [kind: string, old: string, id: string][];
  /** In how many files they come: this one, and choices-2 and on. */
  files: number;
}

interface KnownEntry {
  kind: string;
  id: string;
  title: string;
  aliases: string[];
}

interface KnownSource {
  key: string;
  narrative: string;
  parenthetical: string;
  year: string;
  title: string;
  /** Its place in the list of all sources. */
  order: number;
}

interface Option {
  value: string;
  shown: string;
  below: string;
  /** All that it is found by. */
  found: string;
  /** What stands in a text to name it. */
  mention: string;
}

interface CitedWork {
  key: string;
  locator: string;
  before: string;
  /** Without the names of its authors. */
  bare: boolean;
}

interface Citation {
  works: CitedWork[];
  narrative: boolean;
}

interface EntryLink {
  kind: string;
  id: string;
  label: string;
}

interface Mentions {
  citations: (Citation & { at: number })[];
  links: (EntryLink & { at: number })[];
}

interface Problem {
  path: Path;
  code: string;
  message: string;
  hint: string;
  /** Where in the text of the field. */
  at?: number;
}

/** A run of * or _ that may begin or end emphasis; `left` of its signs are not used yet. */
interface Delimiter {
  sign: string;
  left: number;
  length: number;
  opens: boolean;
  closes: boolean;
}

type Piece = Delimiter | Node | string;
type FoundText = [field: Field, text: string, path: Path];
/** The kind and id of the entry that is written. */
type Own = { kind: string; id: string };
type Existing = { values: Values; remarks: boolean };

interface Control {
  node: HTMLElement;
  state(): State;
}

interface GroupControl extends Control {
  controls: [Field, Control][];
}

interface ComboboxControl {
  input: HTMLInputElement;
  node: HTMLElement;
}

interface Draft {
  read(): { id: string; state: State; along?: unknown } | null;
  /** False where the browser keeps nothing. */
  write(kept: { id: string; state: State; along?: unknown }): boolean;
  remove(): void;
}

/** The elements of the page whose id begins with "kb-form-". */
interface FormParts {
  "add-source": HTMLButtonElement;
  "add-term": HTMLButtonElement;
  along: HTMLElement;
  "along-box": HTMLElement;
  "along-list": HTMLElement;
  again: HTMLButtonElement;
  ask: HTMLDialogElement;
  content: HTMLElement;
  copy: HTMLButtonElement;
  download: HTMLButtonElement;
  draft: HTMLElement;
  end: HTMLElement;
  github: HTMLElement;
  lost: HTMLElement;
  mail: HTMLElement;
  "mail-link": HTMLAnchorElement;
  message: HTMLTextAreaElement;
  open: HTMLAnchorElement;
  page: HTMLElement;
  path: HTMLElement;
  preview: HTMLElement;
  rare: HTMLElement;
  ready: HTMLElement;
  remarks: HTMLElement;
  take: HTMLElement;
  said: HTMLElement;
  shown: HTMLElement;
  start: HTMLElement;
  stay: HTMLButtonElement;
  "steps-copied": HTMLElement;
  "steps-edit": HTMLElement;
  "steps-filled": HTMLElement;
  summary: HTMLElement;
  "summary-title": HTMLElement;
  text: HTMLTextAreaElement;
  wipe: HTMLButtonElement;
}

interface AlongControl {
  state(): unknown;
  restore(kept: unknown): void;
  bundle(path: string, text: string, today: string): string;
}

interface FormScripts extends Loader {
  // load.js
  rules: Rules;
  choices: ChoiceData;
  /** Load what all forms share; false when it is not there. */
  prepare(): Promise<boolean>;

  // buttons.js
  element: ElementMaker;
  part<Name extends keyof FormParts>(name: Name): FormParts[Name];
  button(label: string, act: () => unknown, name?: string, more?: Attributes): HTMLButtonElement;
  required(field: Field): Child[];
  errorPlace(id: string): HTMLElement;
  fieldset(field: Field, id: string, look: string, ...controls: Children[]): HTMLElement;

  // demands.js
  pattern(source: string, flags?: string): RegExp;
  fill(template: string, values: { [name: string]: any }): string;
  words(text: string): number;
  characters(text: string): number;
  fault(text: string, demands?: Demand[]): { code: string; message: string } | null;

  // suggestions.js
  likeness(candidate: string, word: string): number;
  /** Answer, comparing no more words than one look at the form may cost. */
  suggestingAtMost<Answer>(act: () => Answer): Answer;
  nearest(word: string, known: string[]): string | null;
  question(word: string | null | undefined): string;
  didYouMean(word: string, known: string[]): string;

  // mentions.js
  citationOf(groups: { [name: string]: string }): Citation;
  linkOf(groups: { [name: string]: string }): EntryLink;
  mentions(text: string): Mentions;

  // choices.js
  entry(kind: string | undefined, id: string): KnownEntry | undefined;
  entriesOf(kind: string): KnownEntry[];
  namesOf(kind: string): Map<string, string>;
  idOfName(kind: string, name: string): string;
  slug(text: string): string;
  source(key: string): KnownSource | undefined;
  addKnownSource(key: string, name: string): void;
  addKnownEntry(kind: string, id: string, title: string): void;
  sourceKeys(): string[];
  isSource(field: Field, value: Value): boolean;
  options(kind: string, instead?: string): Option[];
  search(options: Option[], text: string, most: number): Option[];

  // faults.js
  fieldName(field: Field, path: Path): string;
  faults(kind: Kind, values: Values): Problem[];
  texts(fields: Field[], values: Values, path?: Path): Generator<FoundText>;

  // checks.js
  idProblems(kind: Kind, id: string, isNew: boolean): Problem[];
  problems(kind: Kind, values: Values, own: Own): Problem[];
  isWarning(problem: Problem): boolean;

  // writing.js
  text(kind: Kind, values: Values): string;

  // emphasis.js
  delimiter(run: string, before: string | undefined, after: string | undefined): Delimiter;
  emphasised(given: Piece[]): (Node | string)[];

  // markdown.js
  line(text: string, linked?: boolean): (Node | string)[];
  /** What else than plain prose may stand in the text. */
  blocks(text: string, more?: Pick<Field, "headings" | "images">): HTMLElement[];

  // preview.js
  preview(kind: Kind, values: Values): Node[];

  // values.js
  clean(text: string): string;
  values(fields: Field[], state: State): Values;

  // combobox.js
  combobox(
    attributes: Attributes,
    label: string,
    options: () => Option[],
    choose: (option: Option) => void,
  ): ComboboxControl;

  // insert.js
  inserter(area: HTMLTextAreaElement, name: string): HTMLElement;

  // inputs.js
  idOf(path: Path): string;
  /** The ids of fields begin with it. */
  FIELD: string;
  help(field: Field, id: string): HTMLElement;
  unknownMark(
    field: Field,
    id: string,
    on: boolean,
    name: string,
    act: (on: boolean) => unknown,
  ): [HTMLInputElement, HTMLElement] | [null, null];
  input(field: Field, path: Path, state: State, label?: string, helped?: boolean): Control;

  // rows.js
  rows(field: Field, path: Path, state: State): Control;

  // controls.js
  control(field: Field, path: Path, state: State): Control;
  group(fields: Field[], path: Path, state: State, name: string): GroupControl;

  // drafts.js
  fitting(fields: Field[], state: State): State;
  draft(kind: Kind, id: string): Draft;

  // bundle.js
  bundle(given: {
    message: string;
    files: [path: string, text: string][];
    sources: string[];
    corrections?: [path: string, old: string, better: string][];
  }): string;
  bibtex(key: string, given: { [name: string]: string | undefined }): string;
  newKey(given: { [name: string]: string | undefined }): string;
  doiIn(text: string): string;
  keysIn(text: string): string[];
  addressKey(key: string): string;
  withKey(text: string, key: string, other: string): string;
  risWorks(text: string): { text: string; title: string; author: string; year: string; doi: string }[];
  risWithKey(text: string, key: string): string;

  // along.js
  along(changed: () => void): AlongControl;

  // sending.js
  destination(base: string, field: string, text: string): { address: string; carries: boolean };
  letter(mail: string, subject: string, text: string): { address: string; carries: boolean };
  showBundle(page: HTMLElement, title: string, text: string, path: string): void;
  showText(page: HTMLElement, kind: Kind, own: Own, text: string, existing: Existing | null): void;

  // summary.js
  showProblems(root: HTMLElement, problems: Problem[], isShown: (path: Path) => boolean): void;
  showSummary(problems: Problem[]): number;
}

declare var kennisbankForm: FormScripts;
