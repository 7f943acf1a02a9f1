import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

/** Figures of value and proof that other programs and papers found. Not part of the repository. */
const SHARED = join(import.meta.dirname, "../../../shared");
const FILE = join(SHARED, "truth/value.json");

interface Item {
  readonly id: string;
  readonly value: number | readonly (number | readonly number[])[];
  readonly tolerance: { readonly abs?: number | readonly number[]; readonly rel?: number };
}

/** Whether the figures and the data of a set are at hand. */
export const isValueThere = (...files: readonly string[]): boolean =>
  existsSync(FILE) && files.every((file) => existsSync(dataFile(file)));

export const dataFile = (file: string): string => join(SHARED, "data", file);

export function itemOf(id: string): Item {
  const { items } = JSON.parse(readFileSync(FILE, "utf8")) as { readonly items: readonly Item[] };
  const item = items.find((one) => one.id === id);
  if (item === undefined) throw new Error(`value.json has no item ${id}`);
  return item;
}

/** Holds what we found against the item, number by number, each within the item's tolerance. */
export function expectItem(id: string, found: readonly number[]): void {
  const { value, tolerance } = itemOf(id);
  const wanted = [value].flat(2).filter((one) => typeof one === "number");
  expect(found.length, `${id}: how many figures`).toBe(wanted.length);
  for (const [i, one] of wanted.entries()) {
    const abs = typeof tolerance.abs === "object" ? (tolerance.abs[i] ?? 0) : (tolerance.abs ?? 0);
    const give = Math.max(abs, (tolerance.rel ?? 0) * Math.abs(one));
    const away = Math.abs((found[i] ?? Number.NaN) - one);
    expect.soft(away <= give, `${id}[${i}]: found ${found[i]}, wanted ${one} ± ${give}`).toBe(true);
  }
}
