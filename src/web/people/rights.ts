import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { Role } from "../../people/rights.ts";
import type { RIGHTS } from "../../server/people/session.ts";
import { get } from "../api/call.ts";

export const ROLE_NAMES: readonly Role[] = ["owner", "editor", "agent", "viewer"];

/** All roles, and what each permission allows in words. */
export const rights = queryOptions({
  queryKey: ["rights"],
  queryFn: ({ signal }) => get<z.output<typeof RIGHTS>>("/api/rights", {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});
