import { literal } from "../sql/literal.ts";
import { name, type Sql, sql, text, texts } from "../sql/sql.ts";
import type { Opened } from "./connect.ts";
import { tablesOfLedger } from "./migrate.ts";
import { OVER_SHARDS } from "./shards.ts";
import type { Store } from "./store.ts";

const ON_SHARD = "kept";

interface Described {
  readonly table: string;
  readonly key: string;
}

/**
 * Makes on one server the tables over all shards, with the columns of its own: those that are missing or differ. They
 * hold no rows themselves, so they can be made anew at any time.
 */
export async function spreadTables({ outside }: Opened, cluster: string): Promise<void> {
  const store = outside();
  try {
    await store.run(sql`CREATE DATABASE IF NOT EXISTS ${name(OVER_SHARDS)} ENGINE = Atomic`);
    for (const { table, key } of await outdated(store)) {
      const [over, on] = [inDatabase(OVER_SHARDS, table), inDatabase(ON_SHARD, table)];
      const shard = sql`${literal(cluster)}, ${literal(ON_SHARD)}, ${literal(table)}`;
      const by: Sql = key === "" ? sql`0` : sql`${name(key)}`;
      await store.run(sql`CREATE OR REPLACE TABLE ${over} AS ${on} ENGINE = Distributed(${shard}, ${by})`);
    }
  } finally {
    await store.close();
  }
}

const inDatabase = (database: string, table: string): Sql => sql`${name(database)}.${name(table)}`;

/**
 * A customer's rows lie on the shard of their key. A link lies with the id that it leads away from, whose key is made
 * in the same way. What belongs to nobody has no key, and lies on the first shard.
 */
async function outdated(store: Store): Promise<readonly Described[]> {
  return store.rows<Described>(sql`SELECT table, any(sharded_by) AS key FROM (
      SELECT table, database, multiIf(countIf(name = 'known_as_key') > 0, 'known_as_key',
          countIf(name = 'customer_key') > 0, 'customer_key', '') AS sharded_by,
        arraySort(groupArray((position, name, type, default_kind, default_expression, comment))) AS columns
      FROM system.columns WHERE database IN (${text(ON_SHARD)}, ${text(OVER_SHARDS)}) AND table IN ${texts(tablesOfLedger())}
      GROUP BY table, database)
    GROUP BY table HAVING count() < 2 OR uniqExact(columns) > 1 ORDER BY table`);
}
