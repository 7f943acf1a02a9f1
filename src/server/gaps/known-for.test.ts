import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { knownFor } from "./known-for.ts";

test("while an answer is waited for, it is not asked for again; and again only a while after it came", async () => {
  const waiting: ((value: number) => void)[] = [];
  const { get: known } = knownFor(50, () => new Promise<number>((tell) => waiting.push(tell)));
  const first = known();
  await sleep(100);
  const second = known();
  expect(waiting).toHaveLength(1);
  waiting[0]?.(7);
  expect(await Promise.all([first, second, known()])).toEqual([7, 7, 7]);
  expect(waiting).toHaveLength(1);
  await sleep(100);
  const later = known();
  expect(waiting).toHaveLength(2);
  waiting[1]?.(8);
  expect(await later).toBe(8);
});

test("what went wrong is asked for again at once", async () => {
  const told = [Promise.reject(new Error("nothing is judged")), Promise.resolve(7)];
  const { get: known } = knownFor(60_000, () => told.shift() ?? Promise.resolve(8));
  await expect(known()).rejects.toThrow("nothing");
  expect([await known(), await known()]).toEqual([7, 7]);
});

test("what is forgotten is asked for anew, also while it is still waited for", async () => {
  const waiting: ((value: number) => void)[] = [];
  const known = knownFor(60_000, () => new Promise<number>((tell) => waiting.push(tell)));
  const before = known.get();
  known.forget();
  const after = known.get();
  waiting[1]?.(8);
  expect(await after).toBe(8);
  waiting[0]?.(7);
  expect([await before, await known.get()]).toEqual([7, 8]);
});
