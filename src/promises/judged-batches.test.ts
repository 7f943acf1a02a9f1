import { expect, test } from "vitest";
import { withLedger } from "../../test/ledger.ts";
import { DOOR, nextBatch, noteBatch, readBatches } from "../ledger/batches.ts";
import { sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { freshBatches, noteBatches, settleBatches } from "./judged-batches.ts";

const DAY = 86_400_000_000n;

test("a batch is fresh until it is judged, and once more when it has finished", async () => {
  await withLedger(async (store) => {
    await note(store, 5n, false);
    expect(await freshBatches(store, "0")).toEqual(["10"]);
    await noteBatches(store, ["10"]);
    expect(await freshBatches(store, "0")).toEqual([]);
    await note(store, 5n, true);
    await note(store, 3n, true);
    expect(await freshBatches(store, "0")).toEqual(["7", "11"]);
  });
});

test("what was judged long ago is not remembered batch by batch, unless one is open still", async () => {
  await withLedger(async (store) => {
    for (const batch of [1n, 2n * DAY, 3n * DAY, 5n * DAY]) await note(store, batch, true);
    await note(store, DAY, false);
    await noteBatches(store, await freshBatches(store, "0"));
    expect(await settleBatches(store, "0")).toBe("0");
    await note(store, DAY, true);
    await noteBatches(store, await freshBatches(store, "0"));
    const upTo = await settleBatches(store, "0");
    expect(upTo).toBe(String(3n * DAY));
    expect(await freshBatches(store, upTo)).toEqual([]);
    expect(await store.rows(sql`select state from judged_batches`)).toEqual([{ state: String(10n * DAY + 1n) }]);
  });
});

test("batches of the door that were judged long ago go but for the last of each day, and what comes is known as before", async () => {
  await withLedger(async (store) => {
    for (let second = 0n; second < 10n; second++)
      for (const day of [0n, 1n, 4n]) {
        await note(store, day * DAY + second, false, DOOR);
        await note(store, day * DAY + second, true, DOOR);
      }
    await note(store, (5n * DAY) / 2n, true);
    await noteBatches(store, await freshBatches(store, "0"));
    const upTo = await settleBatches(store, "0");
    expect(upTo).toBe(String(2n * DAY + 9n));
    const left = (await readBatches(store)).map(({ batch, finished }) => [batch, finished !== undefined]);
    expect(left.slice(0, 3)).toEqual([
      [9n, true],
      [DAY + 9n, true],
      [(5n * DAY) / 2n, true],
    ]);
    expect(left).toHaveLength(13);
    expect(await freshBatches(store, upTo)).toEqual([]);
    expect(await nextBatch(store, 0, "door")).toBe(4n * DAY + 10n);
    await note(store, 4n * DAY + 10n, true, DOOR);
    expect(await freshBatches(store, upTo)).toEqual([String(2n * (4n * DAY + 10n) + 1n)]);
  });
});

const note = (store: Store, batch: bigint, finished: boolean, source = "test"): Promise<void> =>
  noteBatch(store, {
    batch,
    source,
    begun: 0,
    finished: finished ? 1 : undefined,
    rows: 0,
    duplicates: 0,
    rejected: 0,
  });
