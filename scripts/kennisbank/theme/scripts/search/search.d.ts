// What the scripts of the search give each other, on globalThis.kennisbankSearch.
//
// A record of the index is known by its place: its number among all records.

/** A kind of page, with how many records it has. */
type SearchKind = [name: string, one: string, many: string, count: number, hasFigures?: unknown];
type Card = [address: string, title: string, summary: string, facts?: string[], aliases?: string[]];

interface LanguageData {
  steps: [pattern: string, to: string][][];
  /** What sounds alike becomes one spelling. */
  sounds: [pattern: string, to: string][];
  shortest: number;
  joints: string[];
  /** First parts of verbs, which may stand behind them. */
  particles: string[];
  /** Words with which people ask for a figure. */
  figures: string[];
  /** Words with which people ask what something costs or how long it takes. */
  efforts: string[];
  /** Words that say nothing, with a blank between. */
  stop: string;
  /** Words that tell little beside the word of a subject, with a blank between. */
  light: string;
}

interface LayerData {
  /** Each as what it shares with the one before, and the rest (coding.js). */
  words?: string;
  weights?: string;
  /** The number of the first word of each part, of a layer that comes in parts. */
  starts?: number[];
}

interface Core extends LayerData {
  version: string;
  /** Under which name the library answers elsewhere, and where its search page is. */
  site: { name: string; search: string };
  rules: LanguageData;
  kinds: SearchKind[];
  /** How many records a part of the cards holds, and a part of the texts. */
  cards: number;
  facets: [name: string, title: string, options: [value: string, label: string, places: string][]][];
  /** The name of the facet of which the first option is the least effort; empty without one. */
  ranks: string;
  reviewed: [days: string[], coded: string];
}

interface LanguageRules {
  stem(word: string): string;
  /** Find the stems of many words, a few at a time. */
  learn(words: string[]): Promise<void>;
  sound(word: string): string;
  joints: string[];
  particles: Set<string>;
  stop: Set<string>;
  light: Set<string>;
}

/** How well each word fits, by its number in a layer. */
type Fits = Map<number, number>;

interface Layer {
  words: string[];
  near(word: string, how?: { unfinished?: boolean; exact?: boolean; known?: boolean }): Fits;
  /** Words of which this one may be a misspelling, each with how well. */
  misspelt(word: string): [word: string, good: number][];
  need(found: Iterable<number>): Promise<void>;
  weightsOf(number: number): number[];
  has(stem: string): boolean;
  isWord(text: string): boolean;
}

/** One or more words of which any will do; small when they say nothing, light when they say little. */
interface Term {
  words: string[];
  small: boolean;
  light?: boolean;
  /** The places in the question of the words that it stands for. */
  of: number[];
  /** How well it stands for them; the asked words themselves count as one. */
  good?: number;
  /** How much of the word it says, where it is a known piece of one that is not. */
  piece?: number;
  /** It stands for words that mean the same, and needs no more of those. */
  isMeant?: boolean;
  /** Other words that mean the same; the first of a group is the word of the library. */
  alike?: { word: string; good: number; isFirst: boolean }[];
}

/** A way to read a question. */
interface Way {
  terms: Term[];
  /** How many words of the question a phrase in it stands for. */
  covers?: number;
  /** The word of the question that it splits. */
  splits?: string;
}

/** A way with the words that fit each of its terms, for each layer. */
interface FoundWay {
  found: Fits[][];
  terms: Term[];
}

/** Records, the best first; good is how much of the question each holds. */
type Ranked = [place: number, fit: number, good: number][];
/** Whether a word is one of the question, or loosely, one that means the same. */
type IsMeant = (word: string, loosely?: boolean) => boolean;

/** What must be said of an answer. */
interface Verdict {
  nothing: boolean;
  noFigure?: boolean;
  /** Words that stand on no page. */
  lost: string[];
  /** Misspelt words, each with the word that it was read as. */
  read: [word: string, as: string][];
}

interface Engine {
  core: Core;
  rules: LanguageRules;
  count: number;
  layers: Layer[];
  answer(text: string): Promise<{ ranked: Ranked; isMeant: IsMeant }>;
  /** Load what comes after the first answer: the texts, and the words that mean the same. */
  loadBody(): Promise<void>;
  isWhole(): boolean;
  cards(places: number[]): Promise<Map<number, Card>>;
  /** The rest of the text of a record. */
  passages(place: number): Promise<string[]>;
  kindOf(place: number): number;
  nearWords(text: string): string[];
  judge(text: string, ranked: Ranked): Verdict;
}

/** The values that are chosen of each facet. */
type Chosen = { [facet: string]: string[] };
type Asked = { text: string; sort: string; chosen: Chosen };

interface CountedFacet {
  name: string;
  title: string;
  options: { value: string; label: string; count: number; checked: boolean }[];
}

interface Facets {
  counted(places: number[], chosen: Chosen): CountedFacet[];
  sorted(places: number[], order: string): number[];
  everything: number[];
  filter(places: number[], chosen: Chosen): number[];
}

interface Group {
  kind: SearchKind;
  places: number[];
  /** So many of it are shown before anybody asks for more. */
  first: number;
}

interface ShownGroup extends Group {
  cards: Map<number, Card>;
  isMeant?: IsMeant;
  open: boolean;
  showAll(name: string): void;
}

interface BestAnswers {
  places: number[];
  cards: Map<number, Card>;
  isMeant?: IsMeant;
  kindOf(place: number): number;
  kinds: SearchKind[];
  label: string;
  id?: string;
  root?: string;
}

interface NothingFound {
  text: string;
  near: string[];
  filtered: boolean;
  /** How many results there are without filters. */
  withoutFilters: number;
  clear(): void;
  ask(text: string): void;
  lists?: string;
  index?: string;
  /** Where to ask for what is missing. */
  asking?: string;
}

/** What loads the parts of the index of one library. */
interface Parts {
  load(name: string): Promise<any>;
  loadCore(): Promise<Core>;
}

interface SearchScripts {
  // parts.js
  sorts: { title: string; research: string; effort: string; reviewed: string };
  kinds: string;
  receive: Loader["receive"];
  /** The address of this site, with which those of its pages begin. */
  root: string;
  library(root: string): Parts;
  /** Let the browser draw and listen, where the scripts have worked on for a while. */
  breathe(): Promise<void>;

  // words.js
  fold(text: string): string;
  split(text: string): string[];
  cutText(text: string): string;
  asked(text: string): { words: string[]; isCut: boolean; longest: number };
  rules(rules: LanguageData): LanguageRules;

  // coding.js
  numbers(text: string): number[];
  words(text: string): string[];
  places(text: string): number[];
  weights(text: string): number[];

  // distance.js
  letters(word: string): number;
  differing(one: number, other: number): number;
  distance(one: string, other: string, limit: number): number;
  lookingLike(word: string, words: string[]): string[];

  // layer.js
  layer(name: string, data: LayerData, rules: LanguageRules, load: Parts["load"]): Layer;

  // question.js
  reader(
    rules: LanguageRules,
    synonyms: string[][],
    knows: (stem: string) => boolean,
    isMisspelt?: (word: string) => boolean,
  ): (text: string) => Way[];

  // ranking.js
  ranker(layers: Layer[], count: number): (ways: FoundWay[]) => Ranked;

  // honesty.js
  honesty(known: {
    core: Core;
    rules: LanguageRules;
    layers: Layer[];
    /** Whether a stem is in a word that means the same as another. */
    isAlike(stem: string): boolean;
    read: (text: string) => Way[];
    knows: (stem: string) => boolean;
    kindOf: (place: number) => number;
  }): Pick<Engine, "judge" | "nearWords">;

  // engine.js
  engine(root?: string): Promise<Engine>;

  // others.js
  others(addresses: string[]): (text: string) => Promise<HTMLElement[]>;

  // facets.js
  facets(core: Core, count: number): Facets;

  // marking.js
  isMarked(text: string, isMeant: IsMeant): boolean;
  marked(text: string, isMeant?: IsMeant): Child[];
  /** Which words are marked: those that were asked, and where none stands, those that mean the same. */
  meaning(texts: string[], isMeant: IsMeant): IsMeant;
  /** Put the sentence that was found where a result is there by its text only. */
  quote(drawn: HTMLElement[], engine: Engine, isMeant?: IsMeant): Promise<void>;

  // results.js
  addressOf(address: string, root?: string): string;
  more(label: string, act: () => unknown): HTMLButtonElement;
  group(shown: ShownGroup): HTMLElement;
  best(shown: BestAnswers): HTMLElement;
  arranged(places: number[], engine: Engine, byAnswer: boolean): { best: number[]; groups: Group[] };
  shownOf(group: Pick<Group, "places" | "first">, open: boolean): number[];
  shortened(text: string): string;
  cutNotice(text: string): string;
  notices(verdict: Verdict): string;
  filterBox(
    facet: CountedFacet,
    isUnfolded: boolean,
    choose: (name: string, value: string, on: boolean) => void,
  ): HTMLElement;
  nothing(found: NothingFound): HTMLElement;

  // address.js
  fromAddress(): Asked;
  toAddress(asked: Asked): string;
}

declare var kennisbankSearch: SearchScripts;
