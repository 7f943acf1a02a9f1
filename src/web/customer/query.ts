import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { BRIEF, EVENT } from "../../server/customers/brief-schema.ts";
import type { CUSTOMER_ROW } from "../../server/customers/customers.ts";
import type { SAYING } from "../../server/customers/said.ts";
import type { VERDICT } from "../../server/gaps/verdict-schema.ts";
import type { PERSON } from "../../server/intake/links.ts";
import type { CUSTOMER_VALUE } from "../../server/value/customer.ts";
import { get, send } from "../api/call.ts";

export type Brief = z.output<typeof BRIEF>;
export type ShownBrief = Omit<Brief, "story" | "known_as">;
export type Event = z.output<typeof EVENT>;
export type Verdict = z.output<typeof VERDICT>;
export type CustomerValue = z.output<typeof CUSTOMER_VALUE>;

export type CustomerRow = z.output<typeof CUSTOMER_ROW>;
export type Saying = z.output<typeof SAYING>;
export type Ids = z.output<typeof PERSON>;

interface Page<T> {
  readonly next: string | null;
  readonly rows: readonly T[];
}
const after = (place: string) => (place === "" ? {} : { after: place });
export const address = (id: string) => `/api/customers/${encodeURIComponent(id)}`;

/** Customers by any id; all of them where nothing is looked for. */
export const customersQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ["customers", search],
    queryFn: async ({ pageParam, signal }): Promise<Page<CustomerRow>> => {
      const query = { search, limit: 50, ...after(pageParam) };
      const found = await get<{ customers: readonly CustomerRow[]; next: string | null }>(
        "/api/customers",
        query,
        signal,
      );
      return { rows: found.customers, next: found.next };
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const briefQuery = (id: string) =>
  queryOptions({
    queryKey: ["customer", id, "brief"],
    queryFn: ({ signal }) => get<Brief>(address(id), {}, signal),
  });

export const worthQuery = (id: string) =>
  queryOptions({
    queryKey: ["customer", id, "value"],
    queryFn: ({ signal }) => get<CustomerValue>(`${address(id)}/value`, {}, signal),
  });

export const saidQuery = (id: string) =>
  queryOptions({
    queryKey: ["customer", id, "said"],
    queryFn: async ({ signal }) => (await get<{ said: readonly Saying[] }>(`${address(id)}/said`, {}, signal)).said,
  });

export const idsQuery = (id: string) =>
  queryOptions({
    queryKey: ["customer", id, "ids"],
    queryFn: ({ signal }) => get<Ids>("/api/links", { customer: id }, signal),
  });

/** So many of the latest verdicts are drawn and listed; who has more has a table of all. */
export const MOST_VERDICTS = 500;
export const verdictsQuery = (id: string) =>
  queryOptions({
    queryKey: ["customer", id, "verdicts"],
    queryFn: ({ signal }) =>
      get<{ as_of: string; verdicts: readonly Verdict[]; next: string | null }>(
        "/api/verdicts",
        { customer: id, limit: MOST_VERDICTS },
        signal,
      ),
  });

/** In pages of more than the brief tells. */
export const eventsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["customer", id, "events"],
    queryFn: async ({ pageParam, signal }): Promise<Page<Event>> => {
      const query = { limit: 200, ...after(pageParam) };
      const found = await get<{ events: readonly Event[]; next: string | null }>(
        `${address(id)}/events`,
        query,
        signal,
      );
      return { rows: found.events, next: found.next };
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const erase = (id: string) =>
  send<{ readonly events: number; readonly in_backups_until: string | null }>("DELETE", address(id));
export const undoLink = (known_as: string, customer: string) =>
  send<Ids>("POST", "/api/links/undo", { known_as, customer });
export const exportAddress = (id: string): string => `${address(id)}/export`;
