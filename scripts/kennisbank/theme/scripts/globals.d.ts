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

/** Hands the reader a file to keep. */
declare var kennisbankSave: (pieces: BlobPart[], name: string, type: string) => void;
