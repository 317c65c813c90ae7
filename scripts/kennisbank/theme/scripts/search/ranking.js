// The ways to read a question become the records that answer it, the best first.

((search) => {
  "use strict";

  // The title, other names and summary say more about a page than a word somewhere in its text.
  const BODY = 0.15;
  const BODY_TOO = 0.08;
  const BODY_GOOD = 0.5;
  const HEAVIEST = 15;
  // A word of this weight stands in the summary only, and covers a question less than a name does.
  const IN_SUMMARY = 3;
  const SUMMARY_GOOD = 0.9;
  // A small word, like "how" or "not", only decides between answers that are as good.
  const SMALL = 0.15;
  // A light word, like "costs" or "works", beside a word that names a subject.
  const LIGHT = 0.45;
  // What a word counts for that no page holds, beside one that a single page does: it was asked, and
  // what answers it is not here.
  const UNKNOWN = 0.7;
  // How much of an answer is how well its words fit, and how much that all of them do.
  const FITTING = 0.4;
  // An answer this much worse than the best is no answer.
  const LEAST = 0.1;

  /** @typedef {{ fit: Float64Array, good: Float64Array, places: number[] }} Scores */

  search.ranker = (layers, count) => {
    // Terms stand in several ways to read a question, and stay while the next one is typed.
    /** @type {WeakMap<Fits[], Scores>} */
    const known = new WeakMap();

    // Scores by place, and the places that have one: faster than a map when many records fit.
    /** @type {() => Scores} */
    const nothing = () => ({ fit: new Float64Array(count), good: new Float64Array(count), places: [] });

    /** @type {(scores: Scores, place: number, fit: number, good: number) => void} */
    function raise(scores, place, fit, good) {
      if (!scores.fit[place]) scores.places.push(place);
      if (fit > scores.fit[place]) scores.fit[place] = fit;
      if (good > scores.good[place]) scores.good[place] = good;
    }

    // How well each record fits some words of one layer: the best of them counts.
    /** @type {(layer: Layer, numbers: Fits) => Scores} */
    function fitsIn(layer, numbers) {
      const best = nothing();
      for (const [number, good] of numbers) {
        const weights = layer.weightsOf(number);
        for (let at = 0; at < weights.length; at += 2) {
          const part = weights[at + 1] > IN_SUMMARY ? 1 : SUMMARY_GOOD;
          raise(best, weights[at], (good * weights[at + 1]) / HEAVIEST, part * good);
        }
      }
      return best;
    }

    /** @type {(found: Fits[]) => Scores} */
    function computed(found) {
      const best = fitsIn(layers[0], found[0]);
      if (!layers[1]) return best;
      const inBody = fitsIn(layers[1], found[1]);
      for (const place of inBody.places) {
        const good = BODY_GOOD * inBody.good[place];
        if (best.fit[place]) {
          best.fit[place] += BODY_TOO * inBody.fit[place];
          best.good[place] = Math.max(best.good[place], good);
        } else raise(best, place, BODY * inBody.fit[place], good);
      }
      return best;
    }

    /** @type {(found: Fits[], compute: (found: Fits[]) => Scores) => Scores} */
    function remembered(found, compute) {
      const scores = known.get(found) ?? compute(found);
      known.set(found, scores);
      return scores;
    }

    // How much a word tells: one that few records have tells most. Records that only have a word
    // like it do not make it a common one.
    /** @type {(found: Fits[]) => number} */
    function weightOf(found) {
      const best = remembered(found, computed);
      const same = best.places.filter((place) => best.good[place] >= BODY_GOOD).length;
      const size = same || best.places.length;
      return size ? rarity(size) : UNKNOWN * rarity(1);
    }

    /** @type {(size: number) => number} */
    const rarity = (size) => Math.log(1 + (count - size + 0.5) / (size + 0.5));

    // What each term of a way counts for: what the asked words count for that it stands for. So a
    // word that means the same never wins because it is rarer than the one that was asked.
    /** @type {(way: FoundWay, asked: number[]) => number[]} */
    function weightsOf(way, asked) {
      /** @type {Map<number, number>} */
      const shared = new Map();
      way.terms.forEach(({ of, small }) => {
        if (!small) for (const at of of) shared.set(at, (shared.get(at) ?? 0) + 1);
      });
      return way.terms.map(({ of, small }) =>
        small ? 0 : of.reduce((sum, at) => sum + asked[at] / (shared.get(at) ?? 1), 0),
      );
    }

    // How well each record fits one way to read the question. A record that fits all terms a
    // little answers better than one that fits a single term well.
    /** @type {(way: FoundWay, asked: number[], whole: number) => Scores} */
    function fitsWay(way, asked, whole) {
      const scores = nothing();
      const covered = new Float64Array(count);
      const weights = weightsOf(way, asked);
      way.found.forEach((found, at) => {
        if (way.terms[at].small) return;
        const best = remembered(found, computed);
        for (const place of best.places) {
          raise(scores, place, scores.fit[place] + weights[at] * best.fit[place], 0);
          covered[place] += weights[at] * best.good[place];
        }
      });
      for (const [at, found] of way.found.entries()) if (way.terms[at].small) addSmall(found, scores);
      for (const place of scores.places) {
        const part = covered[place] / whole;
        scores.fit[place] *= (FITTING + (1 - FITTING) * part) / whole;
        scores.good[place] = part;
      }
      return scores;
    }

    /** @type {(found: Fits[], scores: Scores) => void} */
    function addSmall(found, scores) {
      const best = remembered(found, () => fitsIn(layers[0], found[0]));
      for (const place of best.places) {
        if (scores.fit[place]) scores.fit[place] += SMALL * best.fit[place];
      }
    }

    return (ways) => {
      const total = nothing();
      if (!ways.length) return [];
      const asked = ways[0].found.map((found, at) => {
        const { small, light } = ways[0].terms[at];
        return small ? 0 : (light ? LIGHT : 1) * weightOf(found);
      });
      const whole = asked.reduce((sum, one) => sum + one, 0);
      for (const way of ways) {
        const scores = fitsWay(way, asked, whole || 1);
        for (const place of scores.places) raise(total, place, scores.fit[place], scores.good[place]);
      }
      const least = LEAST * total.places.reduce((best, place) => Math.max(best, total.fit[place]), 0);
      return total.places
        .filter((place) => total.fit[place] >= least)
        .map((place) => /** @type {Ranked[number]} */ ([place, total.fit[place], total.good[place]]))
        .sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    };
  };
})(globalThis.kennisbankSearch);
