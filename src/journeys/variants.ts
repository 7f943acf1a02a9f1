import { digits, naturals, type Sql, sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import type { JourneyPath } from "./journey-path.ts";
import { type Goings, GROUPING, subjectPaths } from "./subject-paths.ts";

const MOST_SHOWN = 50;

interface Row {
  readonly way: readonly number[];
  readonly count: string;
  readonly ways: string;
  readonly subjects: string;
  readonly as_meant: string;
}

/** The different ways in which subjects went through a journey, the most common first. */
export async function readVariants(
  store: Store,
  goings: Goings,
  names: readonly string[],
): Promise<Pick<JourneyPath, "variants" | "variant_count" | "as_meant">> {
  const path = goings.journey.path.map((step) => names.indexOf(step) + 1);
  const rows = await store.rows<Row>(variantsQuery(subjectPaths(goings, names), path), GROUPING);
  const variants = rows.map(({ way, count, subjects }) => ({
    path: way.map((place) => names[place - 1] ?? ""),
    count: Number(count),
    share: Number(count) / Number(subjects),
  }));
  return { variants, variant_count: Number(rows[0]?.ways ?? 0), as_meant: Number(rows[0]?.as_meant ?? 0) };
}

function variantsQuery(paths: Sql, path: readonly number[]): Sql {
  const meant = naturals(path);
  return sql`select way, count, count() over () as ways, sum(count) over () as subjects,
  sum(if(arrayFilter(n -> n in ${meant}, way) = ${meant}, count, 0)) over () as as_meant
from (
  select names as way, count() as count
  from (
${paths})
  group by names)
order by count desc, way
limit ${digits(MOST_SHOWN)}`;
}
