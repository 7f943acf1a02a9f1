import type { ClientConfig, PoolConfig } from "pg";
import { KeptError } from "../../kept-error.ts";
import { launchPostgres } from "./launch.ts";

/** One way to a PostgreSQL. */
export interface PostgresWay {
  /** For all work. */
  readonly work: PoolConfig;
  /** For migrations. Where it is another role, the one for work may read and write rows, and no more. */
  readonly owner: ClientConfig;
  /** How it is called in messages: a folder, or the address of a server without user and password. */
  readonly place: string;
  /** The process that we started or found; nothing for somebody's server. */
  readonly pid: number | undefined;
}

export async function wayToOwnPostgres(home: string): Promise<PostgresWay> {
  const { pid, socket } = await launchPostgres(home);
  const at = { host: socket, database: "kept" };
  return { work: { ...at, user: "kept" }, owner: { ...at, user: "postgres" }, place: home, pid };
}

/** Somebody's PostgreSQL. `ownerAddress` names another role for migrations. */
export function wayToPostgresServer(address: string, ownerAddress: string | undefined): PostgresWay {
  const place = placeOf(address, "KEPT_POSTGRES_URL");
  if (ownerAddress) placeOf(ownerAddress, "KEPT_POSTGRES_OWNER_URL");
  return {
    work: { connectionString: address },
    owner: { connectionString: ownerAddress || address },
    place,
    pid: undefined,
  };
}

function placeOf(address: string, setting: string): string {
  if (!URL.canParse(address) || !/^postgres(ql)?:/.test(address)) {
    throw new KeptError("bad-setting", `${setting} must look like postgres://user:password@host:5432/kept.`);
  }
  const { host, pathname } = new URL(address);
  return `postgres://${host}${pathname}`;
}
