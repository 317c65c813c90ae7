// The address of the search page becomes what is asked, and the other way round: the words, the
// order, and the values chosen of each facet.

((search) => {
  "use strict";

  const TEXT = "q";
  const SORT = pgettext("address", "order");
  // More values than all facets together have, and longer ones than any of them.
  const MOST_VALUES = 100;
  const LONGEST_VALUE = 100;

  // Each value once. A name may be anything, so the object has no names of its own.
  /** @type {(given: URLSearchParams) => Chosen} */
  function chosenIn(given) {
    const chosen = Object.create(null);
    const pairs = [...given].filter(([name, value]) => name.length + value.length <= LONGEST_VALUE);
    for (const [name, value] of pairs.slice(0, MOST_VALUES)) {
      // A form sends an empty value where nothing was chosen.
      if (name === TEXT || name === SORT || !value) continue;
      chosen[name] ??= [];
      if (!chosen[name].includes(value)) chosen[name].push(value);
    }
    return chosen;
  }

  search.fromAddress = () => {
    const given = new URLSearchParams(location.search);
    return { text: search.cutText(given.get(TEXT) ?? ""), sort: given.get(SORT) ?? "", chosen: chosenIn(given) };
  };

  search.toAddress = ({ text, sort, chosen }) => {
    const given = new URLSearchParams();
    if (text) given.set(TEXT, text);
    for (const [name, values] of Object.entries(chosen)) {
      for (const value of values) given.append(name, value);
    }
    if (sort) given.set(SORT, sort);
    return `${given}` ? `?${given}` : location.pathname;
  };
})(globalThis.kennisbankSearch);
