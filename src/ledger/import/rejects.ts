import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { KeptError } from "../../kept-error.ts";
import { type Sql, sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { placeOf, rowOf, rowsOf } from "./event-rows.ts";
import type { Table } from "./table.ts";

interface Reject {
  readonly row: string;
  readonly breaks: string;
  readonly reason: string;
  readonly properties: string;
}

const CLASH = "an id that stands for another event";

/** Writes the rows that can be no events, a JSON object a line, in their order: file, place in it, reason and row. */
export async function writeRejects(
  store: Store,
  tables: readonly Table[],
  path: string,
  hasClashes: boolean,
): Promise<void> {
  const whole = resolve(path);
  const unfinished = `${whole}.unfinished`;
  try {
    await mkdir(dirname(whole), { recursive: true });
    await pipeline(Readable.from(lines(store, tables, hasClashes)), createWriteStream(unfinished));
    await rename(unfinished, whole);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    if (thrown instanceof KeptError) throw thrown;
    const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : String(thrown);
    const words = `The rejected rows cannot be written to ${path} (${code}); name another place for them.`;
    throw new KeptError("rejects-unwritable", words, { cause: thrown });
  }
}

async function* lines(store: Store, tables: readonly Table[], hasClashes: boolean): AsyncGenerator<string> {
  for (const [i, table] of tables.entries()) {
    for await (const rows of store.stream<Reject>(rejectsOf(table, i, hasClashes), table.settings)) {
      yield rows.map((reject) => lineOf(table, reject)).join("");
    }
  }
}

/** The row is JSON already; read and written again, its long numbers would lose digits. */
function lineOf(table: Table, { row, breaks, reason, properties }: Reject): string {
  const place = rowOf(BigInt(row)) + Number(breaks) + 1;
  const at = table.counted === undefined ? "" : `,"${table.counted}":${place}`;
  return `{"file":${JSON.stringify(table.label)}${at},"reason":${JSON.stringify(reason)},"row":${properties}}\n`;
}

function rejectsOf(table: Table, i: number, hasClashes: boolean): Sql {
  const clashing = hasClashes ? sql`row IN (SELECT row FROM incoming_repeats WHERE clash)` : sql`false`;
  const bad = sql`incoming WHERE ${rowsOf(i)}
    AND (reason != '' OR ${clashing})`;
  const rejects = sql`SELECT row, if(reason = '', ${text(CLASH)}, reason) AS why,
    if(reason = '', ${asStored}, properties) AS content FROM ${bad}`;
  if (table.raw === undefined) {
    return sql`SELECT row, '0' AS breaks, why AS reason, content AS properties FROM (${rejects}) ORDER BY row`;
  }
  return sql`SELECT rejects.row AS row, toString(before) AS breaks, why AS reason, content AS properties
    FROM (${rejects}) AS rejects
    LEFT JOIN (${breaksBefore(table, table.raw, i, sql`SELECT row FROM ${bad}`)}) AS broken
    ON broken.place = rejects.row ORDER BY row`;
}

/** How many line breaks lie within the rows above each of `wanted`. */
function breaksBefore(table: Table, raw: Sql, i: number, wanted: Sql): Sql {
  return sql`SELECT place, before FROM (
      SELECT place, sum(breaks) OVER (ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
      FROM (SELECT ${placeOf(i, table.row)} AS place, countSubstrings(${raw}, ${text("\n")}) AS breaks FROM ${table.from})
      WHERE breaks > 0 OR place IN (${wanted}))
    WHERE place IN (${wanted})`;
}

const asStored = sql`concat('{"customer":', toJSONString(customer), ',"name":', toJSONString(toString(name)),
  ',"at":', toJSONString(toString(at)), ',"id":', toJSONString(id), ',"properties":', properties, '}')`;
