import { KeptError } from "../kept-error.ts";
import { atOnce, type Inside } from "../storage/postgres/at-once.ts";
import type { State } from "../storage/postgres/state.ts";
import type { Role } from "./rights.ts";

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly disabled: boolean;
  readonly createdAt: Date;
}

export async function readPeople(state: State): Promise<readonly PersonRow[]> {
  const rows = await state.db
    .selectFrom("users")
    .select(["id", "name", "email", "role", "disabled", "created_at"])
    .orderBy("created_at")
    .execute();
  return rows.map(({ created_at: createdAt, ...row }) => ({ ...row, role: row.role as Role, createdAt }));
}

export async function hasOwner(state: State): Promise<boolean> {
  const owner = await state.db.selectFrom("users").select("id").where("role", "=", "owner").limit(1).executeTakeFirst();
  return owner !== undefined;
}

/** What may be changed about a person by an owner. */
export interface PersonChange {
  readonly role?: Role | undefined;
  /** Sent away: may not sign in, and every session ends. */
  readonly disabled?: boolean | undefined;
}

/** Changes a person; the last owner stays one. Returns whether there is such a person. */
export async function changePerson(state: Inside, at: number, id: string, change: PersonChange): Promise<boolean> {
  return atOnce(state, async ({ db }) => {
    const set = {
      updated_at: new Date(at),
      ...(change.role === undefined ? {} : { role: change.role }),
      ...(change.disabled === undefined ? {} : { disabled: change.disabled }),
    };
    // All owners are held, so that two cannot send each other away at once.
    await db.selectFrom("users").select("id").where("role", "=", "owner").forUpdate().execute();
    const { numUpdatedRows } = await db.updateTable("users").set(set).where("id", "=", id).executeTakeFirst();
    if (change.disabled) await db.deleteFrom("sessions").where("user_id", "=", id).execute();
    await refuseWithoutOwner(db);
    return numUpdatedRows > 0n;
  });
}

/** Takes a person out for good, with their sessions and tokens. Returns whether there was such a person. */
export async function removePerson(state: Inside, id: string): Promise<boolean> {
  return atOnce(state, async ({ db }) => {
    await db.selectFrom("users").select("id").where("role", "=", "owner").forUpdate().execute();
    const { numDeletedRows } = await db.deleteFrom("users").where("id", "=", id).executeTakeFirst();
    await refuseWithoutOwner(db);
    return numDeletedRows > 0n;
  });
}

async function refuseWithoutOwner(db: State["db"]): Promise<void> {
  const owner = await db
    .selectFrom("users")
    .select("id")
    .where("role", "=", "owner")
    .where("disabled", "=", false)
    .limit(1)
    .executeTakeFirst();
  if (owner !== undefined) return;
  throw new KeptError("last-owner", "Somebody must stay owner; make another person owner first.", { status: 409 });
}
