import { KeptError } from "../kept-error.ts";
import { sql, text } from "../sql/sql.ts";
import { connect, type Opened } from "./connect.ts";
import { type Keeping, migrate } from "./migrate.ts";
import { OVER_SHARDS, onAll } from "./shards.ts";
import { spreadTables } from "./spread.ts";
import type { Settings, Store } from "./store.ts";
import type { Way } from "./way.ts";

/**
 * How statements meet the tables over all shards. What a customer's rows are looked up in lies on the same shard. An
 * insert is done when the shards have the rows. Of a shard's replicas the first that answers does all the work: what
 * it was just told it knows.
 */
const SETTINGS: Settings = {
  distributed_product_mode: "local",
  distributed_foreground_insert: 1,
  // Rows that change their customer change their shard.
  parallel_distributed_insert_select: 0,
  optimize_skip_unused_shards: 1,
  optimize_distributed_group_by_sharding_key: 1,
  load_balancing: "in_order",
  prefer_localhost_replica: 0,
};

interface Node {
  readonly shard: number;
  readonly opened: Opened;
}

/**
 * A ledger over the shards of a cluster that the servers' configuration names. Each server is spoken to by itself, at
 * its host name in `system.clusters` and the port of the address, so that nothing waits for a queue of statements.
 */
export async function openCluster(way: Way, cluster: string): Promise<Store> {
  const entry = connect({ ...way, settings: { ...way.settings, ...SETTINGS } }, OVER_SHARDS);
  let nodes: readonly Node[] = [];
  const close = async () => void (await Promise.all(nodes.map(({ opened }) => opened.store.close())));
  try {
    nodes = await nodesOf(entry, way, cluster);
    const shards = await prepare(nodes, way.place);
    const spread = () => onAll(nodes, ({ opened }) => unlessGone(spreadTables(opened, cluster)));
    await spread();
    return {
      ...entry.store,
      cluster: { shards, spread: async () => void (await spread()) },
      async close() {
        await entry.store.close();
        await close();
      },
    };
  } catch (thrown) {
    await entry.store.close();
    await close();
    throw thrown;
  }
}

async function nodesOf(entry: Opened, way: Way, cluster: string): Promise<readonly Node[]> {
  const outside = entry.outside();
  const rows = await outside
    .rows<{ readonly shard: number; readonly host: string }>(
      sql`SELECT shard_num AS shard, host_name AS host FROM system.clusters WHERE cluster = ${text(cluster)}
        ORDER BY shard_num, replica_num`,
    )
    .finally(() => outside.close());
  if (rows.length === 0) {
    const words = `ClickHouse at ${way.place} knows no cluster "${cluster}"; correct KEPT_CLICKHOUSE_CLUSTER or its remote_servers.`;
    throw new KeptError("no-cluster", words);
  }
  return rows.map(({ shard, host }) => {
    const url = new URL(way.url);
    url.hostname = host.includes(":") ? `[${host}]` : host;
    const place = `${url.protocol}//${url.host}`;
    return { shard, opened: connect({ url: url.href, settings: way.settings, place, engine: "a server" }) };
  });
}

/** Brings every server that answers up to date; the others are when they are back and the ledger is opened again. */
async function prepare(nodes: readonly Node[], place: string): Promise<readonly Store[]> {
  const shards = [...new Set(nodes.map(({ shard }) => shard))];
  const keeping: Keeping = nodes.length > shards.length ? "replicated" : "plain";
  const answers = await onAll(nodes, ({ opened }) => unlessGone(migrate(opened, keeping)));
  return shards.map((shard) => {
    const node = nodes.find((one, i) => one.shard === shard && answers[i]);
    if (node !== undefined) return node.opened.store;
    const words = `No server of shard ${shard} of ClickHouse at ${place} answers; the ledger is whole only with it.`;
    throw new KeptError("server-unreachable", words);
  });
}

/** Whether the server was there. */
async function unlessGone(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (thrown) {
    if (thrown instanceof KeptError && thrown.code === "server-unreachable") return false;
    throw thrown;
  }
}
