// The facets of the index become filters: what is chosen, which records pass, and the counts.

((search) => {
  "use strict";

  /** @typedef {{ value: string, label: string, places: Set<number> }} FacetOption */
  /** @typedef {{ name: string, title: string, options: FacetOption[] }} Facet */
  /** @typedef {{ name: string, places: Set<number> }} Narrowed */

  search.facets = (core, count) => {
    const facets = [kindFacet(), ...core.facets.map(readFacet)];

    /** @type {() => Facet} */
    function kindFacet() {
      let start = 0;
      const options = core.kinds.map(([value, , label, size]) => {
        const places = new Set(Array.from({ length: size }, (_, at) => start + at));
        start += size;
        return { value, label, places };
      });
      return { name: search.kinds, title: t("Kind"), options: options.filter((one) => one.places.size) };
    }

    /** @type {(facet: Core["facets"][number]) => Facet} */
    function readFacet([name, title, options]) {
      /** @type {(option: [value: string, label: string, places: string]) => FacetOption} */
      const read = ([value, label, places]) => ({ value, label, places: new Set(search.places(places)) });
      return { name, title, options: options.map(read) };
    }

    // For each facet of which something is chosen, the places that it leaves.
    /** @type {(chosen: Chosen) => Narrowed[]} */
    function narrowing(chosen) {
      const used = facets.filter(({ name }) => chosen[name]?.length);
      return used.map(({ name, options }) => {
        const values = new Set(chosen[name]);
        const places = options.filter(({ value }) => values.has(value)).flatMap((one) => [...one.places]);
        return { name, places: new Set(places) };
      });
    }

    /** @type {(places: number[], narrowed: Narrowed[]) => number[]} */
    const left = (places, narrowed) => places.filter((place) => narrowed.every((facet) => facet.places.has(place)));
    /** @type {(places: number[], chosen: Chosen) => number[]} */
    const filter = (places, chosen) => left(places, narrowing(chosen));

    // Every option with how many of the records it would leave, the other facets being as chosen.
    /** @type {Facets["counted"]} */
    function counted(places, chosen) {
      const narrowed = narrowing(chosen);
      return facets.map((facet) => {
        const others = left(
          places,
          narrowed.filter(({ name }) => name !== facet.name),
        );
        const options = facet.options.map(({ value, label, places: own }) => ({
          value,
          label,
          count: others.filter((place) => own.has(place)).length,
          checked: (chosen[facet.name] ?? []).includes(value),
        }));
        return { ...facet, options: options.filter((one) => one.count || one.checked) };
      });
    }

    const [days, coded] = core.reviewed;
    const reviewed = search.numbers(coded);
    /** @type {(facet?: Facet) => (place: number) => number} */
    const rankOf = (facet) => {
      const ranks = new Map();
      for (const [rank, { places }] of (facet?.options ?? []).entries()) {
        for (const place of places) ranks.set(place, rank);
      }
      return (place) => ranks.get(place) ?? Infinity;
    };
    /** @type {(name: string) => (place: number) => number} */
    const byOption = (name) => rankOf(facets.find((one) => one.name === name));
    const never = days.length - (days[days.length - 1] === "" ? 1 : 0);

    // What records sort on besides the best answer; they are numbered by kind and title.
    /** @type {{ [order: string]: (place: number) => number }} */
    const orders = {
      [search.sorts.title]: () => 0,
      [search.sorts.effort]: byOption(core.ranks),
      [search.sorts.research]: byOption(search.sorts.research),
      [search.sorts.reviewed]: (place) => (reviewed[place] < never ? reviewed[place] : Infinity),
    };

    /** @type {Facets["sorted"]} */
    function sorted(places, order) {
      if (!Object.hasOwn(orders, order)) return places;
      const key = orders[order];
      return [...places].sort((one, other) => {
        const [first, second] = [key(one), key(other)];
        return first === second ? one - other : first - second;
      });
    }

    const everything = Array.from({ length: count }, (_, place) => place);
    return { facets, counted, sorted, everything, filter };
  };
})(globalThis.kennisbankSearch);
