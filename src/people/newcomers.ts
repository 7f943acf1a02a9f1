import { APIError } from "better-auth/api";
import type { State } from "../storage/postgres/state.ts";
import { isRole, type Role } from "./rights.ts";

export interface Newcomers {
  /** The role of who comes by the provider without an invitation; nothing lets only the invited in. */
  readonly uninvited: Role | undefined;
  /** Ms since 1970 UTC. */
  readonly now: () => number;
}

interface Comer {
  readonly email: string;
  readonly emailVerified: boolean;
}

/** Who comes by the provider for the first time gets the role of their invitation, or is sent away. */
export const admit = (state: State, { uninvited, now }: Newcomers) => ({
  user: {
    create: {
      async before(user: Comer) {
        const role = (await invitedAs(state, user, now())) ?? uninvited;
        if (role === undefined) throw new APIError("FORBIDDEN", { message: "not invited" });
        return { data: { ...user, role } };
      },
    },
  },
  session: {
    create: {
      async before({ userId }: { readonly userId: string }) {
        const user = await state.db.selectFrom("users").select("disabled").where("id", "=", userId).executeTakeFirst();
        if (user?.disabled) throw new APIError("FORBIDDEN", { message: "sent away" });
        // The audit log says when, by the clock of the house, which is not always the machine's.
        return { data: { createdAt: new Date(now()) } };
      },
    },
  },
});

/** Uses up an open invitation for an address that the provider vouches for. */
async function invitedAs(state: State, { email, emailVerified }: Comer, at: number): Promise<Role | undefined> {
  if (!emailVerified) return undefined;
  const invitation = await state.db
    .updateTable("invitations")
    .set({ accepted_at: new Date(at) })
    .where("email", "=", email.toLowerCase())
    .where("accepted_at", "is", null)
    .where("expires_at", ">", new Date(at))
    .returning("role")
    .executeTakeFirst();
  return invitation !== undefined && isRole(invitation.role) ? invitation.role : undefined;
}
