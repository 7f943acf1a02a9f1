import { KeptError } from "../kept-error.ts";
import type { Way } from "./way.ts";

/** Somebody's ClickHouse server or cluster. User and password never appear in a message. */
export function wayToServer(address: string, cluster: string | undefined): Way {
  if (!URL.canParse(address) || !/^https?:/.test(address)) {
    throw new KeptError("bad-setting", "KEPT_CLICKHOUSE_URL must look like http://user:password@host:8123/.");
  }
  const url = new URL(address);
  const place = `${url.protocol}//${url.host}`;
  return { url: address, settings: {}, place, engine: "a server", cluster: cluster === "" ? undefined : cluster };
}
