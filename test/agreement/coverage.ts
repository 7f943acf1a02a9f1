import type { Experience } from "../../src/language/experience.ts";
import type { Verdict } from "../../src/promises/verdict.ts";
import { valueFor } from "../oracle/asking.ts";

/** How often each kind of promise came to each verdict, and what else befell, counted over many worlds. */
export type Coverage = Map<string, number>;

export function cover(coverage: Coverage, experience: Experience, verdicts: readonly Verdict[]): void {
  const add = (what: string) => coverage.set(what, (coverage.get(what) ?? 0) + 1);
  const promises = new Map(experience.promises.map((promise) => [promise.name, promise]));
  for (const verdict of verdicts) {
    const promise = promises.get(verdict.promise);
    if (promise === undefined) continue;
    const { kind } = promise;
    add(`${kind}: ${verdict.verdict}`);
    if (verdict.occasion !== undefined) add("with an occasion");
    if (verdict.felt !== undefined) add("felt");
    if (verdict.target !== undefined || verdict.onTarget !== undefined) add(`${kind}: on target ${verdict.onTarget}`);
    if (kind === "measure" || kind === "first") continue;
    if (verdict.answeredAt !== undefined && verdict.answeredAt === verdict.askedAt) add(`${kind}: answered when asked`);
    if (verdict.dueAt === undefined) continue;
    if (verdict.answeredAt === verdict.dueAt) add(`${kind}: answered exactly when due`);
    if (verdict.answeredAt === verdict.dueAt + 1) add(`${kind}: answered just too late`);
    if (kind !== "then") continue;
    const limit = valueFor(promise.expected, verdict.occasion);
    if (limit.kind === "within") add(`within ${limit.duration.kind}: ${verdict.verdict}`);
    if (limit.kind === "by") add(`by: ${verdict.verdict}`);
  }
}

/** One line for each, in the order of the alphabet. */
export const coverageTable = (coverage: Coverage): string =>
  [...coverage]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([what, times]) => `${String(times).padStart(8)}  ${what}`)
    .join("\n");
