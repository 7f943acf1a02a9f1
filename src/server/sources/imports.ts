import type { Selectable } from "kysely";
import type { ImportResult } from "../../ledger/import/options.ts";
import type { Deed } from "../../people/audit.ts";
import type { State } from "../../storage/postgres/state.ts";
import type { Tables } from "../../storage/postgres/tables.ts";
import type { Upload } from "./uploads.ts";

export type ImportRow = Selectable<Tables["imports"]>;

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

export const readImport = (state: State, id: string): Promise<ImportRow | undefined> =>
  state.db.selectFrom("imports").selectAll().where("id", "=", id).executeTakeFirst();

/** Those that were begun, newest first, after a place. */
export function readImports(
  state: State,
  limit: number,
  after?: { readonly at: Date; readonly id: string },
): Promise<readonly ImportRow[]> {
  return state.db
    .selectFrom("imports")
    .selectAll()
    .where("state", "!=", "handed-in")
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

/** Whether it had not been begun yet: of two who begin it, one does. */
export async function noteBegun(state: State, at: number, id: string, mapping: object): Promise<boolean> {
  const moment = new Date(at);
  const { numUpdatedRows } = await state.db
    .updateTable("imports")
    .set({ state: "running", mapping: JSON.stringify(mapping), begun_at: moment, told_at: moment, ended_at: null })
    .set({ rows: 0, about: null, result: null, code: null, words: null })
    .where("id", "=", id)
    .where("state", "in", ["handed-in", "failed", "stopped"])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
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
  | { readonly state: "done"; readonly result: Omit<ImportResult, "rejectsFile"> }
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
