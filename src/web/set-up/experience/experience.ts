import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { DIAGNOSTIC, PREVIEWED, VERSION } from "../../../server/experience/schemas.ts";
import { get, Problem, send } from "../../api/call.ts";

export type Diagnostic = z.output<typeof DIAGNOSTIC>;
export type Preview = z.output<typeof PREVIEWED>;
export type Version = z.output<typeof VERSION>;
export type VersionInFull = Version & { readonly text: string; readonly diff: string };

export interface Current {
  readonly version: number;
  readonly text: string;
}

/** The file that holds; nothing where there is none yet. */
export const current = queryOptions({
  queryKey: ["experience", "current"],
  queryFn: async ({ signal }): Promise<Current | null> => {
    try {
      return await get<Current>("/api/experience", {}, signal);
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return null;
      throw error;
    }
  },
});

/** All faults and warnings of a text, in the words of `kept check`. */
export const checked = (text: string) =>
  queryOptions({
    queryKey: ["checked", text],
    queryFn: () =>
      send<{ readonly well: boolean; readonly diagnostics: readonly Diagnostic[] }>("POST", "/api/experience/check", {
        text,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
  });

export const oneVersion = (version: number) =>
  queryOptions({
    queryKey: ["experience", "version", version],
    queryFn: ({ signal }) => get<VersionInFull>(`/api/experience/history/${version}`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
