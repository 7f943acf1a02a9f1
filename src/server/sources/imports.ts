import type { NotNull } from "kysely";
import type { ImportResult } from "../../ledger/import/options.ts";
import type { Upload } from "../../ledger/uploads.ts";
import type { Deed } from "../../people/audit.ts";
import type { Inside } from "../../storage/postgres/at-once.ts";
import type { State } from "../../storage/postgres/state.ts";

/** Notes that a file was handed in. `at` in ms since 1970 UTC. */
export async function noteUpload(
  state: State,
  at: number,
  { id, name, bytes }: Upload,
  by: { readonly actor: Deed["actor"]; readonly name: string },
): Promise<void> {
  const who = { actor_kind: by.actor.kind, actor: by.actor.id, actor_name: by.name };
  await state.db
    .insertInto("imports")
    .values({ id, name, bytes, ...who, state: "handed-in", handed_in_at: new Date(at) })
    .execute();
}

/** By which name a file was handed in. */
export async function nameOfUpload(state: State, id: string): Promise<string | undefined> {
  const row = await state.db.selectFrom("imports").select("name").where("id", "=", id).executeTakeFirst();
  return row?.name;
}

type Begun = { readonly state: "running" | "done" | "failed" | "stopped"; readonly begun_at: NotNull };
const begunImports = ({ db }: State) =>
  db.selectFrom("imports").selectAll().where("state", "!=", "handed-in").$narrowType<Begun>();

/** A file whose import was begun. */
export type ImportRow = NonNullable<Awaited<ReturnType<typeof readImport>>>;

export const readImport = (state: State, id: string) => begunImports(state).where("id", "=", id).executeTakeFirst();

/** Newest first, after a place. */
export function readImports(
  state: State,
  limit: number,
  after?: { readonly at: Date; readonly id: string },
): Promise<readonly ImportRow[]> {
  return begunImports(state)
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("handed_in_at", "id"), "<", tuple(after?.at ?? new Date(0), after?.id ?? "")),
      ),
    )
    .orderBy("handed_in_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** The import that is begun by this; nothing where it had been begun before: of two who begin it, one does. */
export function noteBegun({ db }: Inside, at: number, id: string, mapping: object): Promise<ImportRow | undefined> {
  const moment = new Date(at);
  return db
    .updateTable("imports")
    .set({ state: "running", mapping: JSON.stringify(mapping), begun_at: moment, told_at: moment, ended_at: null })
    .set({ rows: 0, about: null, result: null, code: null, words: null })
    .where("id", "=", id)
    .where("state", "in", ["handed-in", "failed", "stopped"])
    .returningAll()
    .$narrowType<Begun>()
    .executeTakeFirst();
}

export async function noteProgress(state: State, at: number, id: string, rows: number, about?: number): Promise<void> {
  await state.db
    .updateTable("imports")
    .set({ rows, about: about ?? null, told_at: new Date(at) })
    .where("id", "=", id)
    .where("state", "=", "running")
    .execute();
}

/** How it ended: with a result, or with what was wrong. */
export type Ending =
  | { readonly state: "done"; readonly result: Omit<ImportResult, "rejectsFile" | "columns"> }
  | { readonly state: "failed" | "stopped"; readonly code: string; readonly words: string };

export async function noteEnded(state: State, at: number, id: string, ending: Ending): Promise<void> {
  const { state: how, ...rest } = ending;
  const told = "result" in rest ? { result: JSON.stringify(rest.result) } : rest;
  await state.db
    .updateTable("imports")
    .set({ state: how, ended_at: new Date(at), ...told })
    .where("id", "=", id)
    .where("state", "=", "running")
    .execute();
}
