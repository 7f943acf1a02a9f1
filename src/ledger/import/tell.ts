import { type Column, columnsOf } from "../../language/columns.ts";
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
  /** How many of them have no value in the column of each property of `typedOf`. */
  readonly without: readonly number[];
}

/** The names of the events in `incoming`, most frequent first. */
export async function namesIn(store: Store, experience: Experience | undefined): Promise<readonly NameCount[]> {
  const without = typedOf(experience).map((one) => sql`countIf(isNull(${propertyColumn(one.name)}))`);
  const rows = await store.rows<CountRow>(sql`SELECT name, toString(count()) AS count,
      toString(toUnixTimestamp64Milli(min(at))) AS first, toString(toUnixTimestamp64Milli(max(at))) AS last,
      [${commas(without)}] AS without
    FROM incoming WHERE reason = '' GROUP BY name ORDER BY count() DESC, name`);
  return rows.map(({ name, count, first, last, without }) => ({
    name,
    count: Number(count),
    first: Number(first),
    last: Number(last),
    without: without.map(Number),
  }));
}

interface CountRow extends Readonly<Record<"name" | "count" | "first" | "last", string>> {
  readonly without: readonly string[];
}

/** The declared properties of which a text may be no value. */
const typedOf = (experience: Experience | undefined): readonly Column[] =>
  experience === undefined ? [] : columnsOf(experience).filter(({ type }) => type !== "text");

export function unknownAmong(
  names: readonly NameCount[],
  experience: Experience | undefined,
): ImportResult["unknownEvents"] {
  if (experience === undefined) return [];
  const known = new Set(experience.events.map(({ name }) => name));
  return names.filter(({ name }) => !known.has(name)).map(({ name, count }) => ({ name, count }));
}

/**
 * Values of declared properties that are there but could not be read as their type. They stay in the properties, which
 * are looked through only where a column has no value.
 */
export async function findUnreadable(
  store: Store,
  experience: Experience | undefined,
  names: readonly NameCount[],
): Promise<ImportResult["unreadable"]> {
  const suspects = typedOf(experience).flatMap(({ name: property, type }, i) => {
    const having = names.filter(({ name, without }) => (without[i] ?? 0) > 0 && declares(experience, name, property));
    return having.length === 0 ? [] : [{ property, type, events: having.map(({ name }) => name) }];
  });
  if (suspects.length === 0) return [];
  const counts = suspects.map(
    ({ property, events }) => sql`toString(countIf(name IN ${texts(events)} AND isNull(${propertyColumn(property)})
        AND position(properties, ${text(JSON.stringify(property))}) > 0
        AND JSONExtractRaw(properties, ${text(property)}) NOT IN ('', 'null')))`,
  );
  const [row] = await store.rows<{ readonly counts: readonly string[] }>(
    sql`SELECT [${commas(counts)}] AS counts FROM incoming`,
  );
  return suspects
    .map(({ property, type }, i) => ({ property, type, count: Number(row?.counts[i] ?? 0) }))
    .filter(({ count }) => count > 0);
}

const declares = (experience: Experience | undefined, event: string, property: string): boolean =>
  experience?.events.some(({ name, has }) => name === event && has.some((one) => one.name === property)) === true;
