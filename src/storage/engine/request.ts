import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { refusal } from "./exception.ts";
import { boundaryOf, readMultipart } from "./multipart.ts";

/** One request of the ClickHouse HTTP interface, as far as @clickhouse/client makes use of it. */
export interface Question {
  readonly id: string;
  readonly sql: string;
  readonly database: string | undefined;
  readonly defaultFormat: string;
  /** Settings and `param_…` values, by name. */
  readonly settings: ReadonlyMap<string, string>;
  readonly waitForEnd: boolean;
  /** The data of an INSERT; not there when the body was the statement. */
  readonly data: IncomingMessage | undefined;
}

/** Parameters of the interface that are no settings. */
const OF_THE_INTERFACE = new Set([
  "query",
  "query_id",
  "database",
  "default_format",
  "wait_end_of_query",
  "enable_http_compression",
  "send_progress_in_http_headers",
  "http_headers_progress_interval_ms",
  "cancel_http_readonly_queries_on_client_close",
]);

export async function readQuestion(request: IncomingMessage): Promise<Question> {
  const parameters = new URL(request.url ?? "/", "http://engine").searchParams;
  const boundary = boundaryOf(request.headers["content-type"]);
  const inUrl = parameters.get("query");
  const body = inUrl === null || boundary !== undefined ? await textOf(request) : undefined;
  const parts =
    boundary === undefined || body === undefined ? new Map<string, string>() : readMultipart(body, boundary);
  const settings = new Map<string, string>();
  for (const [name, value] of [...parameters, ...parts]) {
    if (OF_THE_INTERFACE.has(name)) continue;
    if (!/^\w+$/.test(name)) throw refusal(115, "UNKNOWN_SETTING", `Unknown setting '${name}'`);
    settings.set(name, value);
  }
  return {
    id: parameters.get("query_id") ?? randomUUID(),
    sql: boundary === undefined ? (inUrl ?? body ?? "") : (inUrl ?? "") + (parts.get("query") ?? ""),
    database: parameters.get("database") ?? undefined,
    defaultFormat: parameters.get("default_format") ?? "TabSeparated",
    settings,
    waitForEnd: parameters.get("wait_end_of_query") === "1",
    data: body === undefined ? request : undefined,
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}
