import { ClickHouseError } from "@clickhouse/client";
import { print } from "../sql/print.ts";
import type { Sql } from "../sql/sql.ts";
import { KeptError } from "./errors.ts";

/** Carried as the `cause` of a KeptError about a statement. */
export interface FailedStatement {
  readonly sql: string;
  readonly engine: unknown;
}

interface Where {
  readonly place: string;
  readonly isGone?: (() => boolean) | undefined;
}

/** What went wrong with a statement, as one sentence for the person at the keyboard. */
export function troubleOf(thrown: unknown, statement: Sql, where: Where, closed: boolean): KeptError {
  const cause: FailedStatement = { sql: print(statement).query, engine: thrown };
  const trouble = (code: string, words: string) => new KeptError(code, words, { cause });
  if (closed) return trouble("closed", "The ledger was closed while a question to it was still running.");
  if (thrown instanceof ClickHouseError) return trouble(...wordsFor(thrown, where.place));
  if (where.isGone === undefined) {
    return trouble("server-unreachable", `ClickHouse at ${where.place} does not answer (${shortly(thrown)}).`);
  }
  const words = `The engine of the ledger in ${where.place} has ended unexpectedly (see engine.log there); run the command again.`;
  return trouble("engine-gone", words);
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

const shortly = (thrown: unknown) =>
  thrown instanceof Error && "code" in thrown ? String(thrown.code) : thrown instanceof Error ? thrown.name : "unknown";

/** Whether a KeptError says that a database (81) or a table (60) is not there. */
export function isUnknownTable(thrown: unknown): boolean {
  if (!(thrown instanceof KeptError) || typeof thrown.cause !== "object" || thrown.cause === null) return false;
  const engine: unknown = Reflect.get(thrown.cause, "engine");
  return engine instanceof ClickHouseError && ["60", "81"].includes(engine.code);
}
