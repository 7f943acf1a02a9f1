import type { LegUse, PromiseGap } from "../src/gaps/gap.ts";
import { lived } from "./sample-lived.ts";
import { counts, emptyPromise, quantiles, slice } from "./sample-numbers.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

function leg(
  from: string,
  to: string,
  team: string,
  outside: boolean,
  times: readonly [number, number, number, number],
): LegUse {
  const [kept_p50, late_p50, excess_mean, share_of_late] = times;
  return {
    from,
    to,
    team,
    touchpoint: null,
    outside,
    kept_p50,
    late_p50,
    excess_mean,
    share_of_late,
    n_kept: 9000,
    n_late: 1400,
  };
}

const working: PromiseGap = {
  ...emptyPromise("working-in-three-days", "Delivered and installed within three days", "then"),
  ...lived({
    n: 11_240,
    seed: 3,
    middle: 2.05 * DAY,
    spread: 0.34,
    expected: (roll) => (roll < 0.18 ? 2 : 3) * DAY,
    target: 2 * DAY,
    missed: 214,
    open: 96,
    excused: 310,
    goal: 0.95,
    to: 7 * DAY,
  }),
  made: { at: "product-page", how: "implied", quote: "Express home delivery and installation" },
  journey: "machine-at-home",
  team: "electrician",
  touchpoint: "installation",
  outside: true,
  felt: {
    kept: { mean: 4.42, n: 4120 },
    broken: { mean: 2.31, n: 655 },
    scale: [1, 5],
    scores: [
      { score: 1, kept: 120, broken: 268 },
      { score: 2, kept: 150, broken: 140 },
      { score: 3, kept: 390, broken: 98 },
      { score: 4, kept: 930, broken: 74 },
      { score: 5, kept: 2530, broken: 75 },
    ],
  },
  by_occasion: [
    slice("broken-machine", counts(1480, 470, 66, 21, 40), 2.1 * DAY, { mean: 3.4, n: 800 }),
    slice("first-home", counts(3320, 301, 60, 30, 105), 2.0 * DAY, { mean: 4.2, n: 1500 }),
    slice(null, counts(5100, 560, 88, 45, 165), 2.0 * DAY, { mean: 4.1, n: 2475 }),
  ],
  by_property: {
    city: [
      "Helsinki",
      "Espoo",
      "Tampere",
      "Vantaa",
      "Oulu",
      "Turku",
      "Jyväskylä",
      "Lahti",
      "Kuopio",
      "Rovaniemi",
      "Inari",
      "…",
    ].map((city, i) =>
      slice(city, counts(1900 - i * 150, 90 + i * 14, 12 + i, 4), (1.8 + i * 0.14) * DAY, {
        mean: 4.4 - i * 0.09,
        n: 500 - i * 35,
      }),
    ),
  },
  legs: [
    leg("order.placed", "parcel.shipped", "warehouse", false, [0.55 * DAY, 0.81 * DAY, 0.3 * DAY, 0.14]),
    leg("parcel.shipped", "parcel.delivered", "carrier", true, [0.92 * DAY, 1.35 * DAY, 0.52 * DAY, 0.25]),
    leg("parcel.delivered", "installation.completed", "electrician", true, [0.5 * DAY, 1.9 * DAY, 1.61 * DAY, 0.61]),
  ],
};

const arrives: PromiseGap = {
  ...emptyPromise("arrives-on-the-day", "Your machine comes on the day you chose", "then"),
  ...lived({
    n: 11_300,
    seed: 9,
    middle: 1.5 * DAY,
    spread: 0.42,
    expected: (roll) => (2 + Math.floor(roll * roll * 6)) * DAY,
    target: null,
    missed: 37,
    open: 80,
    excused: 305,
    goal: 0.9,
    to: 8 * DAY,
  }),
  made: { at: "checkout", how: "stated", quote: null },
  journey: "machine-at-home",
  team: "carrier",
  touchpoint: "home-delivery",
  outside: true,
  unpromised: 412,
  felt: { kept: { mean: 4.3, n: 4300 }, broken: { mean: 2.9, n: 420 }, scale: [1, 5] },
};

const told: PromiseGap = {
  ...emptyPromise("told-about-trouble", "If something goes wrong, we tell you before you have to ask", "then"),
  ...lived({
    n: 21,
    seed: 4,
    middle: 2.9 * HOUR,
    spread: 0.6,
    expected: () => 4 * HOUR,
    target: 1 * HOUR,
    missed: 3,
    open: 1,
    excused: 0,
    goal: 0.9,
    to: 12 * HOUR,
  }),
  by_month: [],
  team: "care",
  touchpoint: "support",
};

function times(kept: number, missed: number, bins: readonly number[], most: number): Partial<PromiseGap> {
  const values = bins.flatMap((count, i) => Array.from({ length: count }, () => i));
  return {
    ...counts(kept, 0, missed),
    delivered: quantiles("times", values),
    expected: quantiles(
      "times",
      values.map(() => most),
    ),
    distance: {
      delivered_minus_expected: (quantiles("times", values)?.p50 ?? 0) - most,
      delivered_minus_target: null,
      target_minus_expected: null,
    },
    density: {
      from: -0.5,
      to: bins.length - 0.5,
      within: bins.map((count, i) => (i <= most ? count : 0)),
      beyond: bins.map((count, i) => (i <= most ? 0 : count)),
      below: 0,
      above: 0,
    },
  };
}

const whole: PromiseGap = {
  ...emptyPromise("arrives-whole", "It arrives undamaged", "never"),
  ...times(11_010, 327, [11_010, 311, 16], 0),
  goal: 0.98,
  budget: { allowed: 0.02, used: 1.442, burn: [{ window: "3 days", rate: 6.2, judged: 402 }], alert: "page" },
  journey: "machine-at-home",
  team: "carrier",
  touchpoint: "home-delivery",
  outside: true,
  felt: { kept: { mean: 4.31, n: 4500 }, broken: { mean: 1.8, n: 190 }, scale: [1, 5] },
};

const calls: PromiseGap = {
  ...emptyPromise("one-call-is-enough", "You need to call us only once", "count"),
  ...times(2140, 806, [0, 2140, 512, 190, 71, 22, 11], 1),
  goal: null,
  team: "care",
  touchpoint: "support",
};

const price: PromiseGap = {
  ...emptyPromise("price-as-quoted", "You pay what we quoted", "measure"),
  ...counts(4808, 0, 112),
  unmeasured: 61,
  goal: 0.99,
  budget: { allowed: 0.01, used: 2.28, burn: [], alert: null },
  team: "finance",
  touchpoint: "checkout",
  delivered: { unit: "amount", n: 4920, mean: 0.9, p10: -4, p50: 0, p90: 0, p99: 38.5 },
  expected: { unit: "amount", n: 4920, mean: 0, p10: 0, p50: 0, p90: 0, p99: 0 },
  distance: { delivered_minus_expected: 0, delivered_minus_target: null, target_minus_expected: null },
  density: {
    from: -20,
    to: 60,
    within: Array.from({ length: 40 }, (_, i) => (i < 9 ? 30 + i * 8 : i === 9 ? 4260 : 0)),
    beyond: Array.from({ length: 40 }, (_, i) => (i < 10 ? 0 : Math.max(0, 14 - Math.floor(i / 3)))),
    below: 12,
    above: 4,
  },
};

const tested: PromiseGap = {
  ...emptyPromise("checked-before-it-leaves", "Every machine is tested before it leaves", "first"),
  ...counts(10_877, 0, 460),
  goal: 0.95,
  budget: { allowed: 0.05, used: 0.81, burn: [], alert: null },
  delivered: { unit: "done", n: 11_337, mean: 0.96, p10: 1, p50: 1, p90: 1, p99: 1 },
  expected: { unit: "done", n: 11_337, mean: 1, p10: 1, p50: 1, p90: 1, p99: 1 },
  team: "warehouse",
  touchpoint: "stockroom",
};

const fetched: PromiseGap = {
  ...emptyPromise("old-one-fetched", "We take your old machine away within two weeks", "then"),
  ...counts(0, 0, 0, 44),
  expected: { unit: "seconds", n: 44, mean: 14 * DAY, p10: 14 * DAY, p50: 14 * DAY, p90: 14 * DAY, p99: 14 * DAY },
  goal: 0.95,
  budget: { allowed: 0.05, used: null, burn: [], alert: null },
};

/** Every kind of promise; small numbers, no goal, a subcontractor, nothing judged yet. */
export const SAMPLE_PROMISES: readonly PromiseGap[] = [working, arrives, whole, told, calls, price, tested, fetched];
