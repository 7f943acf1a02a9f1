import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { name, sql } from "../sql/sql.ts";
import { SETTINGS } from "./settings.ts";
import type { Store } from "./store.ts";
import { storeOver } from "./store-over-client.ts";
import type { Way } from "./way.ts";

export interface Opened {
  readonly store: Store;
  /** The same ClickHouse without our database, where that is not there yet; to be closed by itself. */
  outside(): Store;
  /** Before this, no statement of the store can run on a fresh ClickHouse. */
  createDatabase(): Promise<void>;
}

/** Longer than any statement: the client's own time limit is 30 s. */
const NEVER = 2 ** 31 - 1;
const DATABASE = "kept";

/** A store over a way; nothing is asked yet. */
export function connect(way: Way, database = DATABASE): Opened {
  const client = clientOf(way, database);
  const outside = (release: Pick<Way, "release">) =>
    storeOver(clientOf(way, undefined), { place: way.place, engine: way.engine, ...release });
  return {
    store: storeOver(client, way),
    outside: () => outside(way.release === undefined ? {} : { release: way.release }),
    async createDatabase() {
      const place = outside({});
      await place.run(sql`CREATE DATABASE IF NOT EXISTS ${name(database)} ENGINE = Atomic`);
      await place.close();
    },
  };
}

function clientOf(way: Way, database: string | undefined): ClickHouseClient {
  return createClient({
    url: way.url,
    application: "kept",
    request_timeout: NEVER,
    clickhouse_settings: { ...SETTINGS, ...way.settings },
    log: { level: ClickHouseLogLevel.OFF },
    ...(way.agent === undefined ? {} : { http_agent: way.agent }),
    ...(database === undefined ? {} : { database }),
  });
}
