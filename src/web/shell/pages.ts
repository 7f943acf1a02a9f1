import { HeartHandshake, Route, Settings, Target, Users, UsersRound } from "lucide-react";
import type { Permission } from "../../people/rights.ts";
import { useMe } from "../session/me.ts";

interface Page {
  readonly to: "/" | "/journeys" | "/customers" | "/mend" | "/set-up" | "/people";
  readonly name: "gaps" | "journey" | "customer" | "mend" | "setUp" | "people";
  readonly icon: typeof Target;
  readonly needs: Permission;
}

export const PAGES: readonly Page[] = [
  { to: "/", name: "gaps", icon: Target, needs: "gaps:read" },
  { to: "/journeys", name: "journey", icon: Route, needs: "gaps:read" },
  { to: "/customers", name: "customer", icon: Users, needs: "customers:read" },
  { to: "/mend", name: "mend", icon: HeartHandshake, needs: "customers:read" },
  { to: "/set-up", name: "setUp", icon: Settings, needs: "experience:read" },
  { to: "/people", name: "people", icon: UsersRound, needs: "people:write" },
];

/** Where who is signed in may go from everywhere. */
export function usePages(): readonly Page[] {
  const { permissions } = useMe();
  return PAGES.filter(({ needs }) => permissions.includes(needs));
}
