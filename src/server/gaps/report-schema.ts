import { z } from "zod";

const count = z.int().min(0);
const rate = z.number().nullable().meta({ description: "0 to 1; null is no evidence" });
const interval = z.array(z.number()).length(2).nullable().meta({ description: "Wilson, 95 %" });

const COUNTS = {
  asked: count,
  kept: count,
  late: count,
  missed: count,
  open: count,
  excused: count,
  kept_rate: rate,
  kept_rate_interval: interval,
};
const MEAN = z.strictObject({ mean: z.number().nullable(), n: count });

export const QUANTILES = z
  .strictObject({
    unit: z.enum(["seconds", "times", "amount", "done"]),
    n: count,
    mean: z.number(),
    p10: z.number(),
    p50: z.number(),
    p90: z.number(),
    p99: z.number(),
  })
  .meta({ id: "Quantiles" });

export const PART = z
  .strictObject({ key: z.string().nullable(), ...COUNTS })
  .meta({ id: "Part", description: "One value of a dimension, counted." });

export const SLICE = z
  .strictObject({ key: z.string().nullable(), ...COUNTS, delivered_p50: z.number().nullable(), felt: MEAN })
  .meta({ id: "Slice", description: "One value of a dimension; `key` is null for none." });

export const ROLLUP = z
  .strictObject({
    name: z.string(),
    in: z.string().nullable().meta({ description: "Of a team: the team above it. Of a touchpoint: its team." }),
    outside: z.boolean(),
    promises: z.array(z.string()),
    ...COUNTS,
  })
  .meta({ id: "Rollup" });

export const LEG = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    team: z.string().nullable(),
    touchpoint: z.string().nullable(),
    outside: z.boolean(),
    kept_p50: z.number().nullable().meta({ description: "Seconds" }),
    late_p50: z.number().nullable(),
    excess_mean: z.number().nullable(),
    share_of_late: z.number().nullable(),
    n_kept: count,
    n_late: count,
  })
  .meta({ id: "Leg", description: "A stretch of the path: where late promises lost their time." });

const BUDGET = z
  .strictObject({
    allowed: z.number(),
    used: z.number().nullable(),
    burn: z.array(z.strictObject({ window: z.string(), rate: z.number().nullable(), judged: count })),
    alert: z.enum(["page", "ticket"]).nullable(),
  })
  .meta({ id: "Budget" });

const DENSITY = z
  .strictObject({
    from: z.number(),
    to: z.number(),
    within: z.array(count),
    beyond: z.array(count),
    below: count,
    above: count,
  })
  .meta({ id: "Density", description: "What was delivered, in stretches of equal width, split at what was expected." });

const distance = z.number().nullable();

export const PROMISE_GAP = z
  .strictObject({
    promise: z.string(),
    says: z.string(),
    kind: z.enum(["then", "count", "never", "measure", "first"]),
    made: z.strictObject({ at: z.string().nullable(), how: z.string().nullable(), quote: z.string().nullable() }),
    journey: z.string().nullable(),
    team: z.string().nullable(),
    touchpoint: z.string().nullable(),
    outside: z.boolean(),
    ...COUNTS,
    unpromised: count,
    unmeasured: count,
    goal: z.number().nullable(),
    budget: BUDGET.nullable(),
    on_target: count,
    off_target: count,
    target_rate: rate,
    delivered: QUANTILES.nullable(),
    expected: QUANTILES.nullable(),
    target: QUANTILES.nullable(),
    distance: z.strictObject({
      delivered_minus_expected: distance,
      delivered_minus_target: distance,
      target_minus_expected: distance,
    }),
    density: DENSITY.nullable(),
    felt: z.strictObject({
      kept: MEAN,
      broken: MEAN,
      scale: z.array(z.number()).length(2).nullable(),
      scores: z.array(z.strictObject({ score: z.number(), kept: count, broken: count })).optional(),
    }),
    by_occasion: z.array(SLICE),
    by_month: z.array(SLICE),
    by_team: z.array(SLICE),
    by_touchpoint: z.array(SLICE),
    by_property: z.record(z.string(), z.array(SLICE)),
    legs: z.array(LEG).nullable(),
  })
  .meta({ id: "PromiseGap" });

export const JOURNEY_PATH = z
  .strictObject({
    journey: z.string(),
    subjects: count,
    path: z.array(z.string()),
    steps: z.array(z.strictObject({ event: z.string(), count, subjects: count, on_path: z.boolean() })),
    follows: z
      .array(z.strictObject({ from: z.string(), to: z.string(), count, p50: z.number(), p90: z.number() }))
      .meta({ description: "What follows directly on what, with the seconds between" }),
    variants: z.array(z.strictObject({ path: z.array(z.string()), count, share: z.number() })),
    variant_count: count,
    as_meant: count.meta({ description: "Went through each step of the path once and in order" }),
    throughput: QUANTILES.nullable(),
  })
  .meta({ id: "JourneyPath" });

const moment = z.iso.datetime();

/** What `kept report --json` prints. */
export const REPORT = z
  .strictObject({
    experience: z.string(),
    currency: z.string().nullable(),
    timezone: z.string(),
    as_of: moment,
    events: count,
    customers: count,
    first_event: moment.nullable(),
    last_event: moment.nullable(),
    promises: z.array(PROMISE_GAP),
    by_team: z.array(ROLLUP),
    by_touchpoint: z.array(ROLLUP),
    journeys: z.array(JOURNEY_PATH),
    unknown_events: z.array(z.strictObject({ name: z.string(), count })),
  })
  .meta({ id: "Report" });
