import { type Permission, permissionsOf, type Role } from "./rights.ts";

/** Who asks: a person with a session, a token of a person's, a write key of the company's, or nobody we know. */
export type Caller =
  | { readonly kind: "person"; readonly id: string; readonly name: string; readonly email: string; readonly role: Role }
  | {
      readonly kind: "token";
      readonly id: string;
      readonly name: string;
      readonly ownerId: string;
      readonly scopes: readonly Permission[];
    }
  | { readonly kind: "key"; readonly id: string; readonly name: string }
  | { readonly kind: "nobody" };

export const NOBODY: Caller = Object.freeze({ kind: "nobody" });

/** What a caller may do at this moment. */
export function permissionsOfCaller(caller: Caller): readonly Permission[] {
  switch (caller.kind) {
    case "person":
      return permissionsOf(caller.role);
    case "token":
      return caller.scopes;
    case "key":
      return ["events:write"];
    case "nobody":
      return [];
  }
}

/** By which name others know a caller. */
export const nameOf = (caller: Caller): string => (caller.kind === "nobody" ? "" : caller.name);
