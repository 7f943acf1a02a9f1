import { KeptError } from "../../kept-error.ts";
import { type Sql, sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { Table } from "./table.ts";

/**
 * Refuses a CSV file whose last quote is never closed: the engine would take the rest of the file for one value.
 * Quotes come in pairs, unless one stands within a value that is not quoted; so of an odd number of them the last row
 * must tell.
 */
export async function refuseTornQuote(store: Store, table: Table, lines: Sql): Promise<void> {
  const quote = text('"');
  const [count] = await store.rows<{ readonly odd: number; readonly last: string; readonly all: string }>(sql`SELECT
    sum(countSubstrings(line, ${quote})) % 2 AS odd, argMax(line, _row_number) AS last, count() AS all FROM ${lines}`);
  if (count === undefined || Number(count.odd) === 0) return;
  const breaks = table.breaks ?? sql`0`;
  const [end] = await store.rows<{ readonly breaks: string; readonly row: string }>(
    sql`SELECT toString(${breaks}) AS breaks, toString(_row_number) AS row FROM ${table.from}
      ORDER BY _row_number DESC LIMIT 1`,
    table.settings,
  );
  const closed = /"\s*$/.test(count.last);
  const swallowed = Number(end?.breaks ?? 0) > 0 && !closed;
  if (!swallowed && !(count.last.includes('"') && !closed && isOpened(count.last))) return;
  const line = Number(count.all) - Number(end?.breaks ?? 0);
  const words = `${table.label} has a quote that is never closed, in the row that begins about line ${Math.max(1, line)}; close it and import the file again.`;
  throw new KeptError("torn-quote", words);
}

/** Whether a value of the last line begins with a quote that does not end there. */
const isOpened = (line: string): boolean => /(?:^|[,;\t|])"[^"]*$/.test(line);
