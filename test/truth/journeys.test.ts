import { expect, test } from "vitest";
import { z } from "zod";
import type { JourneyPath } from "../../src/journeys/journey-path.ts";
import { readJourneys } from "../../src/journeys/read.ts";
import { syncColumns } from "../../src/ledger/columns.ts";
import { compileJudging } from "../../src/promises/compile.ts";
import { sql } from "../../src/sql/sql.ts";
import type { Store } from "../../src/storage/store.ts";
import { experienceOf } from "../experiences.ts";
import { withLedger } from "../ledger.ts";
import { fileOf, isThere, LOGS, type Log, type LogName, loadLog, readLog } from "./log.ts";

const DFG = z.object({
  edges: z.array(z.tuple([z.string(), z.string(), z.number(), z.object({ median: z.number() })])),
});
const VARIANTS = z.object({ count: z.number(), variants: z.array(z.tuple([z.array(z.string()), z.number()])) });
const THROUGHPUT = z.object({ n: z.number(), mean: z.number(), percentiles: z.record(z.string(), z.number()) });
const REWORK = z.object({ cases: z.record(z.string(), z.number()) });
const PAIRS = z.object({ pairs: z.array(z.tuple([z.string(), z.string(), z.number()])) });

for (const name of LOGS) {
  test.skipIf(!isThere(name))(`finds in ${name} the ways that others find (needs ../shared)`, async () => {
    const log = readLog(name);
    const { journey, reworked } = await withLedger((store) => readWays(store, log));
    // Breaking ties has moved events by some milliseconds.
    const near = (seconds: number | undefined): unknown => expect.closeTo(seconds ?? Number.NaN, log.slack > 0 ? 1 : 6);

    const dfg = read(name, "dfg.json", DFG);
    const follows = journey.follows.map(({ from, to, count, p50 }) => ({ from, to, count, p50 }));
    const edges = dfg.edges.map(([from, to, count, { median }]) => ({ from, to, count, p50: near(median) }));
    expect(follows.toSorted(byNames)).toEqual(edges.toSorted(byNames));

    const { count, variants } = read(name, "variants.json", VARIANTS);
    const casesOf = new Map(variants.map(([path, cases]) => [path.join(), cases]));
    expect(journey.variant_count).toBe(count);
    expect(journey.variants.map((way) => way.count)).toEqual([...casesOf.values()].sort((a, b) => b - a).slice(0, 50));
    expect(journey.variants.map((way) => casesOf.get(way.path.join()))).toEqual(
      journey.variants.map((way) => way.count),
    );

    const { n, mean, percentiles: at } = read(name, "throughput.json", THROUGHPUT);
    const quantiles = { p10: near(at["10"]), p50: near(at["50"]), p90: near(at["90"]), p99: near(at["99"]) };
    expect(journey.throughput).toEqual({ unit: "seconds", n, mean: near(mean), ...quantiles });

    expect(reworked).toEqual(new Map(Object.entries(read(name, "rework.json", REWORK).cases)));
    if (count <= journey.variants.length)
      expect(eventuallyFollows(journey)).toEqual(
        new Map(
          read(name, "eventually_follows.json", PAIRS).pairs.map(([from, to, times]) => [`${from} → ${to}`, times]),
        ),
      );
  });
}

/** The journey of the log, and in how many cases an event came again, as the promise that it never does. */
async function readWays(store: Store, log: Log) {
  const again = log.names.map((name) => [
    name,
    { says: "Once", journey: "way", when: name, never: name, for: "36500 days" },
  ]);
  const experience = experienceOf(
    JSON.stringify({
      kept: 1,
      name: log.name,
      events: Object.fromEntries(log.names.map((name) => [name, {}])),
      journeys: { way: { follows: "case" } },
      promises: Object.fromEntries(again.map(([, promise], i) => [`p${i}`, promise])),
    }),
  );
  await syncColumns(store, experience);
  await loadLog(store, log);
  const [journey] = await readJourneys(store, experience, log.lastAt);
  if (journey === undefined) throw new Error("no journey was read");
  const clock = { timezone: "UTC", openTimes: new Map() };
  for (const { rows } of compileJudging(experience, experience.promises, clock, log.lastAt))
    await store.run(sql`insert into verdicts ${rows(sql`true`)}`);
  const broken = await store.rows<{ readonly promise: string; readonly cases: string }>(
    sql`select promise, uniqExact(customer_key) as cases from verdicts where verdict = 'missed' group by promise`,
  );
  const reworked = new Map(broken.map(({ promise, cases }) => [log.names[Number(promise.slice(1))], Number(cases)]));
  return { journey, reworked };
}

/** How often one event comes some time after another, counted over all pairs of places; only known where all ways are. */
function eventuallyFollows({ variants }: JourneyPath): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (const { path, count } of variants) {
    for (const [i, from] of path.entries()) {
      for (const to of path.slice(i + 1)) pairs.set(`${from} → ${to}`, (pairs.get(`${from} → ${to}`) ?? 0) + count);
    }
  }
  return pairs;
}

// Python writes numbers that are none in a way that is no JSON.
const read = <T>(log: LogName, file: string, shape: z.ZodType<T>): T =>
  shape.parse(JSON.parse(fileOf(log, file).replaceAll(/\bNaN\b/g, "null")));

interface Edge {
  readonly from: string;
  readonly to: string;
}
const byNames = (a: Edge, b: Edge): number => (`${a.from} → ${a.to}` < `${b.from} → ${b.to}` ? -1 : 1);
