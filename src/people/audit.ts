import { sql } from "kysely";
import type { Inside } from "../storage/postgres/at-once.ts";
import type { State } from "../storage/postgres/state.ts";
import type { Caller } from "./caller.ts";

/** What may be done that others must be able to read about later. */
export interface Deed {
  /** `person`, `token`, `key`, or `operator` for who has the machine. */
  readonly actor: { readonly kind: string; readonly id: string };
  /** Such as `key.revoked`: a thing and what became of it. */
  readonly action: string;
  /** What it was done to, by its id; of customers only a hash, or erasing them would leave their name here. */
  readonly subject: string;
  /** Nothing secret, and nothing about a customer. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export const OPERATOR = { kind: "operator", id: "operator" } as const;

/**
 * Writes a deed to the audit log, which the database lets nobody change. `at` is in ms since 1970 UTC. Inside `atOnce`
 * it is there if what was done is; what the database writes there itself stands in its migrations. From then on until
 * the end of that work all others wait who write to the log: it comes last.
 */
export async function audit(state: Inside, at: number, deed: Deed): Promise<void> {
  await state.db
    .insertInto("audit")
    .values({
      at: new Date(at),
      actor_kind: deed.actor.kind,
      actor: deed.actor.id,
      action: deed.action,
      subject: deed.subject,
      details: JSON.stringify(deed.details ?? {}),
    })
    .execute();
}

export const actorOf = (caller: Caller): Deed["actor"] => ({
  kind: caller.kind,
  id: caller.kind === "nobody" ? "" : caller.id,
});

export interface AuditEntry {
  readonly number: number;
  readonly at: Date;
  readonly actorKind: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The log, newest first, below `before` if given. */
export async function readAudit(state: State, limit: number, before?: number): Promise<readonly AuditEntry[]> {
  const rows = await state.db
    .selectFrom("audit")
    .select(["number", "at", "actor_kind", "actor", "action", "subject", "details"])
    .$if(before !== undefined, (query) => query.where("number", "<", String(before)))
    .orderBy("number", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    number: Number(row.number),
    at: row.at,
    actorKind: row.actor_kind,
    actor: row.actor,
    action: row.action,
    subject: row.subject,
    details: row.details,
  }));
}

/** The numbers of entries that are not as they were written, or whose predecessor is not; none when all is well. */
export async function brokenAudit(state: State): Promise<readonly number[]> {
  const { rows } = await sql<{ number: string }>`
    SELECT number FROM (
      SELECT number, hash <> audit_hash(audit) AS changed, previous <> coalesce(lag(hash) OVER by_number, '') AS torn,
        number <> coalesce(lag(number) OVER by_number, 0) + 1 AS gap
      FROM audit WINDOW by_number AS (ORDER BY number)
    ) checked WHERE changed OR torn OR gap ORDER BY number LIMIT 100`.execute(state.db);
  return rows.map((row) => Number(row.number));
}
