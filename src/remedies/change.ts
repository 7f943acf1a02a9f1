import { KeptError } from "../kept-error.ts";
import type { Case, Colleague, Outcome } from "./case.ts";
import { openCaseOf } from "./read.ts";
import { colleagueOf, type Db, give, holdCase, lineOn, taken } from "./take.ts";

export interface CaseChange {
  /** Who has it from now on, and who had it as far as the caller knows; null is nobody. */
  readonly owner?: { readonly to: string | null; readonly from: string | null } | undefined;
  /** By when it is to be mended; null: no day. */
  readonly dueAt?: Date | null | undefined;
}

/** Gives an open case to somebody, or says by when it is to be mended. Within a transaction, as all below. */
export async function changeCase(
  { db }: Db,
  at: number,
  id: string,
  { owner, dueAt }: CaseChange,
  by: Colleague,
): Promise<void> {
  const held = await holdOpen({ db }, id);
  if (owner !== undefined) {
    const to = owner.to === null ? null : await colleagueOf({ db }, owner.to);
    await give({ db }, at, held, { to, from: owner.from }, by);
  }
  if (dueAt === undefined || dueAt?.getTime() === held.dueAt?.getTime()) return;
  await db.updateTable("cases").set({ due_at: dueAt }).where("id", "=", id).execute();
  await lineOn({ db }, id, held.customer, at, by)("due", dueAt?.toISOString() ?? "");
}

/** Adds a line; to a closed case, too: customers call again. */
export async function noteOnCase({ db }: Db, at: number, id: string, words: string, by: Colleague): Promise<void> {
  const held = await holdCase({ db }, id);
  await lineOn({ db }, id, held.customer, at, by)("note", words);
}

/** Closes a case with what was done and what became of it. */
export async function closeCase(
  { db }: Db,
  at: number,
  id: string,
  { done, outcome }: { readonly done: string; readonly outcome: Outcome },
  by: Colleague,
): Promise<void> {
  const held = await holdOpen({ db }, id);
  const closed = { closed_at: new Date(at), closed_by_name: by.name, done, outcome };
  await db.updateTable("cases").set(closed).where("id", "=", id).execute();
  await lineOn({ db }, id, held.customer, at, by)("closed", done);
}

/** Opens a closed case again; whoever had it has it again. */
export async function reopenCase({ db }: Db, at: number, id: string, by: Colleague): Promise<void> {
  const held = await holdCase({ db }, id);
  if (held.closed === null) throw new KeptError("open", "This case is open already.", { status: 409 });
  const other = await openCaseOf({ db }, "key", [held.key]);
  if (other !== undefined) throw taken(other);
  const open = { closed_at: null, closed_by_name: null, done: null, outcome: null };
  await db.updateTable("cases").set(open).where("id", "=", id).execute();
  await lineOn({ db }, id, held.customer, at, by)("reopened");
}

async function holdOpen(db: Db, id: string): Promise<Case> {
  const held = await holdCase(db, id);
  if (held.closed !== null) throw taken(held);
  return held;
}
