// What the question means is marked in the text of a result, and the sentence is shown that holds it.

((search) => {
  "use strict";

  const element = globalThis.kennisbankElement;
  const LONGEST = 150;
  const BEFORE = 50;

  /** @type {(text: string, isMeant: IsMeant) => string[]} */
  const markedIn = (text, isMeant) =>
    (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? []).filter((word) => isMeant(word));

  search.isMarked = (text, isMeant) => markedIn(text, isMeant).length > 0;

  // The words that the question means, marked in a text.
  search.marked = (text, isMeant) => {
    if (!isMeant) return [text];
    return text.split(/([\p{L}\p{N}][\p{L}\p{N}'’]*)/u).map((piece, at) => {
      if (at % 2 === 0 || !isMeant(piece)) return piece;
      return element("mark", {}, piece);
    });
  };

  search.meaning = (texts, isMeant) =>
    texts.some((text) => search.isMarked(text, isMeant)) ? isMeant : (word) => isMeant(word, true);

  // The sentence that holds most of what was asked.
  /** @type {(passages: string[], isMeant: IsMeant) => string} */
  function sentenceOf(passages, isMeant) {
    const segmenter = new Intl.Segmenter(document.documentElement.lang, { granularity: "sentence" });
    const sentences = passages.flatMap((text) => [...segmenter.segment(text)].map(({ segment }) => segment.trim()));
    const counts = sentences.map((text) => new Set(markedIn(text, isMeant).map(search.fold)).size);
    const most = Math.max(0, ...counts);
    return most ? sentences[counts.indexOf(most)] : "";
  }

  // Of a long sentence the part around the first word that was asked.
  /** @type {(sentence: string, isMeant: IsMeant) => string} */
  function cut(sentence, isMeant) {
    if (sentence.length <= LONGEST) return sentence;
    const at = sentence.indexOf(markedIn(sentence, isMeant)[0]);
    const start = at > BEFORE ? sentence.indexOf(" ", at - BEFORE) + 1 : 0;
    const rest = sentence.slice(start);
    const end = rest.length > LONGEST ? rest.lastIndexOf(" ", LONGEST) : rest.length;
    return `${start ? "… " : ""}${rest.slice(0, end)}${end < rest.length ? " …" : ""}`;
  }

  search.quote = async (drawn, engine, asked) => {
    const places = drawn.flatMap((one) => /** @type {HTMLElement[]} */ ([...one.querySelectorAll("[data-place]")]));
    if (!asked || !Intl.Segmenter) return;
    await Promise.all(
      places.map(async (why) => {
        const passages = await engine.passages(Number(why.dataset.place));
        const isMeant = search.meaning(passages, asked);
        const sentence = sentenceOf(passages, isMeant);
        const shown = search.marked(cut(sentence, isMeant), isMeant);
        const told = kennisbankFilled(t("In the text: {sentence}"), { sentence: shown });
        if (sentence) why.replaceWith(element("p", { class: why.className }, told));
      }),
    );
  };
})(globalThis.kennisbankSearch);
