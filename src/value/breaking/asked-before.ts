import type { CustomerPromise, Term } from "../../language/experience.ts";
import { everyValue, namesAnswer } from "../../language/parts.ts";
import { digits, natural, number, type Sql, sql, text } from "../../sql/sql.ts";
import { isDrawn } from "../drawn.ts";

/** Each asking of the past is looked at so many times, at moments spread over its time. */
export const LOOKS = 3;

/** How many askings are looked at for learning: more would not make the model better by anything that can be seen. */
export const MOST_ASKINGS = 5000;

const ms = (moment: Sql): Sql => sql`toUnixTimestamp64Milli(assumeNotNull(${moment}))`;

/** Nothing stays open for as long as this. */
const NEVER = sql`toInt64(9000000000000)`;

/**
 * Askings of the past whose time was over before `asOf`, so that of each it is known whether it broke: a reading of the
 * quick ones alone would be too hopeful. Where no moment is due, those count that were asked two horizons before (a
 * horizon in ms: within it nearly all are answered). A SELECT with columns customer_key, subject_key, asked_key, occasion,
 * asked_ms, due_ms (0 where nothing is due), until_ms (as long as it may be open), shut_ms (no longer open), verdict, broken.
 */
export function askedBefore(promise: CustomerPromise, horizon: number, asOf: number): Sql {
  const due = sql`if(isNull(due_at) or ${dueIsAnswer(promise)}, 0, ${ms(sql`due_at`)})`;
  return sql`select customer_key, subject_key, asked_key, toString(occasion) as occasion, ${ms(sql`asked_at`)} as asked_ms,
    ${due} as due_ms, if(due_ms = 0, asked_ms + ${digits(horizon)}, due_ms) as until_ms,
    if(isNull(answered_at), ${NEVER}, ${ms(sql`answered_at`)}) as answered_ms, least(answered_ms, if(due_ms = 0, ${NEVER}, due_ms + 1)) as shut_ms,
    toString(verdict) as word, verdict in ('late', 'missed') as broken
  from verdicts where promise = ${text(promise.name)} and verdict in ('kept', 'late', 'missed', 'excused')
    and if(due_ms = 0, asked_ms + ${digits(2 * horizon)} <= ${digits(asOf)}, due_ms <= ${digits(asOf)})`;
}

/** Where only the answer says when it was due, that moment was not known beforehand. */
function dueIsAnswer(promise: CustomerPromise): Sql {
  if (promise.kind !== "then") return promise.kind === "measure" ? sql`true` : sql`false`;
  return everyValue(promise.expected).some(namesAnswer) ? sql`true` : sql`false`;
}

/** Each asking at moments spread over its time, by a hash, as long as it was open: snap_ms. */
export function lookedAt(askings: Sql, seed: number): Sql {
  const uniform = sql`(bitShiftRight(cityHash64(customer_key, asked_key, look, ${natural(seed)}), 11) * 1.1102230246251565e-16)`;
  return sql`select *, look, asked_ms + toInt64((until_ms - asked_ms) * ((look + ${uniform}) / ${number(LOOKS)})) as snap_ms
  from (${askings}) array join range(${digits(LOOKS)}) as look
  where snap_ms < shut_ms`;
}

/** A share of the askings (0…1), drawn by a hash. */
export const drawn = (askings: Sql, share: number, seed: number): Sql =>
  sql`select * from (${askings}) where ${isDrawn(sql`customer_key, asked_key`, share, seed)}`;

/** Open askings, each looked at now. */
export function openNow(promise: CustomerPromise, asOf: number): Sql {
  const due = sql`if(isNull(due_at) or ${dueIsAnswer(promise)}, 0, ${ms(sql`due_at`)})`;
  return sql`select customer_key, subject_key, asked_key, toString(occasion) as occasion, ${ms(sql`asked_at`)} as asked_ms,
    ${due} as due_ms, 'open' as word, false as broken, ${NEVER} as answered_ms, ${digits(asOf)} as snap_ms, toUInt64(0) as look
  from verdicts where promise = ${text(promise.name)} and verdict = 'open'`;
}

/** The same askings, each as it ended: snap_ms is when it was answered, or `asOf`. */
export function endedAt(askings: Sql, asOf: number): Sql {
  return sql`select *, toUInt64(0) as look, least(answered_ms, ${digits(asOf)}) as snap_ms from (${askings}) where word != 'excused'`;
}

/** Events after which an asking is no longer open though no answer says so: what excuses it, breaks it early or ends it. */
export function shutters(
  promise: CustomerPromise,
  ends: readonly string[],
): { readonly excusing: Term; readonly breaking: readonly string[] } {
  const excusing = "unless" in promise ? promise.unless : [];
  const before = "before" in promise ? promise.before.map(({ event }) => event) : [];
  return { excusing, breaking: [...before, ...ends] };
}
