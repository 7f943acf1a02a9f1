import { setTimeout as sleep } from "node:timers/promises";
import { launchPostgres } from "./launch.ts";
import { migrateState } from "./migrate.ts";
import { makeDatabase } from "./roles.ts";
import type { State } from "./state.ts";
import { stateOver } from "./state-over-pool.ts";
import { stopPostgres } from "./stop.ts";
import { isLost, stateTrouble } from "./trouble.ts";
import { type PostgresWay, wayToOwnPostgres, wayToPostgresServer } from "./way.ts";

export interface StateOptions {
  /** The folder of the ledger; the state lies in it too. */
  readonly home: string;
  /** Where Kept's settings are read from; `process.env` if absent. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** How often we begin anew when the one that we found was just about to end. */
const ATTEMPTS = 5;

/** Opens the state: Kept's own PostgreSQL in the home, or the server that `KEPT_POSTGRES_URL` names. */
export async function openState({ home, environment = process.env }: StateOptions): Promise<State> {
  const url = environment["KEPT_POSTGRES_URL"];
  if (url) return join(wayToPostgresServer(url, environment["KEPT_POSTGRES_OWNER_URL"]));
  for (let attempt = 1; ; attempt++) {
    const way = await wayToOwnPostgres(home);
    try {
      await makeDatabase(way);
      return await join(way);
    } catch (thrown) {
      if (attempt === ATTEMPTS || !(isLost(thrown) || isLost(causeOf(thrown)))) throw thrown;
      await sleep(100 * attempt);
    }
  }
}

const causeOf = (thrown: unknown): unknown => (thrown instanceof Error ? thrown.cause : undefined);

async function join(way: PostgresWay): Promise<State> {
  const own = way.pid !== undefined;
  const { state, line } = stateOver(
    way,
    own ? () => launchPostgres(way.place).then(() => undefined) : undefined,
    own ? () => stopPostgres(way.place) : undefined,
  );
  try {
    await line.open();
    await migrateState(way);
    return state;
  } catch (thrown) {
    await state.close();
    throw stateTrouble(thrown, way.place) ?? thrown;
  }
}
