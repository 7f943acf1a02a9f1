import { readFileSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { KeptError } from "../../kept-error.ts";
import { verbatim } from "../../sql/literal.ts";
import { type Hole, type Sql, sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { Table } from "./table.ts";
import { unreadable } from "./trouble.ts";
import { typedTable, zoneOf } from "./typed-table.ts";

/** What a statement is made of, as far as a semicolon or a parameter in it may be none. */
const TOKEN =
  /(?<skip>--[^\n]*|#[ !][^\n]*|\/\*[^]*?(?:\*\/|$)|'(?:\\[^]|[^'\\])*'?|"(?:\\[^]|[^"\\])*"?|`(?:\\[^]|[^`\\])*`?|\$(?<tag>\w*)\$[^]*?\$\k<tag>\$)|(?<data>\{\s*data\s*:\s*String\s*\})|(?<end>;)|(?<other>[^])/gy;

/** A SELECT that makes events of one kind, called after its file. Its times without an offset are meant in `zone`. */
export async function sourceTable(
  store: Store,
  path: string,
  { zone, data }: { readonly zone: string; readonly data: string | undefined },
): Promise<Table> {
  const label = basename(path);
  const select = readSelect(path, label, data);
  // A source may name only the columns of a file that it needs.
  const settings = { session_timezone: zone, input_format_skip_unknown_fields: 1 };
  const from = sql`(\n${select}\n)`;
  const columns = await store
    .rows<{ readonly name: string; readonly type: string }>(sql`DESCRIBE TABLE ${from}`, settings)
    .catch((thrown: unknown) => {
      throw unreadable(label, "SQL", thrown);
    });
  for (const needed of ["customer", "at"]) {
    if (columns.some(({ name }) => name === needed)) continue;
    const found = columns.map(({ name }) => name).join(", ");
    const words = `${label} gives no column "${needed}" (only ${found}); every source must name customer and at.`;
    throw new KeptError("missing-column", words);
  }
  return typedTable({
    label,
    format: "SQL",
    columns: columns.map(({ name, type }) => ({ name, type })),
    from,
    settings,
    row: sql`rowNumberInAllBlocks()`,
    counted: undefined,
    about: undefined,
    local: undefined,
    days: zoneOf(zone),
  });
}

/** The name of the events that a source makes. */
export const eventOf = (path: string): string => basename(path, extname(path));

/** The statement of a file without its semicolon, with {data:String} bound. */
function readSelect(path: string, label: string, data: string | undefined): Sql {
  const pieces: (string | Hole)[] = [];
  let begun = false;
  let ended = false;
  for (const { 0: token, groups } of readFileSync(path, "utf8")
    .replace(/^\ufeff/, "")
    .matchAll(TOKEN)) {
    const silent = groups?.["other"]?.trim() === "" || /^(--|#|\/\*)/.test(groups?.["skip"] ?? "");
    if (groups?.["end"] !== undefined) {
      ended = true;
      continue;
    }
    if (ended && !silent) {
      const words = `${label} holds more than one statement; a source is one SELECT: put each into a file of its own.`;
      throw new KeptError("many-statements", words);
    }
    begun ||= !silent;
    const last = pieces.at(-1);
    if (groups?.["data"] !== undefined) pieces.push(boundData(label, data));
    else if (typeof last === "string") pieces[pieces.length - 1] = last + token;
    else pieces.push(token);
  }
  if (!begun) throw new KeptError("empty-file", `${label} is empty; a source is one SELECT.`);
  const joined: Sql = { piece: "sql", pieces: pieces.map((one) => (typeof one === "string" ? verbatim(one) : one)) };
  return joined;
}

function boundData(label: string, data: string | undefined): Hole {
  if (data !== undefined) return text(resolve(data));
  throw new KeptError("missing-data", `${label} asks for {data:String}; name the folder of its files with --data DIR.`);
}
