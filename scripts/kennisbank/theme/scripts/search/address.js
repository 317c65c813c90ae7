// The address of the search page becomes what is asked, and the other way round: the words, the
// order, and the values chosen of each facet.

(function (search) {
  "use strict";

  const TEXT = "q";
  const SORT = "volgorde";

  search.fromAddress = () => {
    const given = new URLSearchParams(location.search);
    const chosen = {};
    for (const [name, value] of given) {
      if (name !== TEXT && name !== SORT) (chosen[name] ??= []).push(value);
    }
    return { text: given.get(TEXT) ?? "", sort: given.get(SORT) ?? "", chosen };
  };

  search.toAddress = ({ text, sort, chosen }) => {
    const given = new URLSearchParams();
    if (text) given.set(TEXT, text);
    for (const [name, values] of Object.entries(chosen)) values.forEach((value) => given.append(name, value));
    if (sort) given.set(SORT, sort);
    return `${given}` ? `?${given}` : location.pathname;
  };
})(globalThis.kennisbankSearch);
