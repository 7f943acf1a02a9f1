import { queryOptions } from "@tanstack/react-query";
import type { Role } from "../../people/rights.ts";
import { get } from "../api/call.ts";

export const ROLE_NAMES: readonly Role[] = ["owner", "editor", "agent", "viewer"];

export interface Rights {
  readonly roles: readonly { readonly role: Role; readonly permissions: readonly string[] }[];
  readonly permissions: readonly { readonly permission: string; readonly allows: string }[];
}

/** All roles, and what each permission allows in words. */
export const rights = queryOptions({
  queryKey: ["rights"],
  queryFn: ({ signal }) => get<Rights>("/api/rights", {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});
