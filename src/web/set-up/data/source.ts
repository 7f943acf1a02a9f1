import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { Reject } from "../../../server/sources/rejects.ts";
import type { IMPORT, LOOK, Mapping } from "../../../server/sources/schemas.ts";
import { get, send } from "../../api/call.ts";

export type { Mapping, Reject };
export type Look = z.output<typeof LOOK>;
export type Import = z.output<typeof IMPORT>;

/** What a file seems to hold, read as somebody said it must be. */
export const look = (file: string, mapping: Mapping) =>
  queryOptions({
    queryKey: ["look", file, mapping],
    queryFn: () => send<Look>("POST", "/api/sources/look", { file, ...mapping }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** One import, looked at until it has ended. */
export const oneImport = (id: string) =>
  queryOptions({
    queryKey: ["imports", id],
    queryFn: ({ signal }) => get<Import>(`/api/sources/imports/${id}`, {}, signal),
    refetchInterval: ({ state: { data } }) => (data?.state === "running" ? 500 : false),
  });

export const rejectsOf = (id: string) =>
  queryOptions({
    queryKey: ["rejects", id],
    queryFn: ({ signal }) =>
      get<{ readonly rejects: readonly Reject[] }>(`/api/sources/imports/${id}/rejects`, { limit: 50 }, signal),
    retry: false,
  });
