import type { State } from "../storage/postgres/state.ts";
import { type Case, type CaseLine, LINE_KINDS, OUTCOMES } from "./case.ts";

type Db = Pick<State, "db">;

/** Which cases are looked at: those that are open, those of one person, those that are closed. */
export type Which =
  | { readonly kind: "open" }
  | { readonly kind: "of"; readonly owner: string }
  | { readonly kind: "closed" }
  | { readonly kind: "customer"; readonly ids: readonly string[] };

/** The place after a case in its list: ms since 1970 UTC and its id. */
export interface CasePlace {
  readonly at: number;
  readonly id: string;
}

const select = ({ db }: Db) =>
  db
    .selectFrom("cases")
    .leftJoin("users", "users.id", "cases.owner")
    .select(["cases.id", "cases.customer", "cases.key", "cases.promise", "cases.subject", "cases.opened_at"])
    .select(["cases.opened_by_name", "cases.owner", "users.name as owner_name", "cases.taken_at", "cases.due_at"])
    .select(["cases.closed_at", "cases.closed_by_name", "cases.done", "cases.outcome"]);

type Row = Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirstOrThrow"]>>;

/** Cases, those opened last first; of the closed, those closed last. */
export async function listCases(
  state: Db,
  which: Which,
  { limit, after }: { readonly limit: number; readonly after: CasePlace | undefined },
): Promise<readonly Case[]> {
  const by = which.kind === "closed" ? "cases.closed_at" : "cases.opened_at";
  const rows = await select(state)
    .$if(which.kind === "open" || which.kind === "of", (query) => query.where("cases.closed_at", "is", null))
    .$if(which.kind === "closed", (query) => query.where("cases.closed_at", "is not", null))
    .$if(which.kind === "of", (query) => query.where("cases.owner", "=", which.kind === "of" ? which.owner : ""))
    .$if(which.kind === "customer", (query) =>
      query.where("cases.customer", "in", which.kind === "customer" ? [...which.ids] : []),
    )
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple(by, "cases.id"), "<", tuple(new Date(after?.at ?? 0), after?.id ?? "")),
      ),
    )
    .orderBy(by, "desc")
    .orderBy("cases.id", "desc")
    .limit(limit)
    .execute();
  return rows.map(caseOf);
}

export async function readCases(state: Db, ids: readonly string[]): Promise<readonly Case[]> {
  if (ids.length === 0) return [];
  const rows = await select(state)
    .where("cases.id", "in", [...ids])
    .execute();
  return rows.map(caseOf);
}

export const readCase = async (state: Db, id: string): Promise<Case | undefined> => (await readCases(state, [id]))[0];

/** The open case of a customer, by any of their ids or hashes of ids. */
export async function openCaseOf(state: Db, by: "customer" | "key", any: readonly string[]): Promise<Case | undefined> {
  const row = await select(state)
    .where("cases.closed_at", "is", null)
    .where(`cases.${by}`, "in", [...any])
    .orderBy("cases.opened_at", "desc")
    .executeTakeFirst();
  return row && caseOf(row);
}

/** How the cases of a customer stand. */
export interface Standing extends Pick<Case, "customer" | "key"> {
  /** The id of the open one. */
  readonly open: string | null;
  /** When the last was closed, in ms since 1970 UTC; 0 where none was. */
  readonly closed: number;
}

/** Of every customer who ever had a case. */
export async function readStandings({ db }: Db): Promise<readonly Standing[]> {
  const rows = await db
    .selectFrom("cases")
    .select(({ fn }) => [
      "customer",
      "key",
      fn.max("id").filterWhere("closed_at", "is", null).as("open"),
      fn.max("closed_at").as("closed"),
    ])
    .groupBy(["customer", "key"])
    .execute();
  return rows.map(({ customer, key, open, closed }) => ({ customer, key, open, closed: closed?.getTime() ?? 0 }));
}

/** What was done and said, case by case, in its order. */
export async function linesOf({ db }: Db, ids: readonly string[]): Promise<ReadonlyMap<string, readonly CaseLine[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("case_notes")
    .select(["case_id", "at", "by_name", "what", "words"])
    .where("case_id", "in", [...ids])
    .orderBy("number")
    .execute();
  const lines = new Map<string, CaseLine[]>();
  for (const { case_id, at, by_name, what, words } of rows) {
    const known = LINE_KINDS.find((one) => one === what);
    if (known === undefined) continue;
    lines.set(case_id, [...(lines.get(case_id) ?? []), { case: case_id, at, by: by_name, kind: known, words }]);
  }
  return lines;
}

function caseOf(row: Row): Case {
  const outcome = OUTCOMES.find((one) => one === row.outcome);
  return {
    id: row.id,
    customer: row.customer,
    key: row.key,
    promise: row.promise,
    subject: row.subject,
    openedAt: row.opened_at,
    openedBy: row.opened_by_name,
    owner: row.owner === null ? null : { id: row.owner, name: row.owner_name ?? "" },
    takenAt: row.taken_at,
    dueAt: row.due_at,
    closed:
      row.closed_at === null || outcome === undefined
        ? null
        : { at: row.closed_at, by: row.closed_by_name ?? "", done: row.done ?? "", outcome },
  };
}
