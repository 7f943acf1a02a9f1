import type { Cells } from "./history.ts";
import { isAllowed, type Misfit, mostRepeats } from "./model.ts";

/**
 * How badly BG/NBD (`staysOnce`: nobody leaves after the first purchase) or MBG/NBD describes customers, with its slope.
 * There are few different numbers of repeats and of weeks, so that all logarithms but one are taken once for each.
 */
export function bgMisfit(cells: Cells, staysOnce: boolean): Misfit {
  const first = staysOnce ? 0 : 1;
  const most = mostRepeats(cells);
  const known = placesOf(cells.known);
  const latest = placesOf(cells.latest);

  /** Minus the sum of all, and of its slopes by r, alpha, a and b. */
  const sums = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[], slopes: Float64Array): number => {
    const rates = rising(r, most);
    const stays = rising(b, most + first);
    const chances = rising(a + b, most + first);
    const [until, since] = [
      known.values.map((one) => Math.log(alpha + one)),
      latest.values.map((one) => Math.log(alpha + one)),
    ];
    const [logAlpha, logA] = [Math.log(alpha), Math.log(a)];
    const leaving = Float64Array.from({ length: most + 1 }, (_, x) => Math.log(Math.max(b + x - 1 + first, 1e-300)));
    let sum = 0;
    for (let i = 0; i < cells.repeats.length; i++) {
      const x = cells.repeats[i] ?? 0;
      const n = cells.customers[i] ?? 0;
      const [k, l] = [known.of[i] ?? 0, latest.of[i] ?? 0];
      const [u, v] = [until[k] ?? 0, since[l] ?? 0];
      const odds = logA - (leaving[x] ?? 0) + (r + x) * (u - v);
      const mayHaveLeft = !staysOnce || x > 0;
      const e = mayHaveLeft ? Math.exp(-Math.abs(odds)) : 0;
      const left = mayHaveLeft ? Math.max(0, odds) + Math.log(1 + e) : 0;
      const gone = mayHaveLeft ? (odds > 0 ? 1 : e) / (1 + e) : 0;
      const [perKnown, perLatest] = [1 / (alpha + (known.values[k] ?? 0)), 1 / (alpha + (latest.values[l] ?? 0))];
      sum +=
        n *
        ((rates.logs[x] ?? 0) +
          r * logAlpha +
          (stays.logs[x + first] ?? 0) -
          (chances.logs[x + first] ?? 0) -
          (r + x) * u +
          left);
      slopes[0] = (slopes[0] ?? 0) + n * ((rates.slopes[x] ?? 0) + logAlpha - u + gone * (u - v));
      slopes[1] = (slopes[1] ?? 0) + n * (r / alpha - (r + x) * (perKnown - gone * (perKnown - perLatest)));
      slopes[2] = (slopes[2] ?? 0) + n * (gone / a - (chances.slopes[x + first] ?? 0));
      slopes[3] =
        (slopes[3] ?? 0) +
        n *
          ((stays.slopes[x + first] ?? 0) -
            (chances.slopes[x + first] ?? 0) -
            (gone === 0 ? 0 : gone / (b + x - 1 + first)));
    }
    return -sum;
  };
  const slopes = new Float64Array(4);
  let last: readonly number[] | undefined;
  // The slope is asked for where the value was just taken: one pass does for both.
  const valueAt = (logs: readonly number[]): number => {
    last = logs;
    return sums(logs.map(Math.exp), slopes.fill(0));
  };
  return {
    of: (logs) => (isAllowed(logs) ? valueAt(logs) : Number.POSITIVE_INFINITY),
    slope: (logs) => {
      if (last !== logs) valueAt(logs);
      return logs.map((one, i) => -Math.exp(one) * (slopes[i] ?? 0));
    },
  };
}

/** The different values of a column, and which of them stands at each place. */
function placesOf(column: Float64Array): { readonly values: Float64Array; readonly of: Int32Array } {
  const places = new Map<number, number>();
  const of = Int32Array.from(column, (one) => {
    const found = places.get(one) ?? places.size;
    places.set(one, found);
    return found;
  });
  return { values: Float64Array.from(places.keys()), of };
}

/** log Γ(start + n) − log Γ(start) for n from 0 to `most`, and its slope by start. */
function rising(start: number, most: number): { readonly logs: Float64Array; readonly slopes: Float64Array } {
  const [logs, slopes] = [new Float64Array(most + 1), new Float64Array(most + 1)];
  for (let i = 0; i < most; i++) {
    logs[i + 1] = (logs[i] ?? 0) + Math.log(start + i);
    slopes[i + 1] = (slopes[i] ?? 0) + 1 / (start + i);
  }
  return { logs, slopes };
}
