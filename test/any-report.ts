import fc from "fast-check";
import type { Counts, PromiseGap, Quantiles, Report, Rollup, Slice } from "../src/gaps/gap.ts";
import { wilson } from "./sample-numbers.ts";

/** Names that try to be markup, move a cursor, or be wider than they look. */
const NASTY = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(1)>`,
  "'; DROP TABLE events; --",
  "a & b < c",
  "\u001b[31mred\u001b[0m\u0007",
  "line\nbreak\ttab",
  "洗濯機は今週中に届きます",
  "👩‍👩‍👧 family 🧺",
  "\u202eright to left",
  "constructor",
  "",
  "x".repeat(300),
  "\ud800 half a sign",
];

const name = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "grapheme", maxLength: 30 }).filter((text) => !/NaN|undefined|Infinity|\[object/.test(text)),
);
const count = fc.oneof(fc.constantFrom(0, 0, 1, 2, 29, 30, 1_000_000, 10 ** 12), fc.nat(5000));
const size = fc.oneof(
  fc.constantFrom(0, 0, 1, -1, 60, 3600, 86_400, 1e-6, 1e12, -1e12),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
);

const counts = fc.tuple(count, count, count, count, count).map(([kept, late, missed, open, excused]): Counts => {
  const judged = kept + late + missed;
  const kept_rate = judged > 0 ? kept / judged : null;
  return {
    asked: judged + open + excused,
    kept,
    late,
    missed,
    open,
    excused,
    kept_rate,
    kept_rate_interval: wilson(kept, judged),
  };
});

const unit = fc.constantFrom<Quantiles["unit"]>("seconds", "times", "amount", "done");

function quantilesOf(kind: Quantiles["unit"]): fc.Arbitrary<Quantiles | null> {
  const places = fc.array(size, { minLength: 4, maxLength: 4 }).map((some) => some.toSorted((a, b) => a - b));
  return fc.option(
    fc
      .tuple(count, size, places)
      .map(([n, mean, [p10 = 0, p50 = 0, p90 = 0, p99 = 0]]) => ({ unit: kind, n, mean, p10, p50, p90, p99 })),
  );
}

const mean = fc.record({ mean: fc.option(fc.double({ min: 0, max: 10, noNaN: true })), n: count });

const slice = fc
  .tuple(fc.option(fc.oneof(name, fc.constantFrom("2025-01", "2025-12"))), counts, fc.option(size), mean)
  .map(([key, all, delivered_p50, felt]): Slice => ({ key, ...all, delivered_p50, felt }));
const slices = fc.array(slice, { maxLength: 14 });

const bins = fc.array(count, { minLength: 0, maxLength: 40 });
const density = fc.tuple(size, size, bins, bins, count, count).map(([one, other, within, some, below, above]) => ({
  from: Math.min(one, other),
  to: Math.max(one, other),
  within,
  beyond: within.map((_, i) => some[i] ?? 0),
  below,
  above,
}));

const leg = fc.record({
  from: name,
  to: name,
  team: fc.option(name),
  touchpoint: fc.option(name),
  outside: fc.boolean(),
  kept_p50: fc.option(size),
  late_p50: fc.option(size),
  excess_mean: fc.option(size),
  share_of_late: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  n_kept: count,
  n_late: count,
});

const budget = fc.record({
  allowed: fc.constantFrom(0, 0.05, 1),
  used: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
  burn: fc.array(
    fc.record({ window: name, rate: fc.option(fc.double({ min: 0, max: 1e4, noNaN: true })), judged: count }),
    { maxLength: 3 },
  ),
  alert: fc.constantFrom("page" as const, "ticket" as const, null),
});

const promise: fc.Arbitrary<PromiseGap> = unit.chain((kind) =>
  fc
    .tuple(
      counts,
      fc.record({
        promise: name,
        says: name,
        kind: fc.constantFrom(
          "then" as const,
          "count" as const,
          "never" as const,
          "measure" as const,
          "first" as const,
        ),
        made: fc.record({
          at: fc.option(name),
          how: fc.option(fc.constantFrom("stated", "implied")),
          quote: fc.option(name),
        }),
        journey: fc.option(name),
        team: fc.option(name),
        touchpoint: fc.option(name),
        outside: fc.boolean(),
        unpromised: count,
        unmeasured: count,
        goal: fc.option(fc.constantFrom(0, 0.5, 0.95, 0.9995, 1)),
        budget: fc.option(budget),
        on_target: count,
        off_target: count,
        target_rate: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        delivered: quantilesOf(kind),
        expected: quantilesOf(kind),
        target: quantilesOf(kind),
        distance: fc.record({
          delivered_minus_expected: fc.option(size),
          delivered_minus_target: fc.option(size),
          target_minus_expected: fc.option(size),
        }),
        density: fc.option(density),
        felt: fc.record({
          kept: mean,
          broken: mean,
          scale: fc.constantFrom(null, [1, 5] as const, [0, 10] as const, [3, 3] as const),
        }),
        by_occasion: slices,
        by_month: slices,
        by_team: slices,
        by_touchpoint: slices,
        by_property: fc.dictionary(name, slices, { maxKeys: 2 }),
        legs: fc.option(fc.array(leg, { maxLength: 3 })),
      }),
    )
    .map(([all, rest]) => ({ ...rest, ...all })),
);

const rollup = fc
  .tuple(name, fc.option(name), fc.boolean(), fc.array(name, { maxLength: 2 }), counts)
  .map(([own, above, outside, promises, all]): Rollup => ({ name: own, in: above, outside, promises, ...all }));

const share = fc.double({ min: 0, max: 1, noNaN: true });
const journey = fc.record({
  journey: name,
  subjects: count,
  path: fc.array(name, { maxLength: 4 }),
  steps: fc.array(fc.record({ event: name, count, subjects: count, on_path: fc.boolean() }), { maxLength: 4 }),
  follows: fc.array(fc.record({ from: name, to: name, count, p50: size, p90: size }), { maxLength: 4 }),
  variants: fc.array(fc.record({ path: fc.array(name, { maxLength: 6 }), count, share }), { maxLength: 3 }),
  variant_count: count,
  as_meant: count,
  throughput: quantilesOf("seconds"),
});

/** Any report whatever, likely or not, as long as its numbers are numbers. */
export const anyReport: fc.Arbitrary<Report> = fc.record({
  experience: name,
  currency: fc.constantFrom(null, "EUR", "JPY", "points"),
  timezone: fc.constantFrom("UTC", "Europe/Helsinki", "America/Sao_Paulo"),
  as_of: fc.constantFrom("2025-12-31T22:00:00Z", "1970-01-01T00:00:00.000Z", "9999-12-31T23:59:59Z"),
  events: count,
  customers: count,
  first_event: fc.constantFrom(null, "2025-01-01T00:00:00Z"),
  last_event: fc.constantFrom(null, "2025-12-01T00:00:00Z"),
  promises: fc.array(promise, { maxLength: 3 }),
  by_team: fc.array(rollup, { maxLength: 4 }),
  by_touchpoint: fc.array(rollup, { maxLength: 3 }),
  journeys: fc.array(journey, { maxLength: 2 }),
  unknown_events: fc.array(fc.record({ name, count }), { maxLength: 7 }),
});
