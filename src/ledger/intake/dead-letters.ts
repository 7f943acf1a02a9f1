import { createHash } from "node:crypto";
import { moment, natural, type Sql, sql, text, texts } from "../../sql/sql.ts";
import { everywhere } from "../../storage/shards.ts";
import type { Store } from "../../storage/store.ts";
import { ONE_BLOCK, only } from "../links/write.ts";
import type { Refused } from "./reading.ts";
import type { RefusalReason } from "./refusals.ts";

/** A message that was refused. Times are milliseconds since 1970 UTC. */
export interface DeadLetter {
  /** A UUID made of what the letter says, so that one that is sent and refused again is the same. */
  readonly letter: string;
  readonly received: number;
  /** The write key with which it came. */
  readonly source: string;
  /** The call or the form in which it came, such as track or cloudevent. */
  readonly door: string;
  readonly reason: RefusalReason;
  readonly customer: string;
  readonly message: string;
}

export function letterOf(
  { reason, customer, message }: Refused,
  where: Pick<DeadLetter, "received" | "source" | "door">,
): DeadLetter {
  const hash = createHash("sha256")
    .update(JSON.stringify([where.source, where.door, reason, message]))
    .digest("hex");
  const letter = hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5");
  return { letter, ...where, reason, customer, message };
}

export async function writeLetters(store: Store, letters: readonly DeadLetter[]): Promise<void> {
  if (letters.length === 0) return;
  const lines = letters.map(({ received, ...letter }) =>
    JSON.stringify({ ...letter, received: new Date(received).toISOString().replace("T", " ").replace("Z", "") }),
  );
  const into = sql`INSERT INTO dead_letters (letter, source, door, reason, customer, message, received)`;
  await store.insert(into, "JSONEachRow", only(`${lines.join("\n")}\n`), ONE_BLOCK);
}

export interface LetterQuestion {
  readonly reason?: string | undefined;
  readonly source?: string | undefined;
  readonly customer?: string | undefined;
  /** The last letter of the page before. */
  readonly after?: Pick<DeadLetter, "received" | "letter"> | undefined;
  readonly limit: number;
}

/** The letters that wait to be mended, those that came last first. */
export async function readLetters(store: Store, question: LetterQuestion): Promise<readonly DeadLetter[]> {
  const { reason, source, customer, after, limit } = question;
  const same = (column: Sql, value: string | undefined) =>
    value === undefined ? sql`true` : sql`${column} = ${text(value)}`;
  const before =
    after === undefined ? sql`true` : sql`(first, letter) < (${moment(after.received)}, toUUID(${text(after.letter)}))`;
  return rowsOf(
    store,
    sql`${same(sql`reason`, reason)} AND ${same(sql`source`, source)} AND ${same(sql`customer`, customer)} AND ${before}`,
    limit,
  );
}

/** undefined: there is none, or it has been sent again. */
export async function readLetter(store: Store, letter: string): Promise<DeadLetter | undefined> {
  const [found] = await rowsOf(store, sql`letter = toUUIDOrZero(${text(letter)})`, 1);
  return found;
}

/** How many letters wait, for each reason; the most first. */
export async function countLetters(
  store: Store,
): Promise<readonly { readonly reason: string; readonly letters: number }[]> {
  const rows = await store.rows<{ readonly why: string; readonly letters: string }>(
    sql`SELECT reason AS why, toString(uniqExact(letter)) AS letters FROM dead_letters GROUP BY reason
    ORDER BY uniqExact(letter) DESC, reason`,
  );
  return rows.map(({ why, letters }) => ({ reason: why, letters: Number(letters) }));
}

/** Takes letters away: they were sent again, or somebody threw them away. */
export async function removeLetters(store: Store, letters: readonly string[]): Promise<void> {
  await everywhere(store, sql`DELETE FROM dead_letters WHERE toString(letter) IN ${texts(letters)}`);
}

async function rowsOf(store: Store, where: Sql, limit: number): Promise<readonly DeadLetter[]> {
  const rows = await store.rows<
    Omit<DeadLetter, "received" | "letter"> & { readonly uuid: string; readonly received_ms: string }
  >(sql`SELECT
      toString(letter) AS uuid, toString(toUnixTimestamp64Milli(first)) AS received_ms, source, door, reason, customer, message
    FROM (SELECT letter, min(received) AS first, any(source) AS source, any(door) AS door, any(reason) AS reason,
        any(customer) AS customer, any(message) AS message
      FROM dead_letters GROUP BY letter)
    WHERE ${where} ORDER BY first DESC, letter DESC LIMIT ${natural(limit)}`);
  return rows.map(({ uuid, received_ms, ...row }) => ({ letter: uuid, ...row, received: Number(received_ms) }));
}
