import { expect, test } from "vitest";
import { judgeByHand } from "../oracle/judge.ts";
import { worldOf } from "./agree.ts";
import { compare } from "./compare.ts";
import { type Coverage, cover } from "./coverage.ts";
import { MUTANTS } from "./mutant.ts";

const WORLDS = 60;
const worlds = Array.from({ length: WORLDS }, (_, i) => {
  const { experience, events, asOf } = worldOf(i + 1, { promises: 8, customers: 25, events: 12 });
  // Any numbers will do for keys where no engine is asked.
  const keyed = events.map((event, place) => ({ ...event, key: BigInt((place * 7919) % 100_003) }));
  const moments = asOf.map((moment) => ({ moment, verdicts: judgeByHand(experience, keyed, moment) }));
  return { experience, events: keyed, moments };
});

test("every kind of promise comes to every verdict that it can", () => {
  const coverage: Coverage = new Map();
  for (const { experience, moments } of worlds)
    for (const { verdicts } of moments) cover(coverage, experience, verdicts);
  const rare = EXPECTED.filter((what) => (coverage.get(what) ?? 0) < 5);
  expect(rare).toEqual([]);
});

test.each(Object.entries(MUTANTS))("a judge that %s is found out", (_, mutant) => {
  const found = worlds.some(({ experience, events, moments }) =>
    moments.some(({ moment, verdicts }) => compare(verdicts, mutant(experience, events, moment))),
  );
  expect(found).toBe(true);
});

test("rows that one side lacks, has twice or has in another order are told apart", () => {
  const rows = worlds[0]?.moments.at(-1)?.verdicts ?? [];
  expect(compare(rows, rows.toReversed())).toBeUndefined();
  expect(compare(rows, rows.slice(1))?.engine).toBeUndefined();
  expect(compare(rows.slice(1), rows)?.oracle).toBeUndefined();
  expect(compare(rows, [...rows, ...rows.slice(0, 1)])?.engine).toBe(rows[0]);
});

const EXPECTED = [
  ...["kept", "late", "missed", "open", "excused", "unpromised"].map((word) => `then: ${word}`),
  ...["kept", "missed", "open", "excused"].flatMap((word) => [`count: ${word}`, `never: ${word}`]),
  ...["kept", "missed", "open", "excused", "unmeasured"].map((word) => `measure: ${word}`),
  ...["kept", "missed"].map((word) => `first: ${word}`),
  ...["elapsed", "calendar", "open-time", "open-days"].flatMap((kind) =>
    ["kept", "late", "missed", "open"].map((word) => `within ${kind}: ${word}`),
  ),
  ...["kept", "late", "missed", "open"].map((word) => `by: ${word}`),
  ...["true", "false", "undefined"].flatMap((met) =>
    ["then", "count", "measure"].map((kind) => `${kind}: on target ${met}`),
  ),
  ...["answered when asked", "answered exactly when due", "answered just too late"].map((what) => `then: ${what}`),
  "with an occasion",
  "felt",
];
