import { wayToEngine } from "./embedded.ts";
import { wayToServer } from "./server.ts";
import type { Store } from "./store.ts";

export interface StoreOptions {
  /** The folder of the ledger. */
  readonly home: string;
  /** Where Kept's settings are read from; `process.env` if absent. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Opens the ledger: Kept's own engine on the home's folder, or the server that `KEPT_CLICKHOUSE_URL` names. */
export async function openStore({ home, environment = process.env }: StoreOptions): Promise<Store> {
  const url = environment["KEPT_CLICKHOUSE_URL"];
  const [way, { connect }, { migrate }] = await Promise.all([
    url ? wayToServer(url, environment["KEPT_CLICKHOUSE_CLUSTER"]) : wayToEngine(home, environment),
    // Read while the engine starts: both take a while.
    import("./connect.ts"),
    import("./migrate.ts"),
  ]);
  if (way.cluster !== undefined) return (await import("./cluster.ts")).openCluster(way, way.cluster);
  const opened = connect(way);
  try {
    await migrate(opened);
    return opened.store;
  } catch (thrown) {
    await opened.store.close();
    throw thrown;
  }
}
