import { randomBytes } from "node:crypto";
import { KeptError } from "../kept-error.ts";
import { atOnce, type Inside } from "../storage/postgres/at-once.ts";
import type { State } from "../storage/postgres/state.ts";
import { hashOf } from "./keys.ts";
import { isRole, type Role } from "./rights.ts";

export interface Invitation {
  readonly id: string;
  /** Nothing where who comes names their own. */
  readonly email: string | null;
  readonly role: Role;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface NewInvitation {
  /** Nothing: who comes names their own. */
  readonly email: string | undefined;
  readonly role: Role;
  /** Nothing when who has the machine invites. */
  readonly invitedBy: string | undefined;
  readonly hours: number;
}

const HOUR = 3_600_000;

/** Invites somebody. The token, which makes the link, is returned this once; an older invitation of theirs ends. */
export async function invite(
  state: Inside,
  at: number,
  { email, role, invitedBy, hours }: NewInvitation,
): Promise<{ readonly id: string; readonly token: string; readonly expiresAt: Date }> {
  const token = randomBytes(32).toString("base64url");
  const id = randomBytes(9).toString("base64url");
  const expiresAt = new Date(at + hours * HOUR);
  const address = email?.toLowerCase() ?? null;
  await atOnce(state, async ({ db }) => {
    if (address !== null) await refuseKnown(db, address);
    const older = db.deleteFrom("invitations").where("accepted_at", "is", null);
    await older.where("email", address === null ? "is" : "=", address).execute();
    const times = { created_at: new Date(at), expires_at: expiresAt };
    const who = { id, token_hash: hashOf(token), email: address, role, invited_by: invitedBy ?? null };
    await db
      .insertInto("invitations")
      .values({ ...who, ...times })
      .execute();
  });
  return { id, token, expiresAt };
}

async function refuseKnown(db: State["db"], email: string): Promise<void> {
  const known = await db.selectFrom("users").select("id").where("email", "=", email).executeTakeFirst();
  if (known !== undefined)
    throw new KeptError("already-here", "Somebody with this address is here already.", { status: 409 });
}

/** The invitation behind a link, while it works. */
export async function findInvitation(state: State, at: number, token: string): Promise<Invitation | undefined> {
  const row = await open(state, at).where("token_hash", "=", hashOf(token)).executeTakeFirst();
  return row && invitationOf(row);
}

export async function openInvitations(state: State, at: number): Promise<readonly Invitation[]> {
  return (await open(state, at).orderBy("created_at", "desc").execute()).map(invitationOf);
}

const open = (state: State, at: number) =>
  state.db
    .selectFrom("invitations")
    .select(["id", "email", "role", "created_at", "expires_at"])
    .where("accepted_at", "is", null)
    .where("expires_at", ">", new Date(at));

const invitationOf = (row: {
  id: string;
  email: string | null;
  role: string;
  created_at: Date;
  expires_at: Date;
}): Invitation => ({
  id: row.id,
  email: row.email,
  role: row.role as Role,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
});

/** Whether there was such an open invitation. */
export async function withdrawInvitation(state: Inside, id: string): Promise<boolean> {
  const { numDeletedRows } = await state.db
    .deleteFrom("invitations")
    .where("id", "=", id)
    .where("accepted_at", "is", null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Makes the invited a person with a password; the link works once. Returns who they are now. */
export async function acceptInvitation(
  state: Inside,
  at: number,
  token: string,
  person: { readonly name: string; readonly email: string | undefined; readonly passwordHash: string },
): Promise<{ readonly id: string; readonly email: string; readonly role: Role }> {
  const now = new Date(at);
  return atOnce(state, async ({ db }) => {
    const invitation = await db
      .updateTable("invitations")
      .set({ accepted_at: now })
      .where("token_hash", "=", hashOf(token))
      .where("accepted_at", "is", null)
      .where("expires_at", ">", now)
      .returning(["email", "role"])
      .executeTakeFirst();
    if (invitation === undefined || !isRole(invitation.role)) throw invitationOver();
    const { role } = invitation;
    const email = invitation.email ?? person.email?.toLowerCase();
    if (email === undefined) throw new KeptError("no-address", "Name your e-mail address.", { status: 400 });
    await refuseKnown(db, email);
    const id = randomBytes(16).toString("base64url");
    const times = { created_at: now, updated_at: now };
    // Who invited them vouches for the address, or has the machine.
    const user = { id, name: person.name, email, email_verified: true, image: null, role };
    await db
      .insertInto("users")
      .values({ ...user, ...times })
      .execute();
    const account = {
      id: randomBytes(16).toString("base64url"),
      account_id: id,
      provider_id: "credential",
      user_id: id,
    };
    await db
      .insertInto("accounts")
      .values({ ...account, password: person.passwordHash, ...times })
      .execute();
    return { id, email, role };
  });
}

export const invitationOver = (): KeptError =>
  new KeptError("invitation-over", "This invitation has been used, withdrawn, or is over; ask for a new one.", {
    status: 410,
  });
