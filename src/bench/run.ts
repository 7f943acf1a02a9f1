import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Experience } from "../language/experience.ts";
import { readExperience } from "../language/read.ts";
import { syncColumns } from "../ledger/columns.ts";
import { readClock } from "../promises/clock.ts";
import { compileJudging, type JudgingQuery } from "../promises/compile.ts";
import { JUDGING, judge, slicesOf } from "../promises/judge.ts";
import { openStore } from "../storage/open.ts";
import { packageRoot } from "../storage/package.ts";
import type { Store } from "../storage/store.ts";
import { type CountRow, disagreements, figuresOf, figuresOfRows } from "./agree.ts";
import { generateLedger } from "./generate.ts";
import { type Cost, fastest, peakMemory } from "./measure.ts";
import { linesOf } from "./table.ts";
import { type Rejudged, rejudge } from "./touched.ts";
import { fillPlain, runYardstick, SCAN } from "./yardstick.ts";

export interface BenchOptions {
  /** Also a hundred million events. */
  readonly large?: boolean;
  /** Orders of the ledgers that are judged, about 10.9 events each; and of the one that is judged again. */
  readonly orders?: readonly number[];
  readonly ordersJudgedAgain?: number;
  /** An empty folder that may be filled with tens of gigabytes. */
  readonly home: string;
  readonly print: (text: string) => void;
}

/** One ledger: what judging it costs, beside the yardstick on the same events. */
export interface BenchResult {
  readonly orders: number;
  readonly events: number;
  readonly ways: readonly Way[];
  /** Where our figures are not those of the yardstick; empty is as it should be. */
  readonly disagreements: readonly string[];
  /** Bytes that the engine's process had at the most so far. */
  readonly peakMemory: number | undefined;
  readonly again: Rejudged | undefined;
}

export interface Way extends Cost {
  readonly way: "yardstick" | "scan" | "counts" | "rows";
  /** The yardstick is 1; by processor time where it is known, for other programs may run beside. */
  readonly ratio: number;
}

const ORDERS = { usual: [92_000, 920_000], large: 9_200_000, again: 1_840_000 } as const;
/** After everything that the generator makes, so that nothing is open for want of time. */
const AS_OF = Date.UTC(2028, 0, 1);

/** How fast Kept judges, beside a query written by hand for the same promises over the same events. */
export async function bench(options: BenchOptions): Promise<readonly BenchResult[]> {
  const { home, print } = options;
  const experience = benchExperience();
  const store = await openStore({ home });
  try {
    await syncColumns(store, experience);
    const results: BenchResult[] = [];
    for (const orders of options.orders ?? [...ORDERS.usual, ...(options.large ? [ORDERS.large] : [])]) {
      await generateLedger(store, orders);
      results.push(await benchLedger(store, experience, orders, home));
      print(linesOf(results.slice(-1)));
    }
    const orders = options.ordersJudgedAgain ?? ORDERS.again;
    await generateLedger(store, orders);
    const again = await rejudge(store, experience, AS_OF);
    results.push({ orders, events: again.events, ways: [], disagreements: [], peakMemory: peakMemory(home), again });
    print(linesOf(results.slice(-1)));
    return results;
  } finally {
    await store.close();
  }
}

async function benchLedger(store: Store, experience: Experience, orders: number, home: string): Promise<BenchResult> {
  await fillPlain(store);
  const queries = compileJudging(experience, experience.promises, await readClock(store, experience), AS_OF);
  const [query] = queries;
  if (query === undefined || queries.length > 1) throw new Error("the promises of the bench fit into one query");
  const events = await countEvents(store);
  const rounds = orders > 2_000_000 ? 1 : 3;
  const yardstick = await fastest(home, rounds, () => runYardstick(store));
  const scan = await fastest(home, rounds, () => store.rows(SCAN));
  const counts = await fastest(home, rounds, () => countAll(store, query, events));
  const rows = await fastest(home, 1, () => judge(store, experience, AS_OF));
  const price = ({ seconds, cpuSeconds }: Cost): number => cpuSeconds ?? seconds;
  const way = (name: Way["way"], cost: Cost): Way => ({
    way: name,
    seconds: cost.seconds,
    cpuSeconds: cost.cpuSeconds,
    ratio: price(cost) / price(yardstick),
  });
  return {
    orders,
    events,
    ways: [way("yardstick", yardstick), way("scan", scan), way("counts", counts), way("rows", rows)],
    disagreements: [
      ...disagreements(yardstick.result, figuresOf(query, counts.result)),
      ...disagreements(yardstick.result, await figuresOfRows(store)),
    ],
    peakMemory: peakMemory(home),
    again: undefined,
  };
}

async function countAll(store: Store, query: JudgingQuery, events: number): Promise<readonly CountRow[]> {
  const rows: CountRow[] = [];
  for (const slice of slicesOf(events)) rows.push(...(await store.rows<CountRow>(query.counts(slice), JUDGING)));
  return rows;
}

async function countEvents(store: Store): Promise<number> {
  const [row] = await store.rows<{ readonly events: string }>({
    piece: "sql",
    pieces: ["select count() as events from events"],
  });
  return Number(row?.events ?? 0);
}

function benchExperience(): Experience {
  const file = join(packageRoot, "experiences", "bench", "experience.yaml");
  const { experience, diagnostics } = readExperience(readFileSync(file, "utf8"), file);
  if (experience === undefined) throw new Error(diagnostics.map(({ code }) => code).join(", "));
  return experience;
}
