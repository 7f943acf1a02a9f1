import { type Sql, sql, text, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { rowsIn } from "./csv.ts";
import type { EnginePaths } from "./engine-path.ts";
import { readHead } from "./head.ts";
import type { Table, TableColumn } from "./table.ts";

/** How the engine finds the objects in a file: a line each, or one after another in an array or over several lines. */
interface Objects {
  readonly format: "LineAsString" | "JSONAsString";
  readonly counted: "line" | "record";
}

/** An object in which other programs put what we call properties. */
const NESTED = "properties";
const SAMPLE = 10_000;
const line: Sql = sql`line`;

/** A file of JSON objects. The members of an object `properties` count as properties, as they do for Segment. */
export async function jsonTable(
  store: Store,
  path: string,
  {
    gzipped,
    label = path,
    counted,
  }: { readonly gzipped: boolean; readonly label?: string; readonly counted?: "event" },
  paths: EnginePaths,
): Promise<Table> {
  const head = readHead(path, gzipped);
  const objects = objectsIn(head.text);
  const from = sql`file(${text(paths.of(path))}, ${text(objects.format)}, 'line String', ${text(gzipped ? "gzip" : "none")})`;
  const columns = await keysIn(store, from);
  const nests = columns.includes(NESTED);
  return {
    label,
    format: "JSON",
    columns: columns.map(
      (name): TableColumn => ({
        name,
        text: sql`trimBoth(ifNull(JSONExtract(${line}, ${text(name)}, 'Nullable(String)'), ''))`,
      }),
    ),
    from,
    settings: {},
    isRow: sql`${line} != '' AND NOT match(${line}, '^[ \\\\t\\\\r]*$')`,
    row: sql`toUInt64(assumeNotNull(_row_number))`,
    counted: counted ?? objects.counted,
    faults: [
      { when: sql`NOT isValidUTF8(${line})`, reason: "not UTF-8" },
      { when: sql`JSONType(${line}) != 'Object'`, reason: "not a JSON object" },
    ],
    properties: (used) => propertiesOf(used, nests),
    content: (used) => propertiesOf(used, nests),
    everything: sql`if(JSONType(${line}) = 'Object', replaceRegexpAll(${line}, '[\\r\\n]+', ' '), toJSONString(toValidUTF8(${line})))`,
    about: objects.format === "LineAsString" ? rowsIn(head.text, head.bytes) : undefined,
  };
}

function objectsIn(head: string): Objects {
  const first = head.split("\n").find((one) => one.trim() !== "") ?? "";
  const aLineEach = !first.trimStart().startsWith("[") && (isObject(first) || !first.trimStart().startsWith("{"));
  return aLineEach ? { format: "LineAsString", counted: "line" } : { format: "JSONAsString", counted: "record" };
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}

/** The names that the first objects use, in the order in which they first appear. */
async function keysIn(store: Store, from: Sql): Promise<readonly string[]> {
  const rows = await store.rows<{ readonly key: string }>(sql`SELECT key FROM (
      SELECT arrayJoin(JSONExtractKeys(line)) AS key, _row_number AS row FROM ${from} LIMIT ${SAMPLE_ROWS})
    GROUP BY key ORDER BY min(row), any(key)`);
  return rows.map(({ key }) => key);
}
const SAMPLE_ROWS: Sql = { piece: "sql", pieces: [String(SAMPLE)] };

/** Sorted by key, so that equal content gives equal text. A member of `properties` goes before one beside it. */
function propertiesOf(used: ReadonlySet<string>, nests: boolean): Sql {
  const members = sql`JSONExtractKeysAndValuesRaw(${line})`;
  const own = sql`arrayFilter(member -> NOT has(${texts([...used])}, member.1), ${members})`;
  const all = nests ? unfolded(own) : own;
  const there = sql`arrayFilter(member -> member.2 != 'null', ${all})`;
  const written = sql`arrayMap(member -> concat(toJSONString(member.1), ':', member.2), arraySort(${there}))`;
  return sql`concat('{', arrayStringConcat(${written}, ','), '}')`;
}

function unfolded(own: Sql): Sql {
  const inner = sql`JSONExtractKeysAndValuesRaw(${line}, ${text(NESTED)})`;
  const isInner = sql`member.1 = ${text(NESTED)} AND startsWith(member.2, '{')`;
  return sql`arrayConcat(${inner}, arrayFilter(member -> NOT (${isInner})
    AND NOT has(JSONExtractKeys(${line}, ${text(NESTED)}), member.1), ${own}))`;
}
