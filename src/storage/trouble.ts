import { join } from "node:path";
import { ClickHouseError } from "@clickhouse/client";
import { KeptError } from "../kept-error.ts";
import { print } from "../sql/print.ts";
import type { Sql } from "../sql/sql.ts";
import type { Way } from "./way.ts";

/** Carried as the `cause` of a KeptError about a statement. */
export interface FailedStatement {
  readonly sql: string;
  readonly engine: unknown;
}

type Where = Pick<Way, "place" | "engine">;

/** What went wrong with a statement, as one sentence for the person at the keyboard. A bug of ours is thrown as it is. */
export function troubleOf(thrown: unknown, statement: Sql, where: Where, closed: boolean): KeptError {
  const cause: FailedStatement = { sql: print(statement).query, engine: thrown };
  const trouble = (code: string, words: string) => new KeptError(code, words, { cause });
  if (closed) return trouble("closed", "The ledger was closed while a question to it was still running.");
  if (thrown instanceof ClickHouseError) return trouble(...wordsFor(thrown, where.place));
  if (!(thrown instanceof Error) || thrown instanceof TypeError || thrown instanceof RangeError) throw thrown;
  const why = "code" in thrown ? String(thrown.code) : thrown.name;
  switch (where.engine) {
    case "a server":
      return trouble("server-unreachable", `ClickHouse at ${where.place} does not answer (${why}).`);
    case "our own": {
      const log = join(where.place, "engine.log");
      return trouble(
        "engine-gone",
        `The engine of the ledger has ended unexpectedly (${why}, see ${log}); run it again.`,
      );
    }
  }
}

/** By ClickHouse's error codes, see `system.errors`. */
function wordsFor(error: ClickHouseError, place: string): [code: string, words: string] {
  const first = brief(error.message.split("\n")[0]?.trim() ?? "");
  if (isDiskFull(error)) {
    return ["disk-full", `No space is left on the disk for ${place}; make room and run the command again.`];
  }
  switch (error.code) {
    case "241":
      return ["memory", "The question needs more memory than the engine may take; raise KEPT_MEMORY (such as 4G)."];
    case "193":
    case "194":
    case "516":
      return ["server-refused", `ClickHouse at ${place} refuses this user or password; correct KEPT_CLICKHOUSE_URL.`];
    default:
      return ["query-failed", `The ledger could not answer: ${first} (${error.type ?? error.code}).`];
  }
}

const LONGEST = 300;
const brief = (text: string) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`);

const isDiskFull = (error: ClickHouseError) =>
  error.code === "243" || /errno: 28\b|No space left on device/i.test(error.message);

/** Whether a KeptError says that a database (81) or a table (60) is not there. */
export const isUnknownTable = (thrown: unknown): boolean => ["60", "81"].includes(engineCode(thrown));

/** Whether a KeptError says that a table is there already (57). */
export const isTableThere = (thrown: unknown): boolean => engineCode(thrown) === "57";

/** The engine's own code of a KeptError; empty where it has none. */
function engineCode(thrown: unknown): string {
  if (!(thrown instanceof KeptError) || typeof thrown.cause !== "object" || thrown.cause === null) return "";
  const engine: unknown = Reflect.get(thrown.cause, "engine");
  return engine instanceof ClickHouseError ? engine.code : "";
}
