import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { knownFor } from "./known-for.ts";

test("while an answer is waited for, it is not asked for again; and again only a while after it came", async () => {
  const waiting: ((value: number) => void)[] = [];
  const known = knownFor(50, () => new Promise<number>((tell) => waiting.push(tell)));
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

test("what went wrong is asked for again too", async () => {
  let asked = 0;
  const known = knownFor(0, async () => {
    asked += 1;
    throw new Error("nothing is judged");
  });
  await expect(known()).rejects.toThrow("nothing");
  await sleep(5);
  await expect(known()).rejects.toThrow("nothing");
  expect(asked).toBe(2);
});
