import { connect, type Opened } from "./connect.ts";
import { KeptError } from "./errors.ts";

/** Somebody's ClickHouse server or cluster. User and password never appear in a message. */
export function openServer(address: string, cluster: string | undefined): Opened {
  if (!URL.canParse(address) || !/^https?:/.test(address)) {
    throw new KeptError("bad-setting", "KEPT_CLICKHOUSE_URL must look like http://user:password@host:8123/.");
  }
  const url = new URL(address);
  const place = `${url.protocol}//${url.host}`;
  return connect({ url: address, settings: {}, place, cluster: cluster === "" ? undefined : cluster });
}
