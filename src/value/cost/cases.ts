import type { CustomerPromise, Experience } from "../../language/experience.ts";
import { digits, moment, nothing, type Sql, sql } from "../../sql/sql.ts";
import { boughtRows } from "../bought.ts";
import { saidRows } from "../said.ts";
import { settledRows } from "../settled.ts";

/** Of which promise, up to when, and how far outcomes are waited for. */
export interface Question {
  readonly experience: Experience;
  readonly promise: CustomerPromise;
  /** ms since 1970 UTC. */
  readonly asOf: number;
  /** The last moment that the ledger can tell of: outcomes after it have not been seen. */
  readonly seenTo: number;
  readonly windowDays: number;
}

const DAY = 86_400_000;

/**
 * The judged verdicts of a promise with what came of them, as a SELECT, one row each:
 *
 * - from_at: where the window for purchases begins, for the kept and the broken alike: when it was due, or where nothing
 *   was due when it was settled. The kept are not given a head start by having been answered early.
 * - felt: the last score of the subject, if it was given after the promise was broken or answered; of what is kept as
 *   long as nothing happens, after it was asked for. Null where it was not.
 * - felt_before: 1 where a score was given, but before; felt_waiting: 1 where it was given after it broke, before it came.
 * - bought: 1 or 0, whether they bought in the window; received: what came in then. Null while the window is not over.
 * - bought_before: 1 where they bought between the asking and the beginning of the window.
 * - placed: 0 where the verdict does not tell when it was settled, or it is not due yet.
 */
export function caseRows({ experience, promise, asOf, seenTo, windowDays }: Question, among: Sql = sql`true`): Sql {
  const said = saidRows(experience, promise, asOf, among);
  const bought = boughtRows(experience, asOf, among);
  const window = digits(Math.round(windowDays * DAY));
  const ms = (at: Sql): Sql => sql`toUnixTimestamp64Milli(${at})`;
  const over = sql`(placed and ${ms(sql`from_at`)} + ${window} <= ${digits(seenTo)})`;
  const inWindow = (at: Sql): Sql => sql`${at} > from_at and ${ms(at)} <= ${ms(sql`from_at`)} + ${window}`;
  const none = sql`cast(null, 'Nullable(Float64)')`;
  // Only who was promised something by a moment still waits after it.
  const waits = promise.kind === "then" ? sql`isNotNull(due_at)` : sql`false`;
  const felt =
    said === undefined
      ? sql`${none} as felt, toUInt8(0) as felt_before, toUInt8(0) as felt_waiting`
      : sql`if(placed and isNotNull(case.felt) and said_at >= had_at, case.felt, null) as felt,
    toUInt8(placed and isNotNull(case.felt) and said_at < had_at) as felt_before,
    toUInt8(${waits} and isNotNull(felt) and broken and ifNull(said_at < answered_at, 1)) as felt_waiting`;
  const purchases =
    bought === undefined
      ? sql`${none} as bought, ${none} as received, toUInt8(0) as bought_before`
      : sql`if(${over}, toFloat64(arrayExists(t -> ${inWindow(sql`t`)}, wallet.bought_at)), null) as bought,
    if(${over}, arraySum(arrayMap(x -> x.2, arrayFilter(x -> ${inWindow(sql`x.1`)}, wallet.amounts))), null) as received,
    toUInt8(${over} and arrayExists(t -> t > asked_at and t <= from_at, wallet.bought_at)) as bought_before`;
  const joinSaid =
    said === undefined
      ? nothing
      : sql` any left join (${said}) as word on case.customer_key = word.customer_key and case.subject_key = word.subject_key`;
  const joinBought =
    bought === undefined
      ? nothing
      : sql` any left join (${bought}) as wallet on case.customer_key = wallet.customer_key`;
  return sql`select case.customer_key as customer_key, case.subject_key as subject_key, case.occasion as occasion,
    case.asked_at as asked_at, case.asked_key as asked_key, case.expected as expected, case.broken as broken, from_at, placed,
    ${felt},
    ${purchases}
  from (
    select *, assumeNotNull(greatest(asked_at, coalesce(due_at, settled_at, asked_at))) as from_at,
      assumeNotNull(if(broken, ifNull(settled_at, asked_at), greatest(asked_at, ifNull(answered_at, asked_at)))) as had_at,
      toUInt8(isNotNull(settled_at) and from_at <= ${moment(asOf)}) as placed
    from (${settledRows(experience, [promise], asOf, among)})) as case${joinSaid}${joinBought}`;
}
