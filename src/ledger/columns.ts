import { columnsOf } from "../language/columns.ts";
import type { Experience } from "../language/experience.ts";
import { literal } from "../sql/literal.ts";
import { commas, type Hole, type Name, name, type Sql, sql, texts } from "../sql/sql.ts";
import { onEachShard } from "../storage/shards.ts";
import type { Store } from "../storage/store.ts";
import { columnType, readAs } from "./typed.ts";

/** The column of `events` that holds a declared property in its type. */
export const propertyColumn = (property: string): Name => name(`p_${property}`);
/** The column of `events` with the hash of the text of a property that a journey follows; 0 where it is absent. */
export const followsColumn = (property: string): Name => name(`k_${property}`);

/** What stands there for a text: 48 bits, so that judging can hold subject and time of an event in one number. */
export const followedKey = (value: Hole): Sql => sql`bitShiftRight(cityHash64(${value}), 16)`;

/** Something that the ledger must do before a file can be judged. */
export interface ColumnChange {
  readonly column: string;
  readonly what: "add" | "change" | "fill";
  /** Events whose value must be read from their properties. */
  readonly rows: number;
  readonly words: string;
}

export interface Wanted {
  readonly column: string;
  readonly type: string;
  readonly value: Sql;
  /** Says how the value is read; stands as the column's comment and is compared with it. */
  readonly how: string;
}

/** To be raised whenever a value is read in another way than before. */
const READING = 1;

/** Brings the ledger's columns to what the experience declares. Columns that it no longer declares stay. */
export async function syncColumns(store: Store, experience: Experience): Promise<readonly ColumnChange[]> {
  const wanted = wantedColumns(experience);
  const changes = await onEachShard(store, (shard) => syncShard(shard, wanted));
  if (changes.some((some) => some.length > 0)) await store.cluster?.spread();
  return together(changes);
}

async function syncShard(store: Store, wanted: readonly Wanted[]): Promise<readonly Difference[]> {
  const changes = await compare(store, wanted);
  const named = (what: ColumnChange["what"]) => changes.filter((change) => change.what === what).map((c) => c.column);
  const changed = named("change");
  if (changed.length > 0)
    await alter(
      store,
      changed.map((column) => sql`DROP COLUMN IF EXISTS ${name(column)}`),
    );
  const missing = new Set([...named("add"), ...changed]);
  const added = wanted.filter(({ column }) => missing.has(column));
  if (added.length > 0) await alter(store, added.map(definition));
  const empty = changes.filter(({ rows }) => rows > 0);
  if (empty.length > 0)
    await alter(
      store,
      empty.map(({ column }) => sql`MATERIALIZE COLUMN ${name(column)}`),
    );
  return changes;
}

/** What `syncColumns` would do. */
export async function planColumns(store: Store, experience: Experience): Promise<readonly ColumnChange[]> {
  const wanted = wantedColumns(experience);
  return together(await onEachShard(store, (shard) => compare(shard, wanted)));
}

/** The same difference on several shards is told as one. */
function together(differences: readonly (readonly Difference[])[]): readonly ColumnChange[] {
  const columns = new Map<string, Difference>();
  for (const one of differences.flat())
    columns.set(one.column, { ...one, rows: one.rows + (columns.get(one.column)?.rows ?? 0) });
  return [...columns.values()].map(changeOf);
}

function definition({ column, type, value, how }: Wanted): Sql {
  const asType: Sql = { piece: "sql", pieces: [type] };
  return sql`ADD COLUMN IF NOT EXISTS ${name(column)} ${asType} MATERIALIZED ${value} COMMENT ${literal(how)}`;
}

async function alter(store: Store, changes: readonly Sql[]): Promise<void> {
  await store.run(sql`ALTER TABLE events ${commas(changes)}`, { mutations_sync: 2, alter_sync: 2 });
}

const ofProperties = (property: string): Sql => sql`JSONExtract(properties, ${literal(property)}, 'Nullable(String)')`;

/** The columns that the experience wants; `textOf` is a property as a Nullable(String). */
export function wantedColumns(experience: Experience, textOf = ofProperties): readonly Wanted[] {
  return columnsOf(experience).flatMap((property) => {
    const value = textOf(property.name);
    const zoned = property.type === "moment" || property.type === "date";
    const own: Wanted = {
      column: propertyColumn(property.name).name,
      type: columnType[property.type],
      value: readAs(property.type, value, experience.timezone),
      how: `${property.type}${zoned ? ` in ${experience.timezone}` : ""}, reading ${READING}`,
    };
    if (!property.follows) return [own];
    const column = followsColumn(property.name).name;
    const hash = sql`ifNull(${followedKey(value)}, 0)`;
    return [own, { column, type: "UInt64", value: hash, how: `hash of 48 bits, reading ${READING}` }];
  });
}

/** Between the columns that are there and those that are wanted. */
interface Difference extends Pick<ColumnChange, "column" | "what" | "rows"> {
  readonly how: string;
}

async function compare(store: Store, wanted: readonly Wanted[]): Promise<readonly Difference[]> {
  const [present, filled] = await Promise.all([presentColumns(store, wanted), filledRows(store, wanted)]);
  const events = filled.get(ALWAYS) ?? 0;
  return wanted.flatMap(({ column, how }): Difference[] => {
    const known = present.get(column);
    if (known === undefined) return [{ column, how, what: "add", rows: events }];
    if (known !== how) return [{ column, how, what: "change", rows: events }];
    const unfilled = events - (filled.get(column) ?? 0);
    return unfilled > 0 ? [{ column, how, what: "fill", rows: unfilled }] : [];
  });
}

function changeOf({ column, how, what, rows }: Difference): ColumnChange {
  const property = column.slice(2);
  const reading = column.startsWith("k_") ? "what binds a journey" : how.split(",")[0];
  const verb = { add: "will be read as", change: "will be read anew as", fill: "is still to be read as" }[what];
  const events = `${rows} ${rows === 1 ? "event" : "events"}`;
  return { column, what, rows, words: `${property} ${verb} ${reading} in ${events}` };
}

async function presentColumns(store: Store, wanted: readonly Wanted[]): Promise<ReadonlyMap<string, string>> {
  const rows = await store.rows<{ readonly name: string; readonly comment: string }>(sql`SELECT name, comment
    FROM system.columns WHERE database = currentDatabase() AND table = 'events'
    AND name IN ${texts(wanted.map(({ column }) => column))}`);
  return new Map(rows.map((row) => [row.name, row.comment]));
}

/** A column that every part holds. */
const ALWAYS = "customer";

/** How many rows lie in parts that hold a column: a killed change leaves parts without it. Asked at once: events come in. */
async function filledRows(store: Store, wanted: readonly Wanted[]): Promise<ReadonlyMap<string, number>> {
  const rows = await store.rows<{ readonly column: string; readonly filled: string }>(sql`SELECT column,
      sum(rows) AS filled
    FROM system.parts_columns WHERE database = currentDatabase() AND table = 'events' AND active
    AND column IN ${texts([ALWAYS, ...wanted.map(({ column }) => column)])} GROUP BY column`);
  return new Map(rows.map((row) => [row.column, Number(row.filled)]));
}
