import { spanOf } from "../../journeys/leg-plan.ts";
import { legTimes } from "../../journeys/leg-times.ts";
import type { Experience } from "../../language/experience.ts";
import { propertyColumn } from "../../ledger/columns.ts";
import { ROW_KEY } from "../../promises/element.ts";
import { COLUMNS } from "../../promises/judging.ts";
import { commas, join, type Sql, sql, text, texts } from "../../sql/sql.ts";
import { kindColumn } from "./kinds.ts";

/** The columns of `askings` in the order in which `askingRows` gives them. */
export const askingColumns = (kinds: readonly string[]): Sql =>
  commas([COLUMNS, ...kinds.map((_, i) => kindColumn(i)), sql`legs`]);

/**
 * The verdicts on some customers as the table `askings` holds them; `customers` is a condition on `customer_key`. What
 * belongs to an asking is found by hashes: a join on one number takes a third of the memory.
 */
export function askingRows(experience: Experience, kinds: readonly string[], asOf: number, customers: Sql): Sql {
  const leg = sql`cityHash64(toString(promise), customer_key, subject_key, toUnixTimestamp64Milli(asked_at), ifNull(toUnixTimestamp64Milli(answered_at), 0))`;
  const judged = sql`select *, cityHash64(customer_key, asked_at, asked_key) as event_hash, ${leg} as legs_hash
    from verdicts where ${customers}`;
  const legs = legsOf(experience, asOf, customers);
  const named = kinds.map((_, i) => kindColumn(i));
  const withKinds =
    kinds.length === 0
      ? judged
      : sql`select judged.*, ${commas(named)} from (${judged}) as judged
    any left join (${askingEvents(experience, kinds, customers)}) as asking on judged.event_hash = asking.hash`;
  const columns = commas([COLUMNS, ...named]);
  if (legs === undefined) return sql`select ${columns}, []::Array(Float64) as legs from (${withKinds})`;
  return sql`select ${columns}, legs from (${withKinds}) as known any left join (${legs}) as gone on known.legs_hash = gone.hash`;
}

function askingEvents({ promises }: Experience, kinds: readonly string[], customers: Sql): Sql {
  const events = [...new Set(promises.flatMap(({ when }) => when.map(({ event }) => event)))];
  const columns = kinds.map((kind, i) => sql`toString(${propertyColumn(kind)}) as ${kindColumn(i)}`);
  return sql`select cityHash64(customer_key, at, ${ROW_KEY}) as hash, ${commas(columns)}
      from events where ${customers} and name in ${texts(events)}`;
}

/** The legs of all promises that span any; undefined where none does. */
function legsOf(experience: Experience, asOf: number, customers: Sql): Sql | undefined {
  const spans = experience.promises.flatMap((promise) => spanOf(promise, experience) ?? []);
  const each = spans.map(({ promise, journey, steps }) => {
    const between = steps.slice(1, -1);
    const times = legTimes({ promise: promise.name, journey, between, asOf, among: sql`verdicts`, customers });
    return sql`select cityHash64(${text(promise.name)}, customer_key, subject_key, asked_ms, answered_ms) as hash, legs from (
${times})`;
  });
  return each.length === 0 ? undefined : join(each, sql` union all `);
}
