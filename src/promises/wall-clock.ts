import { type Name, type Sql, sql, text } from "../sql/sql.ts";
import type { Define } from "./search.ts";

/** Local milliseconds: as if the wall clock of the zone were that of UTC. */
export const toLocal = (ms: Sql, timezone: string): Sql => sql`(${ms} + ${offset(ms, timezone)})`;

const offset = (ms: Sql, timezone: string): Sql =>
  sql`(timeZoneOffset(fromUnixTimestamp64Milli(${ms}, ${text(timezone)})) * 1000)`;

/**
 * Wall-clock times to moments. A time that the clocks skip is moved later by the gap, one that they repeat is the
 * first: both are the wall clock less the offset of the day before; else it is the offset that holds there.
 */
export function fromLocal(define: Define, local: Name, timezone: string): Sql {
  const before = define("before", sql`arrayMap(l -> l - ${offset(sql`(l - 86400000)`, timezone)}, ${local})`);
  const after = define("after", sql`arrayMap((l, b) -> l - ${offset(sql`b`, timezone)}, ${local}, ${before})`);
  return sql`arrayMap((l, b, a) -> if(a = b or l - ${offset(sql`a`, timezone)} != a, b, a), ${local}, ${before}, ${after})`;
}
