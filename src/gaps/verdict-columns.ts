import { name, type Sql, sql, texts } from "../sql/sql.ts";

/** All verdicts: what is measured where nothing else is said. Others are a subquery of it. */
export const ALL: Sql = sql`verdicts`;

/** What of a row of `verdicts` the questions of this room look at. */
export const JUDGED: Sql = sql`verdict in ('kept', 'late', 'missed')`;
export const BROKEN: Sql = sql`verdict in ('late', 'missed')`;
/** Something was promised, and it could be judged or still can. */
const ASKED: Sql = sql`verdict not in ('unpromised', 'unmeasured')`;

/**
 * What was delivered where it is settled whether that was enough: a count whose window is still open is not delivered
 * yet. Whoever was never answered has delivered nothing, and so is not among the quantiles of delivered.
 */
export const DELIVERED: Sql = sql`if(${JUDGED} and isFinite(delivered), delivered, null)`;
export const EXPECTED: Sql = sql`if(${ASKED} and isFinite(expected), expected, null)`;
export const TARGET: Sql = sql`if(${ASKED} and isFinite(target), target, null)`;

/**
 * The place of the promise or the occasion in a list, from 1; 0 where it is not in it. Numbers group several times
 * faster than texts, and `transform` looks at each text only once.
 */
export const placeIn = (column: "promise" | "occasion", list: readonly string[]): Sql =>
  list.length === 0
    ? sql`toUInt16(0)`
    : sql`toUInt16(transform(${name(column)}, ${texts(list)}, range(1, length(${texts(list)}) + 1), 0))`;
