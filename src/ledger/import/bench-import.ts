import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Experience } from "../../language/experience.ts";
import { usualValue } from "../../language/usual-value.ts";
import { digits, sql, text } from "../../sql/sql.ts";
import type { Settings, Store } from "../../storage/store.ts";
import { importFiles } from "./import-files.ts";

/** How fast a CSV file comes into the ledger, beside the engine's own insert of the same file in the same run. */
export interface ImportBench {
  readonly rows: number;
  readonly bytes: number;
  /** Seconds: the fastest of the rounds. */
  readonly ours: number;
  readonly engine: number;
  /** Speed as a share of the engine's. */
  readonly ratio: number;
}

/**
 * `folder` is for the file that is made, `clock` gives milliseconds. The engine's way is an INSERT of typed columns
 * from file() into a plain MergeTree table in the order of customer and time, with as many threads as ours.
 * Leaves the ledger empty.
 */
export async function benchImport(
  store: Store,
  { folder, clock, rows = 2_000_000, rounds = 3 }: BenchOptions,
): Promise<ImportBench> {
  const file = join(folder, "bench-import.csv");
  try {
    await writeSample(store, file, rows);
    const [size] = await store.rows<{ readonly bytes: string }>(
      sql`SELECT toString(any(_size)) AS bytes FROM (SELECT _size FROM file(${text(file)}, 'LineAsString') LIMIT 1)`,
    );
    let ours = Number.POSITIVE_INFINITY;
    let engine = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds; round++) {
      for (const threads of [1, 2])
        engine = Math.min(engine, await timed(clock, () => insertPlainly(store, file, threads)));
      await store.run(sql`TRUNCATE TABLE events`);
      const options = { rejects: `${file}.rejects`, now: clock };
      ours = Math.min(ours, await timed(clock, () => importFiles(store, SHOP, [file], options)));
    }
    await store.run(sql`TRUNCATE TABLE events`);
    return { rows, bytes: Number(size?.bytes ?? 0), ours, engine, ratio: engine / ours };
  } finally {
    await store.run(sql`DROP TABLE IF EXISTS bench_plain SYNC`);
    rmSync(file, { force: true });
  }
}

export interface BenchOptions {
  readonly folder: string;
  readonly clock: () => number;
  readonly rows?: number;
  readonly rounds?: number;
}

async function timed(clock: () => number, work: () => Promise<unknown>): Promise<number> {
  const begun = clock();
  await work();
  return (clock() - begun) / 1000;
}

/** A shop's events: five to an order, a third of a million customers, eight columns, a quarter of the cells empty. */
async function writeSample(store: Store, file: string, rows: number): Promise<void> {
  await store.run(
    sql`INSERT INTO FUNCTION file(${text(file)}, 'TSVRaw', 'line String')
      SELECT 'customer_id,event,time,order_id,total,channel,reason,promised_for' UNION ALL
      SELECT concat('c', toString(cityHash64(number) % 300000), ',', ${oneOf("number", EVENTS)}, ',',
        toString(toDateTime64('2024-01-01', 3, 'UTC') + toIntervalMillisecond(number * 15000 + cityHash64(number, 1) % 10000000)),
        ',o', toString(intDiv(number, 5)), ',',
        if(number % 5 = 0, toString(cityHash64(number, 2) % 100000 / 100), ''), ',',
        ${oneOf("cityHash64(number, 3)", CHANNELS)}, ',',
        if(number % 5 = 0, ${oneOf("cityHash64(number, 4)", REASONS)}, ''), ',',
        if(number % 5 = 0, toString(toDate('2024-01-01') + intDiv(number, 5760) + 3), ''))
      FROM numbers(${digits(rows)})`,
    { engine_file_truncate_on_insert: 1, max_threads: 1 },
  );
}

const EVENTS = ["order.placed", "order.paid", "parcel.shipped", "parcel.delivered", "contact.opened"];
const CHANNELS = ["web", "app", "store", "phone"];
const REASONS = ["broken", "moving", "new baby", '"gift, for a friend"'];

function oneOf(seed: "number" | "cityHash64(number, 3)" | "cityHash64(number, 4)", values: readonly string[]) {
  const list = JSON.stringify(values);
  const of = { piece: "sql", pieces: [seed] } as const;
  return sql`JSONExtract(${text(list)}, 'Array(String)')[1 + ${of} % ${digits(values.length)}]`;
}

const PLAIN: Settings = { async_insert: 0 };

async function insertPlainly(store: Store, file: string, threads: number): Promise<void> {
  await store.run(sql`DROP TABLE IF EXISTS bench_plain SYNC`);
  await store.run(sql`CREATE TABLE bench_plain (customer_id String, event LowCardinality(String),
      time DateTime64(3, 'UTC'), order_id String, total Nullable(Float64), channel LowCardinality(String),
      reason String, promised_for Nullable(Date32))
    ENGINE = MergeTree ORDER BY (customer_id, time)`);
  await store.run(
    sql`INSERT INTO bench_plain SELECT * FROM file(${text(file)}, 'CSVWithNames',
      'customer_id String, event String, time DateTime64(3, \\'UTC\\'), order_id String, total Nullable(Float64), channel String, reason String, promised_for Nullable(Date32)')`,
    { ...PLAIN, max_insert_threads: threads },
  );
}

const SHOP: Experience = {
  name: "Shop",
  currency: undefined,
  timezone: "UTC",
  calendars: [],
  teams: [],
  touchpoints: [],
  events: EVENTS.map((name) => ({
    name,
    at: undefined,
    has:
      name === "order.placed"
        ? [
            { name: "total", type: "number" },
            { name: "promised_for", type: "date" },
            { name: "reason", type: "text" },
          ]
        : [],
    felt: undefined,
    received: undefined,
    again: undefined,
  })),
  journeys: [{ name: "order", follows: "order_id", path: [], ends: [] }],
  occasions: [],
  promises: [],
  value: usualValue([]),
};
