import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { Colleague } from "../../remedies/case.ts";
import type { ToldCase } from "../../server/remedies/told.ts";
import type { ToldDeficit } from "../../server/value/deficits.ts";
import { get } from "../api/call.ts";
import { filterOf } from "../filter/filter.ts";
import type { MendSearch } from "./search.ts";

export type { ToldCase, ToldDeficit };
export type Outcome = NonNullable<ToldCase["closed"]>["outcome"];
export type Since = NonNullable<ToldCase["since"]>;
export type Shortfall = z.output<typeof import("../../server/value/deficit-schema.ts").SHORTFALL>;

/** One customer on the list: what they are short of, and who has them. */
export interface MendRow {
  /** Of the customer on the list of all, else of the case. */
  readonly id: string;
  readonly customer: string;
  readonly deficit: ToldDeficit | null;
  readonly case: ToldCase | null;
}

export interface MendList {
  /** What was asked: a page may show a list for a while after another was asked for. */
  readonly of: string;
  readonly as_of: string | null;
  readonly currency: string | null;
  /** Who is to be mended in all; null where only the rows are known. */
  readonly customers: number | null;
  readonly total: number | null;
  readonly rows: readonly MendRow[];
  readonly next: string | null;
}

interface ToMend extends Omit<MendList, "of" | "rows" | "customers"> {
  readonly customers: number;
  readonly rows: readonly { readonly deficit: ToldDeficit; readonly case: ToldCase | null }[];
}
interface Cases {
  readonly as_of: string | null;
  readonly currency: string | null;
  readonly cases: readonly (ToldCase & { readonly deficit: ToldDeficit | null })[];
  readonly next: string | null;
}

/** What is behind the `?` of the API for what stands in the address of the page. */
export const askedOf = ({ promise, order, ...search }: MendSearch) => ({ ...filterOf(search), promise, order });

const LIMIT = 25;

/** A list of the page, by what its address says. While another filter is asked for, the rows of the last one stay. */
export const mendQuery = (search: MendSearch) => {
  const queryKey = ["cases", search.show ?? "open", askedOf(search)] as const;
  const of = JSON.stringify(queryKey);
  return infiniteQueryOptions({
    queryKey,
    queryFn: async ({ pageParam, signal }): Promise<MendList> => {
      const page = { limit: LIMIT, ...(pageParam === "" ? {} : { after: pageParam }) };
      if (search.show === "mine" || search.show === "closed") {
        const { cases, ...rest } = await get<Cases>("/api/cases", { show: search.show, ...page }, signal);
        const rows = cases.map(({ deficit, ...one }) => ({ id: one.id, customer: one.customer, deficit, case: one }));
        return { ...rest, of, customers: null, total: null, rows };
      }
      const { rows, ...rest } = await get<ToMend>("/api/mend", { ...askedOf(search), ...page }, signal);
      const named = rows.map((row) => ({ ...row, id: row.deficit.customer, customer: row.deficit.customer }));
      return { ...rest, of, rows: named };
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (shown, query) => (query?.queryKey[1] === queryKey[1] ? shown : undefined),
  });
};

/** All cases of one customer, the last first. */
export const casesOf = (customer: string) =>
  queryOptions({
    queryKey: ["cases", "of", customer],
    queryFn: async ({ signal }) => (await get<Cases>("/api/cases", { customer, limit: 100 }, signal)).cases,
  });

export const colleaguesQuery = queryOptions({
  queryKey: ["colleagues"],
  queryFn: ({ signal }) => get<readonly Colleague[]>("/api/cases/colleagues", {}, signal),
  staleTime: 300_000,
});
