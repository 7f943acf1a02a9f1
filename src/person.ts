import { createHash } from "node:crypto";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { House } from "./house.ts";
import { KeptError } from "./kept-error.ts";
import type { Experience } from "./language/experience.ts";
import { keysOfCustomers } from "./ledger/customer-keys.ts";
import { forgetCustomer } from "./ledger/forget.ts";
import { forgetInUploads } from "./ledger/forget-uploads.ts";
import { customerOf, readPerson } from "./ledger/links/read.ts";
import { exportPerson } from "./ledger/person.ts";
import { SILENT } from "./ledger/uploads.ts";
import { audit, type Deed } from "./people/audit.ts";
import { eraseCustomerRows, exportCustomerRows, type Named } from "./people/customer-rows.ts";
import { verdictsOnCustomer } from "./promises/read.ts";
import { atOnce, type Inside } from "./storage/postgres/at-once.ts";
import type { State } from "./storage/postgres/state.ts";
import type { Store } from "./storage/store.ts";

/** Both engines, or the ledger alone where there never was a server. */
export interface Holdings {
  readonly home: string;
  readonly store: Store;
  readonly state: House["state"] | undefined;
}

export interface Erased {
  readonly events: number;
  /** Verdicts and other rows on them, in both engines and among the rejected rows of files. */
  readonly derived: number;
  /** Until when backups that were made before may still hold them; ms since 1970 UTC. Nothing without backups. */
  readonly inBackupsUntil: number | undefined;
}

/** Erasing waits for a backup, and a backup for erasing: none holds half a person. */
export const BACKUP_LOCK = "backup";

/** Erases a customer, by all ids linked to the one that is given, from both engines. `at` is in ms since 1970 UTC. */
export async function erasePerson(holdings: Holdings, id: string, at: number, actor: Deed["actor"]): Promise<Erased> {
  const { state } = holdings;
  if (state === undefined) return erase(holdings, id, at);
  const note = (inside: Inside, action: string, details = {}) =>
    audit(inside, at, { actor, action, subject: hashOfCustomer(id), details });
  const work = async () => {
    await note(state, "customer.erasing");
    return erase(holdings, id, at, (inside, { events, derived }) =>
      note(inside, "customer.erased", { events, derived }),
    );
  };
  const erased = await state.withLock(BACKUP_LOCK, work, "together");
  if (erased === undefined)
    throw new KeptError("backup-runs", "A backup is being made; erase again when it is done.", { status: 409 });
  return erased;
}

/** What was begun is in the audit log before anything is gone; what came of it, with the last rows that go. */
async function erase(
  { home, store, state }: Holdings,
  id: string,
  at: number,
  note: (inside: Inside, erased: Pick<Erased, "events" | "derived">) => Promise<void> = async () => {},
): Promise<Erased> {
  const named = await namesOf(store, id);
  // Before anything is gone: what was begun can be finished after an older backup was restored.
  for (const each of named.ids) noteErased(home, each, at);
  const busy = state === undefined ? new Set<string>() : await comingIn(state, at);
  const rejected = await forgetInUploads(home, named.ids, busy);
  const forgotten = await forgetCustomer(store, id);
  const facts = { ...forgotten, derived: forgotten.derived + rejected };
  if (state === undefined) return { ...facts, inBackupsUntil: undefined };
  const derived = await atOnce(state, async (inside) => {
    const derived = facts.derived + (await eraseCustomerRows(inside, named));
    if (facts.events + derived > 0) await note(inside, { events: facts.events, derived });
    return derived;
  });
  return { events: facts.events, derived, inBackupsUntil: await lastBackupEnds(state, at) };
}

/** Files that come in at this moment. */
async function comingIn({ db }: State, at: number): Promise<ReadonlySet<string>> {
  const alive = new Date(at - SILENT);
  const running = db.selectFrom("imports").select("id").where("state", "=", "running").where("told_at", ">", alive);
  return new Set((await running.execute()).map(({ id }) => id));
}

async function namesOf(store: Store, id: string): Promise<Named> {
  const { ids } = await readPerson(store, id);
  return { ids, keys: await keysOfCustomers(store, ids) };
}

/** Everything that both engines know of a customer under any of their ids, and what was promised to them, a JSON object a line. */
export async function* handOver(
  { store, state }: Holdings,
  id: string,
  experience: Experience | undefined,
): AsyncGenerator<string> {
  yield* exportPerson(store, id);
  if (state !== undefined) yield* exportCustomerRows(state, await namesOf(store, id));
  if (experience === undefined) return;
  for (const verdict of await verdictsOnCustomer(store, experience, await customerOf(store, id)))
    yield JSON.stringify({ kind: "verdict", ...verdict });
}

async function lastBackupEnds(state: State, at: number): Promise<number | undefined> {
  const row = await state.db
    .selectFrom("backups")
    .select(({ fn }) => fn.max("expires_at").as("last"))
    .where("expires_at", ">", new Date(at))
    .executeTakeFirst();
  return row?.last?.getTime();
}

/** A customer where their name must not stand: nobody finds it back without the id. */
export const hashOfCustomer = (id: string): string => createHash("sha256").update(id).digest("hex");

export const erasedFile = (home: string): string => join(home, "erased.jsonl");

/** Kept outside of both engines, so that who was erased is erased again when an older backup is restored. */
function noteErased(home: string, id: string, at: number): void {
  const line = JSON.stringify({ customer: hashOfCustomer(id), at: new Date(at).toISOString() });
  appendFileSync(erasedFile(home), `${line}\n`, { mode: 0o600 });
}
