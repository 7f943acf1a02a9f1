import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Holdings } from "../person.ts";
import { environmentOf, readConfig } from "../server/config/read.ts";
import { openStore } from "../storage/open.ts";
import type { Place } from "./context.ts";

export interface OpenHoldings extends Holdings {
  readonly ledgerOnServer: boolean;
}

/** Opens the ledger, and the state too where there is one, for as long as the work lasts. */
export async function withHoldings<T>(place: Place, work: (holdings: OpenHoldings) => Promise<T>): Promise<T> {
  // The same settings as the server's: its file may name the engines.
  const config = readConfig({ ...process.env, ...(place.home === undefined ? {} : { KEPT_HOME: place.home }) });
  const home = resolve(config.home);
  const environment = environmentOf(config, process.env);
  const ledgerOnServer = config["clickhouse-url"] !== undefined;
  const store = await openStore({ home, environment });
  try {
    if (config["postgres-url"] === undefined && !existsSync(join(home, "postgres")))
      return await work({ home, store, state: undefined, ledgerOnServer });
    const { openState } = await import("../storage/postgres/open.ts");
    const state = await openState({ home, environment });
    try {
      return await work({ home, store, state, ledgerOnServer });
    } finally {
      await state.close();
    }
  } finally {
    await store.close();
  }
}
