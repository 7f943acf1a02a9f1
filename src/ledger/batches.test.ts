import { afterAll, beforeAll, expect, test } from "vitest";
import { type Importing, openImporting } from "../../test/importing.ts";
import { sql } from "../sql/sql.ts";
import { nextBatch, noteBatch, readBatches } from "./batches.ts";

let here: Importing;
beforeAll(async () => {
  here = await openImporting();
});
afterAll(() => here.dispose());

test("every import is a batch of its own, noted when it began and when it had ended", async () => {
  const file = here.put(
    "a.csv",
    "customer,event,time\nanna,visit,2024-03-01\nanna,visit,2024-03-01\n,visit,2024-03-01\n",
  );
  let time = 1_700_000_000_000;
  await here.import(file, { now: () => time++ });
  await here.import(here.put("b.csv", "customer,event,time\nanna,visit,2024-03-02\n"), {
    now: () => 1_600_000_000_000,
  });
  // Nothing new: no batch.
  await here.import(file, { now: () => time });
  const begun = 1_700_000_000_000;
  const first = BigInt(begun) * 1000n;
  const batches = await readBatches(here.store);
  const finished = batches[0]?.finished ?? 0;
  expect(finished > begun && finished < time).toBe(true);
  expect(batches).toEqual([
    { batch: first + 2n, source: "a.csv", begun, finished, rows: 1, duplicates: 1, rejected: 1 },
    {
      batch: first + 12n,
      source: "b.csv",
      begun: 1_600_000_000_000,
      finished: 1_600_000_000_000,
      rows: 1,
      duplicates: 0,
      rejected: 0,
    },
  ]);
  expect(await here.store.rows(sql`SELECT batch FROM events ORDER BY batch`)).toEqual([
    { batch: String(first + 2n) },
    { batch: String(first + 12n) },
  ]);
});

test("a batch that never finished stays to be seen", async () => {
  const batch = await nextBatch(here.store, 1_800_000_000_000, "import");
  await noteBatch(here.store, {
    batch,
    source: "c.csv",
    begun: 1_800_000_000_000,
    finished: undefined,
    rows: 5,
    duplicates: 0,
    rejected: 0,
  });
  expect((await readBatches(here.store)).at(-1)).toMatchObject({ batch, finished: undefined, rows: 5 });
});

test("who opens a batch beside others takes none of their numbers, by whatever clock, and a greater one than any before", async () => {
  const numbersAt = async (now: number) =>
    Promise.all((["door", "links", "import", "demo"] as const).map((opener) => nextBatch(here.store, now, opener)));
  const [last = 0n] = (await readBatches(here.store)).map(({ batch }) => batch).slice(-1);
  for (const now of [0, 1_500_000_000_000, 1_900_000_000_000, 1_900_000_000_000.5]) {
    const numbers = await numbersAt(now);
    expect(new Set(numbers).size).toBe(4);
    expect(numbers.every((number) => number > last)).toBe(true);
  }
});
