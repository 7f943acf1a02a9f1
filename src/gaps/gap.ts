import type { JourneyPath, LegUse, Quantiles } from "../journeys/journey-path.ts";

export type { JourneyPath, LegUse, Quantiles };

/** What `kept report --json` prints; every door shows the same. Rates are 0…1; null says "no evidence". */
export interface Report<Gap extends GapInBrief = PromiseGap> {
  readonly experience: string;
  readonly currency: string | null;
  readonly timezone: string;
  /** ISO 8601, UTC. */
  readonly as_of: string;
  readonly events: number;
  readonly customers: number;
  /** First and last event up to the judged moment, ISO 8601; null in an empty ledger. */
  readonly first_event: string | null;
  readonly last_event: string | null;
  readonly promises: readonly Gap[];
  readonly by_team: readonly Rollup[];
  readonly by_touchpoint: readonly Rollup[];
  readonly journeys: readonly JourneyPath[];
  /** Event names in the ledger that the experience file does not know. */
  readonly unknown_events: readonly { readonly name: string; readonly count: number }[];
}

export interface Counts {
  readonly asked: number;
  readonly kept: number;
  readonly late: number;
  readonly missed: number;
  readonly open: number;
  readonly excused: number;
  readonly kept_rate: number | null;
  /** Wilson, 95 %. */
  readonly kept_rate_interval: readonly [number, number] | null;
}

export interface PromiseGap extends Counts {
  readonly promise: string;
  readonly says: string;
  readonly kind: "then" | "count" | "never" | "measure" | "first";
  readonly made: { readonly at: string | null; readonly how: string | null; readonly quote: string | null };
  readonly journey: string | null;
  readonly team: string | null;
  readonly touchpoint: string | null;
  /** The team above, and whether outside the company. */
  readonly outside: boolean;
  readonly unpromised: number;
  readonly unmeasured: number;
  readonly goal: number | null;
  /** Share of judged promises that may be broken, and how much of it is used: 1 = all. null without a goal. */
  readonly budget: Budget | null;
  readonly on_target: number;
  readonly off_target: number;
  readonly target_rate: number | null;
  readonly delivered: Quantiles | null;
  readonly expected: Quantiles | null;
  readonly target: Quantiles | null;
  /** Medians of the three distances on the axis, over verdicts where both are known: positive = short of it. */
  readonly distance: {
    readonly delivered_minus_expected: number | null;
    readonly delivered_minus_target: number | null;
    readonly target_minus_expected: number | null;
  };
  /** What lies behind the three-mark line: equal-width bins of delivered from `from` to `to`; what lies beyond is counted aside. */
  readonly density: Density | null;
  readonly felt: {
    readonly kept: Mean;
    readonly broken: Mean;
    readonly scale: readonly [number, number] | null;
    /** How often each score was given, ascending; may be left out where scores are not a few whole numbers. */
    readonly scores?: readonly { readonly score: number; readonly kept: number; readonly broken: number }[];
  };
  readonly by_occasion: readonly Slice[];
  readonly by_month: readonly Slice[];
  readonly by_team: readonly Slice[];
  readonly by_touchpoint: readonly Slice[];
  /** By every declared text property of the asking event (the 20 values with most broken promises; the rest as `…`). */
  readonly by_property: Readonly<Record<string, readonly Slice[]>>;
  /** Where late promises lost their time; null where the promise spans no path. */
  readonly legs: readonly LegUse[] | null;
}

/** A promise without its cuts and legs. */
export type UncutGap = Omit<
  PromiseGap,
  "by_occasion" | "by_month" | "by_team" | "by_touchpoint" | "by_property" | "legs"
>;

/** The same, and of its months the counts: what a row of all promises needs. */
export interface GapInBrief extends UncutGap {
  readonly by_month: readonly Part[];
}

export interface Budget {
  /** 1 − goal. */
  readonly allowed: number;
  readonly used: number | null;
  /** Burn rate over the windows of the SRE workbook: 1 uses the budget up exactly over 30 days. */
  readonly burn: readonly { readonly window: string; readonly rate: number | null; readonly judged: number }[];
  /** The fastest alert that both its windows trip, or null. */
  readonly alert: "page" | "ticket" | null;
}

export interface Density {
  readonly from: number;
  readonly to: number;
  /** Counts per bin, split at what was expected: bin i of `within` and `beyond` cover the same stretch. */
  readonly within: readonly number[];
  readonly beyond: readonly number[];
  readonly below: number;
  readonly above: number;
}

export interface Mean {
  readonly mean: number | null;
  readonly n: number;
}

/** One value of a dimension; `key` is null for "none". */
export interface Part extends Counts {
  readonly key: string | null;
}

/** With what was delivered and felt. */
export interface Slice extends Part {
  readonly delivered_p50: number | null;
  readonly felt: Mean;
}

export interface Rollup extends Counts {
  readonly name: string;
  /** Of a team: the team above it. Of a touchpoint: its team. */
  readonly in: string | null;
  readonly outside: boolean;
  readonly promises: readonly string[];
}
