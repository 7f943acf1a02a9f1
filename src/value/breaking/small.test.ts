import { expect, test } from "vitest";
import { experienceOf } from "../../../test/experiences.ts";
import { judgeLines } from "../../../test/gaps-ledger.ts";
import type { Happened } from "../../../test/happened.ts";
import { openedLedger } from "../../../test/ledger.ts";
import { measureBreaking, type PromiseBreaking } from "./measure.ts";

const ledger = openedLedger();

const FILE = `
kept: 1
name: Small
timezone: UTC
teams: { all: {} }
touchpoints: { desk: { team: all } }
events:
  asked: { at: desk, has: { way: text, weight: number, by: moment } }
  moved: { at: desk }
  answered: { at: desk }
  cancelled: { at: desk }
journeys: { talk: { follows: talk_id, path: [asked, moved, answered], ends: [answered, cancelled] } }
promises:
  soon: { says: Soon, journey: talk, when: asked, then: answered, unless: cancelled, expected: 2 days, agreed: [all] }
  ever: { says: Ever, journey: talk, when: asked, then: answered, unless: cancelled, expected: eventually, agreed: [all] }
  twice: { says: Never twice, when: asked, count: asked, for: 3 days, expected: at most 1, agreed: [all] }
  first: { says: First moved, journey: talk, when: answered, first: moved, agreed: [all] }
`;

const HOUR = 3_600_000;
const FROM = Date.parse("2026-01-01T00:00:00Z");
const iso = (ms: number): string => new Date(ms).toISOString();

/** Askings six hours apart, each answered after so many hours (null: never). */
function talks(
  count: number,
  hoursOf: (i: number) => number | null,
  more: (i: number) => Readonly<Record<string, string | number>> = () => ({}),
): Happened[] {
  return Array.from({ length: count }, (_, i) => {
    const at = FROM + i * 6 * HOUR;
    const hours = hoursOf(i);
    const asked: Happened = [`c${i}`, iso(at), "asked", { talk_id: `t${i}`, ...more(i) }];
    return hours === null
      ? [asked]
      : [asked, [`c${i}`, iso(at + hours * HOUR), "answered", { talk_id: `t${i}` }] as Happened];
  }).flat();
}

async function measured(lines: readonly Happened[], asOf: string): Promise<Readonly<Record<string, PromiseBreaking>>> {
  const file = experienceOf(FILE);
  await judgeLines(ledger.store, file, lines, asOf);
  const found = await measureBreaking(ledger.store, file, Date.parse(asOf));
  expect(found.map(({ promise }) => promise)).toEqual(["soon", "ever", "twice"]);
  expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/);
  for (const { chances } of found) for (const { chance } of chances) expect(chance > 0 && chance < 1).toBe(true);
  return Object.fromEntries(found.map((one) => [one.promise, one]));
}

const LATER = "2026-06-01T00:00:00Z";
const refused = (one: PromiseBreaking | undefined, words: RegExp): void => {
  expect(one?.judged).toMatchObject({
    kind: "refusal",
    reason: expect.stringMatching(words),
    needed: expect.stringMatching(/\.$/),
  });
  expect(one?.chances).toEqual([]);
};

test("says why nothing can be foreseen: three askings, one customer, always broken, never broken", async () => {
  refused(
    (
      await measured(
        talks(3, () => 10),
        LATER,
      )
    )["soon"],
    /past|few|never/,
  );
  const one = talks(60, (i) => (i % 2 ? 10 : 90)).map(([, ...rest]) => ["only", ...rest] as const as Happened);
  expect((await measured(one, LATER))["soon"]?.open).toBe(0);
  refused(
    (
      await measured(
        talks(200, () => null),
        LATER,
      )
    )["soon"],
    /always broken/,
  );
  refused(
    (
      await measured(
        talks(200, () => 5),
        LATER,
      )
    )["soon"],
    /never broken/,
  );
});

test("what tells the slow from the quick is found, and each open one gets its chance", async () => {
  const way = (i: number): string => ((i * 7) % 10 < 3 ? "boat" : "train");
  const hours = (i: number): number => (way(i) === "boat" ? 40 + ((i * 13) % 60) : 4 + ((i * 11) % 40));
  const lines = talks(500, hours, (i) => (i % 17 === 0 ? {} : { way: way(i), weight: i % 5 }));
  const last = FROM + 499 * 6 * HOUR;
  const { soon } = await measured(lines, iso(last + HOUR));
  if (soon === undefined || "kind" in soon.judged) throw new Error("nothing was learned");
  expect(soon.judged.auc).toBeGreaterThan(0.85);
  expect(soon.judged.gain.low).toBeGreaterThan(0);
  expect(soon.chances).toHaveLength(soon.open);
  expect(soon.open).toBeGreaterThan(2);
  const [most, ...others] = soon.chances;
  expect(most?.causes.map(({ about }) => about).join()).toContain("way boat");
  expect(others.every(({ chance }) => chance <= (most?.chance ?? 0))).toBe(true);
});

test("what was excused or has no due moment is neither broken nor taken for kept too soon", async () => {
  const lines = talks(400, (i) => (i % 3 === 0 ? null : 5 + (i % 30)));
  const cancelled = Array.from({ length: 400 }, (_, i) => i)
    .filter((i) => i % 3 === 0 && i % 2 === 0)
    .map((i): Happened => [`c${i}`, iso(FROM + i * 6 * HOUR + 20 * HOUR), "cancelled", { talk_id: `t${i}` }]);
  const { soon, ever } = await measured([...lines, ...cancelled], LATER);
  if (soon === undefined || "kind" in soon.judged) throw new Error("nothing was learned");
  // Of 400 a sixth is never answered and never cancelled.
  expect(soon.judged.base_rate).toBeLessThan(0.45);
  refused(ever, /never broken|few/);
});
