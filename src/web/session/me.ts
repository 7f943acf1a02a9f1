import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { Permission } from "../../people/rights.ts";
import type { ME } from "../../server/people/session.ts";
import { get, Problem } from "../api/call.ts";

export type Me = z.output<typeof ME>;

/** Who is signed in. */
export const me = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => get<Me>("/api/session", {}, signal),
  staleTime: 60_000,
});

/** Whether the server knows nobody behind what was asked: the session is over. */
export const isOut = (error: unknown): boolean => error instanceof Problem && error.status === 401;

export const useMe = (): Me => useSuspenseQuery(me).data;

/** Whether who is signed in may do something; what they may not is not offered. */
export const useMay = (permission: Permission): boolean => useMe().permissions.includes(permission);
