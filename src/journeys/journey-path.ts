/** A journey as it is gone. */
export interface JourneyPath {
  readonly journey: string;
  readonly subjects: number;
  readonly path: readonly string[];
  readonly steps: readonly {
    readonly event: string;
    readonly count: number;
    readonly subjects: number;
    readonly on_path: boolean;
  }[];
  /** Directly-follows counts with the waiting time between, in seconds. */
  readonly follows: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number;
    readonly p50: number;
    readonly p90: number;
  }[];
  readonly variants: readonly { readonly path: readonly string[]; readonly count: number; readonly share: number }[];
  readonly variant_count: number;
  /** How many went through each step of the path once and in its order, whatever else happened in between. */
  readonly as_meant: number;
  /** First to last event, seconds. */
  readonly throughput: Quantiles | null;
}

/** The stretch between two steps of the path, in the kept and in the late of one promise. */
export interface LegUse {
  readonly from: string;
  readonly to: string;
  /** Who answers for the later step. */
  readonly team: string | null;
  readonly touchpoint: string | null;
  readonly outside: boolean;
  /** Seconds: usual (median) among the kept, among the late, and the mean excess of the late over that usual time. */
  readonly kept_p50: number | null;
  readonly late_p50: number | null;
  readonly excess_mean: number | null;
  /** Of all late promises, the share in which this leg used up most of the excess. */
  readonly share_of_late: number | null;
  readonly n_kept: number;
  readonly n_late: number;
}

/** By promise; null where it spans no leg of the path. */
export type Legs = ReadonlyMap<string, readonly LegUse[] | null>;

/** Of numbers on one axis. */
export interface Quantiles {
  readonly unit: "seconds" | "times" | "amount" | "done";
  readonly n: number;
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
}
