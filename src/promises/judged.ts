import { moment, natural, naturals, sql, text } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";

/** Of which file, moment and batches the rows of the table `verdicts` are. */
export interface Judged {
  readonly number: number;
  /** The fingerprint of the experience. */
  readonly experience: string;
  /** Milliseconds since 1970 UTC. */
  readonly asOf: number;
  /** Twice the number of each batch, and one more if it had finished: an unfinished one is looked at again. */
  readonly batches: ReadonlySet<string>;
  /** Whether the table `awaited` knows every event whose time lies after `asOf`. */
  readonly foreseen: boolean;
}

/** What has been judged so far; undefined if nothing is, or if judging everybody was cut off. */
export async function readJudged(store: Store): Promise<Judged | undefined> {
  const [row] = await store.rows<Omit<Judged, "batches"> & { readonly batches: readonly string[] }>(
    sql`select toFloat64(number) as number, experience, toFloat64(toUnixTimestamp64Milli(as_of)) as asOf, batches, foreseen
      from judgements order by judgements.number desc limit 1`,
  );
  return row && { ...row, batches: new Set(row.batches) };
}

/** From now on the verdicts are of this. */
export async function writeJudged(
  store: Store,
  { number, experience, asOf, batches, foreseen }: Judged,
): Promise<void> {
  await store.run(sql`insert into judgements (number, experience, as_of, batches, foreseen)
    select ${natural(number)}, ${text(experience)}, ${moment(asOf)}, ${naturals([...batches])}, ${foreseen ? sql`true` : sql`false`}`);
}

/** The verdicts are of nothing that could be told, until `writeJudged` says it again. */
export async function forgetJudged(store: Store): Promise<void> {
  await store.run(sql`truncate table judgements`);
}

/** The batches in the ledger, each as `Judged` names them. */
export async function batchStates(store: Store): Promise<ReadonlySet<string>> {
  const batches = await store.rows<{ readonly state: string }>(
    sql`select toUInt64(batch * 2 + max(finished is not null)) as state from batches group by batch order by batch`,
  );
  return new Set(batches.map(({ state }) => state));
}

/** The numbers of the batches that came, or that went on, between two judgements. */
export const freshBatches = (before: Judged, now: Judged): readonly bigint[] =>
  [...now.batches].filter((state) => !before.batches.has(state)).map((state) => BigInt(state) / 2n);
