import { columnsOf } from "../../language/columns.ts";
import type { Experience } from "../../language/experience.ts";
import { commas, sql, text, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { propertyColumn } from "../columns.ts";
import type { ImportResult } from "./options.ts";

export interface NameCount {
  readonly name: string;
  readonly count: number;
  /** Milliseconds since 1970 UTC. */
  readonly first: number;
  readonly last: number;
}

/** The names of the events in `incoming`, most frequent first. */
export async function namesIn(store: Store): Promise<readonly NameCount[]> {
  const rows = await store.rows<Readonly<Record<keyof NameCount, string>>>(sql`SELECT name, toString(count()) AS count,
      toString(toUnixTimestamp64Milli(min(at))) AS first, toString(toUnixTimestamp64Milli(max(at))) AS last
    FROM incoming GROUP BY name ORDER BY count() DESC, name`);
  return rows.map(({ name, count, first, last }) => ({
    name,
    count: Number(count),
    first: Number(first),
    last: Number(last),
  }));
}

export function unknownAmong(
  names: readonly NameCount[],
  experience: Experience | undefined,
): ImportResult["unknownEvents"] {
  if (experience === undefined) return [];
  const known = new Set(experience.events.map(({ name }) => name));
  return names.filter(({ name }) => !known.has(name)).map(({ name, count }) => ({ name, count }));
}

/** Values of declared properties that are there but could not be read as their type. They stay in the properties. */
export async function findUnreadable(store: Store, experience: Experience): Promise<ImportResult["unreadable"]> {
  const typed = columnsOf(experience).filter(({ type }) => type !== "text");
  if (typed.length === 0) return [];
  const counts = typed.map(({ name: property }) => {
    const kinds = experience.events.filter(({ has }) => has.some(({ name }) => name === property));
    return sql`toString(countIf(name IN ${texts(kinds.map(({ name }) => name))} AND isNull(${propertyColumn(property)})
        AND position(properties, ${text(JSON.stringify(property))}) > 0
        AND JSONExtractRaw(properties, ${text(property)}) NOT IN ('', 'null')))`;
  });
  const [row] = await store.rows<{ readonly counts: readonly string[] }>(
    sql`SELECT [${commas(counts)}] AS counts FROM incoming`,
  );
  return typed
    .map(({ name: property, type }, i) => ({ property, type, count: Number(row?.counts[i] ?? 0) }))
    .filter(({ count }) => count > 0);
}
