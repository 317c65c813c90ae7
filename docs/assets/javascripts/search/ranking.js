// The ways to read a question become the records that answer it, the best first.

(function (search) {
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

  search.ranker = (layers, count) => {
    // How well each record fits some words of one layer: the best of them counts.
    function fitsIn(layer, numbers) {
      const best = new Map();
      for (const [number, good] of numbers) {
        const weights = layer.weightsOf(number);
        for (let at = 0; at < weights.length; at += 2) {
          const fit = (good * weights[at + 1]) / HEAVIEST;
          if (fit > (best.get(weights[at]) ?? 0)) best.set(weights[at], fit);
        }
      }
      return best;
    }

    function fits(found) {
      const [best, inBody] = [0, 1].map((at) =>
        layers[at] ? fitsIn(layers[at], found[at]) : new Map(),
      );
      for (const [place, fit] of inBody) {
        const own = best.get(place);
        best.set(place, own ? own + BODY_TOO * fit : BODY * fit);
      }
      return best;
    }

    function rareness(size) {
      return size ? Math.log(1 + (count - size + 0.5) / (size + 0.5)) : UNKNOWN;
    }

    // How well each record fits one way to read the question. A record that fits all terms a
    // little answers better than one that fits a single term well.
    function fitsWay(way) {
      const scores = new Map();
      let sum = 0;
      way.found.forEach((found, at) => {
        if (way.small[at]) return;
        const best = fits(found);
        const rare = rareness(best.size);
        sum += rare;
        for (const [place, fit] of best) {
          const [score, covered] = scores.get(place) ?? [0, 0];
          scores.set(place, [score + rare * fit, covered + rare]);
        }
      });
      way.found.forEach((found, at) => way.small[at] && addSmall(found, scores));
      return [...scores].map(([place, [score, covered]]) => [
        place,
        (way.good * score * (0.4 + (0.6 * covered) / sum)) / sum,
      ]);
    }

    function addSmall(found, scores) {
      for (const [place, fit] of fitsIn(layers[0], found[0])) {
        const known = scores.get(place);
        if (known) scores.set(place, [known[0] + SMALL * fit, known[1]]);
      }
    }

    return (ways) => {
      const total = new Map();
      for (const way of ways) {
        for (const [place, fit] of fitsWay(way)) {
          if (fit > (total.get(place) ?? 0)) total.set(place, fit);
        }
      }
      let best = 0;
      for (const fit of total.values()) best = Math.max(best, fit);
      return [...total]
        .filter(([, fit]) => fit >= LEAST * best)
        .sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    };
  };
})(globalThis.kennisbankSearch);
