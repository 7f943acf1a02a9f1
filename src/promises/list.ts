import type { Experience } from "../language/experience.ts";
import { bound, commas, digits, join, moment, natural, type Sql, sql, text, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { COLUMNS } from "./judging.ts";
import { nameEach, type VerdictRow } from "./read.ts";
import type { Verdict, VerdictWord } from "./verdict.ts";

/** The place of a verdict in the list of all; keys as decimal texts. */
export interface VerdictPlace {
  /** `YYYY-MM-DD hh:mm:ss.SSS` in UTC. */
  readonly askedAt: string;
  readonly customerKey: string;
  readonly promise: string;
  readonly subjectKey: string;
  readonly askedKey: string;
}

export interface VerdictList {
  /** The verdicts in place of the table; see gaps/filter.ts. */
  readonly among: Sql;
  readonly customer: string | undefined;
  /** Empty: any. */
  readonly words: readonly VerdictWord[];
  readonly after: VerdictPlace | undefined;
  /** Nothing was asked later; ms since 1970 UTC. */
  readonly asOf: number;
  readonly limit: number;
}

/** Verdicts on the promises of an experience, those asked last first, each with its place. */
export async function listVerdicts(
  store: Store,
  experience: Experience,
  { among, customer, words, after, asOf, limit }: VerdictList,
): Promise<readonly { readonly verdict: Verdict; readonly place: VerdictPlace }[]> {
  const parts = [
    sql`promise in ${texts(experience.promises.map(({ name }) => name))}`,
    ...(customer === undefined ? [] : [sql`customer_key = cityHash64(${text(customer)})`]),
    ...(words.length === 0 ? [] : [sql`verdict in (${commas(words.map(text))})`]),
    ...(after === undefined ? [] : [comesAfter(after)]),
  ];
  const where = join(parts, sql` and `);
  // Of one customer there are few.
  const reaches = customer === undefined ? REACHES : [undefined];
  const rows = await lastAsked(store, among, where, { before: after?.askedAt ?? asOf, limit, reaches });
  const named = await nameEach(store, experience, rows);
  return rows.flatMap((row, i) => {
    const verdict = named[i];
    return verdict === undefined ? [] : [{ verdict, place: placeOf(row) }];
  });
}

/** Before the last asking, in days: mostly a page fills from the first of these, and little is read. */
const REACHES = [30, 365, undefined] as const;

interface Page {
  readonly before: string | number;
  readonly limit: number;
  readonly reaches: readonly (number | undefined)[];
}

/** The engine reads what it sorts by, and all other columns only of the rows that are left. */
async function lastAsked(
  store: Store,
  among: Sql,
  where: Sql,
  { before, limit, reaches }: Page,
): Promise<readonly VerdictRow[]> {
  const last = typeof before === "number" ? moment(before) : bound("DateTime64(3, 'UTC')", before);
  for (const days of reaches) {
    const reach = days === undefined ? sql`true` : sql`asked_at >= ${last} - toIntervalDay(${digits(days)})`;
    const rows = await store.rows<VerdictRow>(sql`select ${COLUMNS} from ${among} where ${reach} and ${where}
order by asked_at desc, customer_key, toString(promise), subject_key, asked_key limit ${digits(limit)}`);
    if (days === undefined || rows.length === limit) return rows;
  }
  return [];
}

const placeOf = (row: VerdictRow): VerdictPlace => ({
  askedAt: row.asked_at,
  customerKey: row.customer_key,
  promise: row.promise,
  subjectKey: row.subject_key,
  askedKey: row.asked_key,
});

function comesAfter({ askedAt, customerKey, promise, subjectKey, askedKey }: VerdictPlace): Sql {
  const asked = bound("DateTime64(3, 'UTC')", askedAt);
  const keys = [natural(BigInt(customerKey)), text(promise), natural(BigInt(subjectKey)), natural(BigInt(askedKey))];
  return sql`asked_at <= ${asked} and (asked_at < ${asked}
    or (customer_key, toString(promise), subject_key, asked_key) > (${commas(keys)}))`;
}
