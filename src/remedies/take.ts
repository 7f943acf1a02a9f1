import { randomBytes } from "node:crypto";
import { KeptError } from "../kept-error.ts";
import { isRole, mayRole } from "../people/rights.ts";
import type { State } from "../storage/postgres/state.ts";
import type { Case, Colleague, LineKind } from "./case.ts";
import { openCaseOf, readCase } from "./read.ts";

export type Db = Pick<State, "db">;

export interface NewCase {
  readonly customer: string;
  /** The ledger's hash of the customer's id, as decimal text. */
  readonly key: string;
  readonly promise: string | null;
  readonly subject: string | null;
  /** The id of who has it from now on; null: nobody yet. */
  readonly owner: string | null;
  readonly dueAt: Date | null;
}

/**
 * Takes a deficit up: opens a case, or takes the open one that nobody has. Of several at once, one gets it; the others
 * are told who has it (KeptError "taken"). Within a transaction. `at` in ms since 1970 UTC.
 */
export async function takeUp(
  { db }: Db,
  at: number,
  asked: NewCase,
  by: Colleague,
): Promise<{ readonly id: string; readonly opened: boolean }> {
  const owner = asked.owner === null ? null : await colleagueOf({ db }, asked.owner);
  const now = new Date(at);
  const { customer, key, promise, subject, dueAt } = asked;
  const made = await db
    .insertInto("cases")
    .values({
      ...{ id: randomBytes(9).toString("base64url"), customer, key, promise, subject },
      ...{ opened_at: now, opened_by: by.id, opened_by_name: by.name },
      ...{ owner: owner?.id ?? null, taken_at: owner && now, due_at: dueAt },
      ...{ closed_at: null, closed_by_name: null, done: null, outcome: null },
    })
    .onConflict((conflict) => conflict.column("key").where("closed_at", "is", null).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (made !== undefined) {
    const note = lineOn({ db }, made.id, customer, at, by);
    await note("opened");
    if (owner !== null) await note(owner.id === by.id ? "taken" : "given", owner.id === by.id ? "" : owner.name);
    return { id: made.id, opened: true };
  }
  const id = (await openCaseOf({ db }, "key", [key]))?.id ?? "";
  if (owner === null) return { id, opened: false };
  await give({ db }, at, await holdCase({ db }, id), { to: owner, from: null }, by);
  return { id, opened: false };
}

/** The case, which nobody else changes until the end of the transaction. */
export async function holdCase({ db }: Db, id: string): Promise<Case> {
  await db.selectFrom("cases").select("id").where("id", "=", id).forUpdate().execute();
  const found = await readCase({ db }, id);
  if (found === undefined) throw new KeptError("not-found", "There is no such case.", { status: 404 });
  return found;
}

/** Gives a case from one to another, as long as the one still has it. */
export async function give(
  { db }: Db,
  at: number,
  held: Case,
  { to, from }: { readonly to: Colleague | null; readonly from: string | null },
  by: Colleague,
): Promise<void> {
  if ((held.owner?.id ?? null) === (to?.id ?? null)) return;
  if ((held.owner?.id ?? null) !== from) throw taken(held);
  await db
    .updateTable("cases")
    .set({ owner: to?.id ?? null, taken_at: to && new Date(at) })
    .where("id", "=", held.id)
    .execute();
  const note = lineOn({ db }, held.id, held.customer, at, by);
  if (to === null) await note("left");
  else await note(to.id === by.id ? "taken" : "given", to.id === by.id ? "" : to.name);
}

export function taken({ owner, closed }: Case): KeptError {
  if (closed !== null) return new KeptError("closed", `${closed.by} has closed this case.`, { status: 409 });
  const who = owner === null ? "Nobody has this case any more" : `${owner.name} has this case`;
  return new KeptError("taken", `${who}; look at it anew.`, { status: 409 });
}

/** Somebody who is here and may mend. Throws KeptError "no-such-colleague". */
export async function colleagueOf({ db }: Db, id: string): Promise<Colleague> {
  const found = (await readColleagues({ db })).find((one) => one.id === id);
  if (found !== undefined) return found;
  throw new KeptError("no-such-colleague", "Nobody here by this id may take up cases.", { status: 400 });
}

/** Everybody who may have a case, by name. */
export async function readColleagues({ db }: Db): Promise<readonly Colleague[]> {
  const rows = await db
    .selectFrom("users")
    .select(["id", "name", "role"])
    .where("disabled", "=", false)
    .orderBy("name")
    .execute();
  return rows.filter(({ role }) => isRole(role) && mayRole(role, "cases:write")).map(({ id, name }) => ({ id, name }));
}

/** Writes lines on a case. */
export const lineOn =
  ({ db }: Db, id: string, customer: string, at: number, by: Colleague) =>
  async (kind: LineKind, words = ""): Promise<void> => {
    const line = { case_id: id, customer, at: new Date(at), by_name: by.name, what: kind, words };
    await db.insertInto("case_notes").values(line).execute();
  };
