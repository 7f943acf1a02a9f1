import { expect, test } from "vitest";
import { print } from "../sql/print.ts";
import type { Store } from "../storage/store.ts";
import { forEverybody } from "./judging.ts";

/** A store that says how many events and threads there are, and how much memory a question may take: 0 is no limit. */
const shardOf = (events: number, threads: number, memory = 0): Pick<Store, "rows"> => ({
  rows: async <Row>() => [{ events: String(events), threads: String(threads), memory: String(memory) }] as Row[],
});

const told = async (events: number, threads: number, memory?: number) => {
  const slices: { readonly query: string; readonly bounds: readonly bigint[]; readonly threads: unknown }[] = [];
  let [now, most, sum] = [0, 0, 0];
  await forEverybody(shardOf(events, threads, memory), async (slice, settings, some) => {
    now += 1;
    sum += some;
    most = Math.max(most, now);
    const { query, query_params } = print(slice);
    const bounds = Object.values(query_params).map((value) => BigInt(String(value)));
    slices.push({ query, bounds, threads: settings.max_threads });
    await new Promise((resolve) => setTimeout(resolve, 1));
    now -= 1;
  });
  return { slices, most, sum };
};

test("customers are judged in slices side by side, and each customer in one of them", async () => {
  const { slices, most, sum } = await told(100_000_000, 2);
  expect([slices.length, most, sum]).toEqual([6, 2, 100_000_000]);
  expect(slices.map((slice) => slice.threads)).toEqual(Array(6).fill(1));
  const sorted = slices.toSorted((a, b) => ((a.bounds[0] ?? 0n) > (b.bounds[0] ?? 0n) ? 1 : -1));
  expect(sorted[0]?.bounds[0]).toBe(0n);
  for (const [i, { bounds }] of sorted.entries()) expect(bounds[1]).toBe(sorted[i + 1]?.bounds[0]);
  expect(sorted.at(-1)?.query).not.toContain("<");
});

test("few events are judged by one statement of as many threads as the engine likes", async () => {
  expect(await told(1_900_000, 8)).toMatchObject({ slices: [{ threads: undefined }], most: 1 });
});

test("no more is judged side by side than there is memory for", async () => {
  expect(await told(400_000_000, 16)).toMatchObject({ most: 16 });
  expect(await told(400_000_000, 16, 0.8 * 2 ** 31)).toMatchObject({ most: 4 });
  expect(await told(400_000_000, 16, 2 ** 28)).toMatchObject({ most: 1 });
});

test("after a failure nothing else begins, and what is under way ends first", async () => {
  let [begun, ended] = [0, 0];
  const judging = forEverybody(shardOf(200_000_000, 2), async () => {
    begun += 1;
    const fails = begun === 1;
    await new Promise((resolve) => setTimeout(resolve, fails ? 1 : 20));
    if (fails) throw new Error("the disk is full");
    ended += 1;
  });
  await expect(judging).rejects.toThrow("the disk is full");
  expect([begun, ended]).toEqual([2, 1]);
});
