import { expect, test } from "vitest";
import { print } from "../sql/print.ts";
import type { Store } from "../storage/store.ts";
import { forEverybody } from "./judging.ts";

/** A store that says how many events and threads there are. */
const shardOf = (events: number, threads: number): Pick<Store, "rows"> => ({
  rows: async <Row>() => [{ events: String(events), threads }] as Row[],
});

const told = async (events: number, threads: number) => {
  const slices: { readonly query: string; readonly bounds: readonly bigint[]; readonly threads: unknown }[] = [];
  let [now, most, sum] = [0, 0, 0];
  await forEverybody(
    shardOf(events, threads),
    async (slice, settings) => {
      now += 1;
      most = Math.max(most, now);
      const { query, query_params } = print(slice);
      const bounds = Object.values(query_params).map((value) => BigInt(String(value)));
      slices.push({ query, bounds, threads: settings.max_threads });
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
    },
    (some) => {
      sum += some;
    },
  );
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

test("few events are judged by one statement, and many threads are shared out", async () => {
  expect(await told(900_000, 8)).toMatchObject({ slices: [{ threads: 8 }], most: 1 });
  const { slices, most } = await told(40_000_000, 16);
  expect([slices.length, most, slices[0]?.threads]).toEqual([4, 4, 4]);
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
