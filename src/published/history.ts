import { createTwoFilesPatch } from "diff";
import { sql } from "kysely";
import { KeptError } from "../kept-error.ts";
import { audit, type Deed } from "../people/audit.ts";
import type { State } from "../storage/postgres/state.ts";

/** One published experience file. */
export interface Version {
  readonly version: number;
  readonly at: Date;
  readonly actorKind: string;
  readonly actor: string;
  /** As they were called then. */
  readonly by: string;
  readonly why: string;
  readonly bringsBack: number | null;
}

export interface Publishing {
  readonly text: string;
  readonly actor: Deed["actor"];
  readonly by: string;
  readonly why: string;
  /** The version that was changed: if another one was published since, nothing is overwritten. */
  readonly from: number;
  /** What held before the first publishing; it becomes version 1. */
  readonly before: string | undefined;
  readonly bringsBack?: number;
}

/** "kept" and a number of ours. */
const ORDER = sql`SELECT pg_advisory_xact_lock(1801810036, 12)`;

/** Publishes a text, which must have no faults. Returns its version. `at` in ms since 1970 UTC. */
export async function publish(state: State, at: number, publishing: Publishing): Promise<number> {
  const { text, actor, by, why, from, before, bringsBack } = publishing;
  return state.db.transaction().execute(async (db) => {
    await ORDER.execute(db);
    const last = await db
      .selectFrom("experience_versions")
      .select(["version", "text"])
      .orderBy("version", "desc")
      .executeTakeFirst();
    if ((last?.version ?? 0) !== from) throw overtaken(last?.version ?? 0);
    if ((last?.text ?? before) === text)
      throw new KeptError("no-change", "This is what holds already; nothing was published.", { status: 409 });
    const first = last === undefined && before !== undefined ? 1 : 0;
    const version = (last?.version ?? 0) + first + 1;
    const moment = new Date(at);
    const beside = { version: 1, text: before ?? "", at: moment, brings_back: null };
    const operator = {
      actor_kind: "operator",
      actor: "operator",
      actor_name: "the file",
      why: "The file to begin with",
    };
    if (first === 1)
      await db
        .insertInto("experience_versions")
        .values({ ...beside, ...operator })
        .execute();
    const who = { actor_kind: actor.kind, actor: actor.id, actor_name: by };
    await db
      .insertInto("experience_versions")
      .values({ version, text, at: moment, why, brings_back: bringsBack ?? null, ...who })
      .execute();
    const details = { why, ...(bringsBack === undefined ? {} : { bringsBack }) };
    await audit({ db }, at, { actor, action: "experience.published", subject: String(version), details });
    return version;
  });
}

const overtaken = (version: number) =>
  new KeptError(
    "overtaken",
    `Version ${version} was published meanwhile; look at what it changed and begin from there.`,
    { status: 409 },
  );

const COLUMNS = ["version", "at", "actor_kind", "actor", "actor_name", "why", "brings_back"] as const;

/** What was published, newest first, below `before` if given. */
export async function readHistory(state: State, limit: number, before?: number): Promise<readonly Version[]> {
  const rows = await state.db
    .selectFrom("experience_versions")
    .select(COLUMNS)
    .$if(before !== undefined, (query) => query.where("version", "<", before ?? 0))
    .orderBy("version", "desc")
    .limit(limit)
    .execute();
  return rows.map(versionOf);
}

/** One version with its text and what it changed, as a unified diff against the one before. */
export async function readVersion(
  state: State,
  version: number,
): Promise<(Version & { readonly text: string; readonly diff: string }) | undefined> {
  const rows = await state.db
    .selectFrom("experience_versions")
    .select([...COLUMNS, "text"])
    .where("version", "in", [version - 1, version])
    .execute();
  const row = rows.find((one) => one.version === version);
  const before = rows.find((one) => one.version === version - 1)?.text ?? "";
  return row && { ...versionOf(row), text: row.text, diff: diffOf(before, row.text, version - 1, version) };
}

/** A change as a unified diff. */
export const diffOf = (before: string, after: string, from: number | string, to: number | string): string =>
  createTwoFilesPatch(`version ${from}`, `version ${to}`, before, after, undefined, undefined, { context: 3 });

export async function latestVersion(
  state: State,
): Promise<{ readonly version: number; readonly text: string } | undefined> {
  return state.db
    .selectFrom("experience_versions")
    .select(["version", "text"])
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

interface Row {
  readonly version: number;
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor: string;
  readonly actor_name: string;
  readonly why: string;
  readonly brings_back: number | null;
}

const versionOf = (row: Row): Version => ({
  version: row.version,
  at: row.at,
  actorKind: row.actor_kind,
  actor: row.actor,
  by: row.actor_name,
  why: row.why,
  bringsBack: row.brings_back,
});
