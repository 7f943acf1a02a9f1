import { expect, test } from "vitest";
import { staysReady } from "./prepared.ts";

const MINUTE = 60_000;

test("a filter that somebody tried once is not worked out for ever; what is looked at often is", () => {
  const minutes = (times: number) => [0.5, 1.5, 5, 14, 16].filter((ago) => staysReady(times, ago * MINUTE));
  expect(minutes(1)).toEqual([]);
  expect(minutes(2)).toEqual([0.5]);
  expect(minutes(4)).toEqual([0.5, 1.5]);
  expect(minutes(100)).toEqual([0.5, 1.5, 5, 14]);
});
