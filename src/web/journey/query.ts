import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { JOURNEY } from "../../server/gaps/journey-answer.ts";
import type { GOERS } from "../../server/gaps/journey-customers.ts";
import { get } from "../api/call.ts";
import type { Filter } from "../filter/filter.ts";

export type Journey = z.output<typeof JOURNEY>;
export type Step = Journey["steps"][number];
export type Follow = Journey["follows"][number];
export type Made = Journey["promised"][number];

export type JourneyBriefly = Pick<
  Journey,
  "journey" | "subjects" | "path" | "variant_count" | "as_meant" | "throughput"
>;

type Goers = z.output<typeof GOERS>;
/** Somebody who went a stretch of a journey. */
export type Goer = Goers["customers"][number];

/** A step, a step and the one straight after it, or a step after which nothing came. */
export interface Stretch {
  readonly step: string;
  readonly next?: string | undefined;
  readonly last?: "yes" | undefined;
}

/** When it was begun, and on which occasion something was asked in it. */
export type Begun = Pick<Filter, "from" | "to" | "occasion">;
export const begunOf = ({ from, to, occasion }: Begun): Begun => ({ from, to, occasion });

export const journeysQuery = queryOptions({
  queryKey: ["journey"],
  queryFn: ({ signal }) => get<{ readonly journeys: readonly JourneyBriefly[] }>("/api/journeys", {}, signal),
});

const addressOf = (name: string): string => `/api/journeys/${encodeURIComponent(name)}`;

export const journeyQuery = (name: string, begun: Begun) =>
  queryOptions({
    queryKey: ["journey", name, begunOf(begun)],
    queryFn: ({ signal }) => get<Journey>(addressOf(name), begunOf(begun), signal),
  });

export const goersQuery = (name: string, { step, next, last }: Stretch, begun: Begun) =>
  infiniteQueryOptions({
    queryKey: ["journey", name, "customers", { step, next, last }, begunOf(begun)],
    queryFn: ({ signal, pageParam }) =>
      get<Goers>(
        `${addressOf(name)}/customers`,
        { ...begunOf(begun), step, next, last, limit: 15, after: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
