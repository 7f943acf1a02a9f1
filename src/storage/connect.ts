import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { SETTINGS } from "./settings.ts";
import type { Store } from "./store.ts";
import { storeOver } from "./store-over-client.ts";
import type { Way } from "./way.ts";

export interface Opened {
  readonly store: Store;
  readonly cluster: string | undefined;
  /** Before this, no statement of the store can run on a fresh ClickHouse. */
  createDatabase(onCluster: string): Promise<void>;
}

/** Longer than any statement: the client's own time limit is 30 s. */
const NEVER = 2 ** 31 - 1;
const DATABASE = "kept";

/** A store over a way; nothing is asked yet. */
export function connect(way: Way): Opened {
  const client = clientOf(way, DATABASE);
  return {
    store: storeOver(client, way),
    cluster: way.cluster,
    async createDatabase(onCluster) {
      const outside = storeOver(clientOf(way, undefined), { place: way.place, engine: way.engine });
      const text = `CREATE DATABASE IF NOT EXISTS ${DATABASE} ${onCluster} ENGINE = Atomic`;
      await outside.run({ piece: "sql", pieces: [text] });
      await outside.close();
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
