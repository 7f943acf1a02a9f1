import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { readBatches } from "../ledger/batches.ts";
import { formatCount } from "../report/format/count.ts";
import { sql } from "../sql/sql.ts";
import { type EngineFacts, engineFacts } from "../storage/facts.ts";
import { findRunning } from "../storage/postgres/running.ts";
import { AnswerIsNo, homeOf, onLedger, type Place, sayJson, withStore } from "./context.ts";
import { say } from "./output.ts";

interface Options extends Place {
  readonly json?: boolean;
}

/** `kept doctor`: what is installed, what is open, what is wrong and how to mend it. */
export function doctorCommand(): Command {
  return onLedger(new Command("doctor"))
    .description("what is installed, what is open, what is wrong and how to mend it")
    .option("--json", "as JSON")
    .addHelpText("after", "\nExample:\n  kept doctor")
    .action(async (options: Options) => {
      const facts = engineFacts(homeOf(options));
      const troubles = troublesOf(facts);
      const ledger = facts.homeExists && troubles.length === 0 ? await ledgerOf(options) : undefined;
      if (options.json) sayJson({ ...facts, ledger, troubles });
      else say(wordsOf(facts, ledger, troubles));
      if (troubles.length > 0) throw new AnswerIsNo("");
    });
}

interface Ledger {
  readonly events: number;
  readonly imports: number;
  readonly unfinished: number;
}

async function ledgerOf(options: Options): Promise<Ledger> {
  return withStore(options, async (store) => {
    const [row] = await store.rows<{ events: string }>(sql`select count() as events from events`);
    const batches = await readBatches(store);
    const unfinished = batches.filter((batch) => batch.finished === undefined).length;
    return { events: Number(row?.events ?? 0), imports: batches.length - unfinished, unfinished };
  });
}

function troublesOf(facts: EngineFacts): readonly string[] {
  const troubles: string[] = [];
  const remote = process.env["KEPT_CLICKHOUSE_URL"] !== undefined;
  if (!facts.supported && !remote)
    troubles.push(
      `Kept's own engine does not run on ${facts.platform}: set KEPT_CLICKHOUSE_URL to a ClickHouse server.`,
    );
  if (!facts.writable)
    troubles.push(`${facts.home} cannot be written: change its rights, or name another folder with --home.`);
  if (facts.freeBytes < 500_000_000)
    troubles.push(`Only ${megabytes(facts.freeBytes)} are free where ${facts.home} lies: make room.`);
  if (facts.memory === undefined) troubles.push("KEPT_MEMORY cannot be read: write a size such as 2GB.");
  return troubles;
}

function wordsOf(facts: EngineFacts, ledger: Ledger | undefined, troubles: readonly string[]): string {
  const rows: (readonly [string, string])[] = [
    ["platform", [facts.platform, facts.libc, `node ${facts.node}`].filter((one) => one !== undefined).join(", ")],
    [
      "engine",
      process.env["KEPT_CLICKHOUSE_URL"]
        ? "a server, by KEPT_CLICKHOUSE_URL"
        : `chDB ${facts.chdb} (ClickHouse ${facts.clickhouse})`,
    ],
    ["memory", facts.memory === undefined ? "?" : `at most ${megabytes(facts.memory)}`],
    ["ledger", facts.homeExists ? `${facts.home}, ${megabytes(facts.dataBytes)}` : `${facts.home}: none yet`],
    ...(ledger
      ? [["events", `${formatCount(ledger.events)} from ${formatCount(ledger.imports)} imports`] as const]
      : []),
    ...(ledger && ledger.unfinished > 0
      ? [["cut off", `${ledger.unfinished} imports: run them again to complete them`] as const]
      : []),
    ["running", facts.pid === undefined ? "no engine" : `engine ${facts.pid}, log in ${facts.log}`],
    ["state", stateOf(facts.home)],
    ["disk", `${megabytes(facts.freeBytes)} free`],
  ];
  const lines = rows.map(([what, words]) => `${what.padEnd(10)} ${words}`);
  return `${[...lines, "", ...(troubles.length === 0 ? ["Nothing is wrong."] : troubles)].join("\n")}\n`;
}

/** The people, keys and cases of a server; most homes never had one. */
function stateOf(home: string): string {
  if (process.env["KEPT_POSTGRES_URL"]) return "a server, by KEPT_POSTGRES_URL";
  if (!existsSync(join(home, "postgres"))) return "none: only kept serve needs one";
  const running = findRunning(home);
  return running === undefined
    ? "PostgreSQL, not running"
    : `PostgreSQL ${running.pid}, log in ${join(home, "postgres.log")}`;
}

const megabytes = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
