import { queryOptions } from "@tanstack/react-query";
import type { GapInBrief } from "../../gaps/gap.ts";
import { get } from "../api/call.ts";
import { lacks } from "../api/lack.ts";
import { type Filter, filterOf } from "../filter/filter.ts";

export interface GapRow extends GapInBrief {
  /** What a broken one is thought to cost; null where the file says nothing. */
  readonly worth: number | null;
}

/** All promises in one look: `GET /api/gaps`. */
export interface Gaps {
  readonly as_of: string;
  readonly experience: string;
  readonly currency: string | null;
  readonly timezone: string;
  readonly events: number;
  readonly customers: number;
  readonly lead: {
    readonly before: string;
    readonly says: string | null;
    readonly after: string;
    readonly then: string | null;
    readonly promise: string | null;
  };
  readonly promises: readonly GapRow[];
}

/** What comes by itself once something is judged is asked for again after so long. In ms. */
const AGAIN = 3000;
/** The server may work an answer out anew only after it said that it judged; the same costs next to nothing. In ms. */
export const LATER = 15_000;

export const gapsQuery = (filter: Filter) =>
  queryOptions({
    queryKey: ["report", "gaps", filterOf(filter)],
    queryFn: ({ signal }) => get<Gaps>("/api/gaps", filterOf(filter), signal),
    refetchInterval: ({ state }) => (lacks(state.error) === null ? LATER : AGAIN),
  });
