// The ways to read a question become the records that answer it, the best first.

((search) => {
  "use strict";

  // The title, other names and summary say more about a page than a word somewhere in its text.
  const BODY = 0.4;
  const BODY_TOO = 0.12;
  // What a word counts for that occurs nowhere: it must not decide, but it was asked.
  const UNKNOWN = 1;
  const HEAVIEST = 15;
  // A small word, like "how" or "not", only decides between answers that are as good.
  const SMALL = 0.2;
  // An answer this much worse than the best is no answer.
  const LEAST = 0.1;

  /** @typedef {{ fit: Float64Array, places: number[] }} Scores */

  search.ranker = (layers, count) => {
    // Terms stand in several ways to read a question, and stay while the next one is typed.
    /** @type {WeakMap<Fits[], Scores>} */
    const known = new WeakMap();

    // Scores by place, and the places that have one: faster than a map when many records fit.
    /** @type {() => Scores} */
    const nothing = () => ({ fit: new Float64Array(count), places: [] });

    /** @type {(scores: Scores, place: number, fit: number) => void} */
    function raise(scores, place, fit) {
      if (!scores.fit[place]) scores.places.push(place);
      if (fit > scores.fit[place]) scores.fit[place] = fit;
    }

    // How well each record fits some words of one layer: the best of them counts.
    /** @type {(layer: Layer, numbers: Fits) => Scores} */
    function fitsIn(layer, numbers) {
      const best = nothing();
      for (const [number, good] of numbers) {
        const weights = layer.weightsOf(number);
        for (let at = 0; at < weights.length; at += 2) {
          raise(best, weights[at], (good * weights[at + 1]) / HEAVIEST);
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
        if (best.fit[place]) best.fit[place] += BODY_TOO * inBody.fit[place];
        else raise(best, place, BODY * inBody.fit[place]);
      }
      return best;
    }

    /** @type {(found: Fits[], compute: (found: Fits[]) => Scores) => Scores} */
    function remembered(found, compute) {
      const scores = known.get(found) ?? compute(found);
      known.set(found, scores);
      return scores;
    }

    /** @type {(size: number) => number} */
    function rareness(size) {
      return size ? Math.log(1 + (count - size + 0.5) / (size + 0.5)) : UNKNOWN;
    }

    // How well each record fits one way to read the question. A record that fits all terms a
    // little answers better than one that fits a single term well.
    /** @type {(way: FoundWay) => Scores} */
    function fitsWay(way) {
      const scores = nothing();
      const covered = new Float64Array(count);
      let sum = 0;
      way.found.forEach((found, at) => {
        if (way.small[at]) return;
        const best = remembered(found, computed);
        const rare = rareness(best.places.length);
        sum += rare;
        for (const place of best.places) {
          raise(scores, place, scores.fit[place] + rare * best.fit[place]);
          covered[place] += rare;
        }
      });
      for (const [at, found] of way.found.entries()) if (way.small[at]) addSmall(found, scores);
      for (const place of scores.places) {
        scores.fit[place] *= (way.good * (0.4 + (0.6 * covered[place]) / sum)) / sum;
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
      for (const way of ways) {
        const scores = fitsWay(way);
        for (const place of scores.places) raise(total, place, scores.fit[place]);
      }
      const least = LEAST * total.places.reduce((best, place) => Math.max(best, total.fit[place]), 0);
      return total.places
        .filter((place) => total.fit[place] >= least)
        .map((place) => /** @type {Ranked[number]} */ ([place, total.fit[place]]))
        .sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    };
  };
})(globalThis.kennisbankSearch);
