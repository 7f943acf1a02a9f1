import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Experience } from "../language/experience.ts";
import { checkExperienceFile } from "../language/read-file.ts";
import { noteBatch } from "../ledger/batches.ts";
import { syncColumns } from "../ledger/columns.ts";
import { benchImport, type ImportBench } from "../ledger/import/bench-import.ts";
import { readClock } from "../promises/clock.ts";
import { compileJudging } from "../promises/compile.ts";
import { judge } from "../promises/judge.ts";
import { forgetJudged } from "../promises/judged.ts";
import { forEverybody } from "../promises/judging.ts";
import { natural, sql } from "../sql/sql.ts";
import { openStore } from "../storage/open.ts";
import { packageRoot } from "../storage/package.ts";
import type { Store } from "../storage/store.ts";
import { generateLedger } from "./generate.ts";
import { BARE_SCAN, YARDSTICK, YARDSTICK_PROMISES, YARDSTICK_TABLE } from "./yardstick.ts";

export interface BenchOptions {
  /** Orders of each ledger; about 11.8 events an order. */
  readonly orders: readonly number[];
  /** A folder for the ledgers. */
  readonly home: string;
  readonly print: (line: string) => void;
}

/** How fast a CSV file comes in, beside the engine's own insert of it. */
export async function benchCsv({
  home,
  print,
  rows,
  clock,
}: {
  readonly clock: () => number;
  readonly home: string;
  readonly print: (line: string) => void;
  readonly rows: number;
}): Promise<ImportBench> {
  const store = await openStore({ home: join(home, "csv") });
  try {
    const result = await benchImport(store, { folder: home, clock, rows });
    print(
      `CSV, ${rows} rows: imported in ${result.ours.toFixed(2)} s, the engine's own insert ${result.engine.toFixed(2)} s: ×${result.ratio.toFixed(2)} of its speed\n`,
    );
    return result;
  } finally {
    await store.close();
  }
}

/** Seconds, the best of several runs; ratios are to the yardstick on the same events in the same run. */
export interface BenchResult {
  readonly events: number;
  readonly yardstick: number;
  readonly bareScan: number;
  readonly counts: number;
  readonly rows: number;
  readonly verdicts: number;
  /** After 1,000 new events of 1,000 customers. */
  readonly again: number;
  /** Of the engine, the greatest so far; undefined where the system does not tell. */
  readonly peakBytes: number | undefined;
  /** Promises of which yardstick and judging do not count the same. */
  readonly differing: readonly string[];
}

/** After the last window of the last event is over: what is pending is broken, as the yardstick has it. */
const AS_OF = Date.UTC(2029, 0, 1);

/** Judging beside a query written by hand for the same constraints, and beside reading the same columns. */
export async function bench({ orders, home, print }: BenchOptions): Promise<readonly BenchResult[]> {
  const { experience } = checkExperienceFile(join(packageRoot, "experiences", "bench", "experience.yaml"));
  if (experience === undefined) throw new Error("the promises of the bench have faults");
  const results: BenchResult[] = [];
  print("events        yardstick  bare scan  counts          verdict rows     again    memory\n");
  for (const count of orders) {
    const folder = join(home, String(count));
    const store = await openStore({ home: folder });
    try {
      const result = await measure(store, experience, count, folder);
      print(lineOf(result));
      results.push(result);
    } finally {
      await store.close();
    }
  }
  return results;
}

async function measure(store: Store, experience: Experience, orders: number, folder: string): Promise<BenchResult> {
  await syncColumns(store, experience);
  await generateLedger(store, orders);
  await note(store, 1n);
  await store.run(YARDSTICK_TABLE);
  await store.run(sql`optimize table yardstick final`);
  const [row] = await store.rows<{ events: string }>(sql`select count() as events from events`);
  const events = Number(row?.events);
  const queries = compileJudging(experience, experience.promises, await readClock(store, experience), AS_OF);
  const counting = async () => {
    const counted: Record<string, string[]>[] = [];
    await forEverybody(store, async (slice, settings) => {
      for (const query of queries)
        counted.push(...(await store.rows<Record<string, string[]>>(query.counts(slice), settings)));
    });
    return counted;
  };
  const byHand = await best(3, () => store.rows<{ asked: string[]; broken: string[] }>(YARDSTICK));
  const scan = await best(3, () => store.rows(BARE_SCAN));
  const counted = await best(3, counting);
  const written = await best(2, async () => {
    await forgetJudged(store);
    await judge(store, experience, AS_OF);
  });
  const [verdicts] = await store.rows<{ count: string }>(sql`select count() as count from verdicts`);
  const again = await rejudge(store, experience);
  return {
    events,
    yardstick: byHand.seconds,
    bareScan: scan.seconds,
    counts: counted.seconds,
    rows: written.seconds,
    verdicts: Number(verdicts?.count),
    again,
    peakBytes: peakOf(folder),
    differing: differing(experience, byHand.value[0], counted.value),
  };
}

/** Seconds to judge again when 1,000 customers have a new event. */
async function rejudge(store: Store, experience: Experience): Promise<number> {
  await store.run(sql`insert into events (customer, name, at, received, source, id, batch, properties)
    select customer, 'contact.made', toDateTime64('2026-06-01 00:00:00', 3, 'UTC'), toDateTime64('2026-06-01 00:00:00', 3, 'UTC'),
      'bench', concat('new.', customer), ${natural(2)}, '{"order":"new","topic":"invoice"}'
    from events where batch = 1 limit 1 by customer limit 1000`);
  await note(store, 2n);
  const begun = performance.now();
  const { judged } = await judge(store, experience, AS_OF);
  if (judged !== "touched") throw new Error(`judged ${judged} where only some were touched`);
  return (performance.now() - begun) / 1000;
}

const note = (store: Store, batch: bigint): Promise<void> =>
  noteBatch(store, { batch, source: "bench", begun: 0, finished: 1, rows: 0, duplicates: 0, rejected: 0 });

async function best<T>(
  times: number,
  work: () => Promise<T>,
): Promise<{ readonly seconds: number; readonly value: T }> {
  let seconds = Number.POSITIVE_INFINITY;
  let value: T | undefined;
  for (let i = 0; i < times; i += 1) {
    const begun = performance.now();
    value = await work();
    seconds = Math.min(seconds, (performance.now() - begun) / 1000);
  }
  return { seconds, value: value as T };
}

/** Kept, late, missed and open of each promise, over all slices; broken is late, missed, and what is still open. */
function differing(
  { promises }: Experience,
  byHand: { readonly asked: readonly string[]; readonly broken: readonly string[] } | undefined,
  counted: readonly Record<string, readonly string[]>[],
): readonly string[] {
  return promises.flatMap((promise, i) => {
    const of = (word: number): number =>
      counted.reduce((sum, row) => sum + Number(row[`counts_${i + 1}`]?.[word] ?? 0), 0);
    const [kept, late, missed, open] = [of(0), of(1), of(2), of(3)];
    const place = YARDSTICK_PROMISES.indexOf(promise.name);
    const same =
      Number(byHand?.asked[place]) === kept + late + missed + open &&
      Number(byHand?.broken[place]) === late + missed + open;
    return same ? [] : [promise.name];
  });
}

/** The most memory the engine of a folder has had, as Linux tells it. */
function peakOf(folder: string): number | undefined {
  try {
    const { pid } = JSON.parse(readFileSync(join(folder, "engine.json"), "utf8")) as { pid: number };
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

function lineOf(result: BenchResult): string {
  const seconds = (value: number): string => `${value.toFixed(2)} s`.padStart(9);
  const ratio = (value: number): string => `${seconds(value)} ${`×${(value / result.yardstick).toFixed(2)}`.padEnd(6)}`;
  const memory = result.peakBytes === undefined ? "?" : `${(result.peakBytes / 1e9).toFixed(2)} GB`;
  const differ = result.differing.length === 0 ? "" : `  counts differ: ${result.differing.join(", ")}`;
  return `${String(result.events).padEnd(12)} ${seconds(result.yardstick)} ${seconds(result.bareScan)} ${ratio(result.counts)} ${ratio(result.rows)} ${seconds(result.again)}  ${memory}${differ}\n`;
}
