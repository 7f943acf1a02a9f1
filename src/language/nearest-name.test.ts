import { expect, test } from "vitest";
import { byNearness, editDistance, nearestName } from "./nearest-name.ts";

test("counts insertions, deletions, replacements and swaps of neighbours", () => {
  expect(editDistance("kitten", "sitting")).toBe(3);
  expect(editDistance("dyas", "days")).toBe(1);
  expect(editDistance("", "abc")).toBe(3);
  expect(editDistance("same", "same")).toBe(0);
});

test("finds the name that was meant, whatever its case", () => {
  expect(nearestName("Opperations", ["marketing", "operations"])).toBe("operations");
  expect(nearestName("order.palced", ["order.placed", "order.planned"])).toBe("order.placed");
});

test("finds none where nothing is near", () => {
  expect(nearestName("machine.tested", ["order.placed", "parcel.shipped"])).toBeUndefined();
  expect(nearestName("x", [])).toBeUndefined();
  expect(nearestName("xy", ["ab"])).toBeUndefined();
});

test("puts the nearest first", () => {
  expect(byNearness("office", ["warehouse", "officer", "offices"])).toEqual(["officer", "offices", "warehouse"]);
});
