// What scripts share. Each is a classic script, so what one gives another hangs on globalThis
// (decision 23); here stands what that is, and the compiler holds the scripts to it.

type Child = Node | string | null | undefined;
type Children = Child | Child[];
// A listener is named after its event, such as onclick.
type Attributes = { [name: string]: string | number | boolean | undefined | ((event: any) => unknown) };

interface ElementMaker {
  <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    attributes?: Attributes,
    ...children: Children[]
  ): HTMLElementTagNameMap[Name];
  (name: string, attributes?: Attributes, ...children: Children[]): HTMLElement;
}

/** Makes an element; text never becomes HTML. */
declare var kennisbankElement: ElementMaker;

interface Loader {
  /** Each data file calls this with its data. */
  receive(name: string, data: unknown): void;
  /** The data, or null when there is no such file. What it holds is known to who asks. */
  load(name: string, file?: string): Promise<any>;
}

/** Gives what loads the data files below an address. */
declare var kennisbankLoader: (base: URL) => Loader;

/** Shows what fits the choices in a form, and keeps them in the address (choices.js). */
declare var kennisbankAsk: (form: HTMLFormElement, show: (chosen: [name: string, value: string][]) => void) => void;

/** Takes what the files of the comparison hold (comparison.js). */
declare var kennisbankChoices: { receive: Loader["receive"] };
declare var kennisbankCompared: { receive: Loader["receive"] };

/** Hands the reader a file to keep. */
declare var kennisbankSave: (pieces: BlobPart[], name: string, type: string) => void;

// messages.js

type MessageValues = { [name: string]: string | number };

/** Says a message, with values in the places of their names. The message is one literal in double quotes. */
declare var t: (message: string, values?: MessageValues) => string;

/** Says a message for a number; `{n}` in it is the number, as people write it. */
declare var tn: (one: string | string[], many: string, n: number, values?: MessageValues) => string;

/** Says a message of which the English has two translations. */
declare var pgettext: (context: string, message: string) => string;

/** Puts nodes or texts in the places of a message that was said without values. */
declare var kennisbankFilled: (message: string, nodes: { [name: string]: Child | Child[] }) => Child[];

/** Writes words in a row, with the word for "and" before the last. */
declare var kennisbankList: (words: string[]) => string;

/** Writes a number as people do in the language of the page. */
declare var kennisbankNumber: (number: number, options?: Intl.NumberFormatOptions) => string;

/** Writes a day like 2026-12-31 in words. */
declare var kennisbankDay: (text: string) => string;
