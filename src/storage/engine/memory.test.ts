import { totalmem } from "node:os";
import { expect, test } from "vitest";
import { engineMemory } from "./memory.ts";

test("takes 2 GB, or half of a small machine", () => {
  expect(engineMemory(undefined)).toBeLessThanOrEqual(2 * 2 ** 30);
  expect(engineMemory("")).toBeLessThanOrEqual(Math.max(2 ** 28, totalmem() / 2));
});

test.each([
  ["1500M", 1500 * 2 ** 20],
  ["4 GB", 4 * 2 ** 30],
  ["1.5GiB", 1.5 * 2 ** 30],
  ["1t", 2 ** 40],
])("reads %s", (setting, bytes) => {
  expect(engineMemory(setting)).toBe(bytes);
});

test.each(["lots", "-4G", "100M", "4X"])("refuses %s", (setting) => {
  expect(engineMemory(setting)).toBeUndefined();
});
