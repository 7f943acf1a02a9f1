import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { PromiseGap } from "../../gaps/gap.ts";
import type { VERDICT, WORST } from "../../server/gaps/verdict-schema.ts";
import { get } from "../api/call.ts";
import { type Filter, filterOf } from "../filter/filter.ts";
import { LATER } from "../gaps/query.ts";

export type VerdictRow = z.output<typeof VERDICT>;
export type WorstRow = z.output<typeof WORST>;

/** One promise in depth: `GET /api/promises/NAME`. */
export interface PromiseAnswer extends PromiseGap {
  readonly as_of: string;
  readonly currency: string | null;
  readonly timezone: string;
  /** Null for those who may not see customers. */
  readonly worst: readonly WorstRow[] | null;
}

const pathOf = (name: string): string => `/api/promises/${encodeURIComponent(name)}`;

export const promiseQuery = (name: string, filter: Filter) =>
  queryOptions({
    queryKey: ["promise", name, filterOf(filter)],
    queryFn: ({ signal }) => get<PromiseAnswer>(pathOf(name), filterOf(filter), signal),
    refetchInterval: LATER,
    // What was there stays while it is asked anew, but never under another promise's name.
    placeholderData: (before, query) => (query?.queryKey[1] === name ? before : undefined),
  });

export const sqlQuery = (name: string) =>
  queryOptions({
    queryKey: ["experience", "sql", name],
    queryFn: ({ signal }) => get<{ readonly sql: string; readonly as_of: string }>(`${pathOf(name)}/sql`, {}, signal),
  });

interface Page {
  readonly verdicts: readonly VerdictRow[];
  readonly next: string | null;
}

/** Which verdicts are listed, as the API asks for them. */
export const asked = (promise: string, filter: Filter, verdict: readonly string[]) => ({
  ...filterOf(filter),
  promise,
  verdict: verdict.length === 0 ? undefined : verdict,
});

export const verdictsQuery = (promise: string, filter: Filter, verdict: readonly string[]) =>
  infiniteQueryOptions({
    queryKey: ["verdicts", asked(promise, filter, verdict)],
    queryFn: ({ pageParam: after, signal }) =>
      get<Page>("/api/verdicts", { ...asked(promise, filter, verdict), limit: 25, after }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
