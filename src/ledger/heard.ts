import { commas, moment, sql, text, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";

/** A way in, by the name that stands beside its events. */
export interface WayIn {
  readonly id: string;
  readonly name: string;
  /** Ms since 1970 UTC: what came under the same name before is another's. */
  readonly since: number;
}

export interface Heard {
  readonly id: string;
  readonly events: number;
  readonly refused: number;
  /** Ms since 1970 UTC. */
  readonly first: number | undefined;
  readonly last: number | undefined;
}

/** What came in by each of these ways, and what was refused at the door. */
export async function readHeard(store: Store, ways: readonly WayIn[]): Promise<readonly Heard[]> {
  if (ways.length === 0) return [];
  const names = texts([...new Set(ways.map(({ name }) => name))]);
  const wanted = sql`SELECT way.1 AS id, way.2 AS source, way.3 AS since FROM (SELECT arrayJoin(${waysOf(ways)}) AS way)`;
  const count = (from: "events" | "dead_letters") =>
    store.rows<Row>(sql`SELECT wanted.id AS id, toString(count()) AS count,
      toString(toUnixTimestamp64Milli(min(received))) AS first, toString(toUnixTimestamp64Milli(max(received))) AS last
    FROM (SELECT toString(source) AS source, received FROM ${from === "events" ? sql`events` : sql`dead_letters`} WHERE source IN ${names}) AS came
    INNER JOIN (${wanted}) AS wanted ON came.source = wanted.source WHERE received >= since GROUP BY wanted.id`);
  const [events, letters] = await Promise.all([count("events"), count("dead_letters")]);
  return ways.map(({ id }) => {
    const came = events.find((row) => row.id === id);
    const refused = letters.find((row) => row.id === id);
    return {
      id,
      events: Number(came?.count ?? 0),
      refused: Number(refused?.count ?? 0),
      first: came === undefined ? undefined : Number(came.first),
      last: came === undefined ? undefined : Number(came.last),
    };
  });
}

type Row = Readonly<Record<"id" | "count" | "first" | "last", string>>;

const waysOf = (ways: readonly WayIn[]) => {
  const tuples = ways.map(({ id, name, since }) => sql`tuple(${text(id)}, ${text(name)}, ${moment(since)})`);
  return sql`[${commas(tuples)}]`;
};
