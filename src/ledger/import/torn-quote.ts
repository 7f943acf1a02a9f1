import { closeSync, openSync, readSync, statSync } from "node:fs";
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
  const [count] = await store.rows<{ readonly odd: number }>(
    sql`SELECT toUInt8(sum(countSubstrings(line, ${quote})) % 2) AS odd FROM ${lines}`,
  );
  if (count === undefined || count.odd === 0) return;
  const [lastLine] = await store.rows<{ readonly last: string; readonly row: string }>(
    sql`SELECT line AS last, toString(_row_number) AS row FROM ${lines} WHERE line != '' ORDER BY _row_number DESC LIMIT 1`,
  );
  const raw = table.raw ?? sql`''`;
  const [end] = await store.rows<{ readonly breaks: string; readonly complete: number }>(
    sql`SELECT toString(countSubstrings(${raw}, ${text("\n")})) AS breaks, endsWith(${raw}, ${text("\n")}) AS complete
      FROM ${table.from} ORDER BY _row_number DESC LIMIT 1`,
    table.settings,
  );
  const last = lastLine?.last ?? "";
  const breaks = Number(end?.breaks ?? 0);
  const closed = /"\s*$/.test(last);
  const swallowed = breaks > 0 && !closed;
  if (!swallowed && !isOpened(last)) return;
  const line = Number(lastLine?.row ?? 0) + 1 - breaks + Number(end?.complete ?? 0);
  const words = `${table.label} has a quote that is never closed, in the row that begins in line ${line}; close it and import the file again.`;
  throw new KeptError("torn-quote", words);
}

/** Whether a value of the last line begins with a quote that does not end there. */
const isOpened = (line: string): boolean => /(?:^|[,;\t|])"[^"]*$/.test(line);

/**
 * Whether the end of a file could lie within a quote: its last line begins one, or its last row, as it was read into
 * `incoming`, has more than one line. Of a packed file the end cannot be looked at alone. `last` holds for the last of
 * its rows there, and for few others.
 */
export async function mayBeTorn(store: Store, path: string, gzipped: boolean, last: Sql): Promise<boolean> {
  if (gzipped || isOpened(lastLineOf(path))) return true;
  const [row] = await store.rows<{ readonly lines: number }>(
    sql`SELECT argMax(position(properties, ${text("\\n")}) + position(concat(customer, name, id), ${text("\n")}) > 0, row)
      AS lines FROM incoming WHERE ${last}`,
  );
  return row?.lines === 1;
}

const TAIL = 65_536;

function lastLineOf(path: string): string {
  const { size } = statSync(path);
  const file = openSync(path, "r");
  try {
    const tail = Buffer.alloc(Math.min(size, TAIL));
    readSync(file, tail, 0, tail.length, size - tail.length);
    return tail.toString("utf8").trimEnd().split("\n").at(-1) ?? "";
  } finally {
    closeSync(file);
  }
}
