import { beforeAll, expect, test } from "vitest";
import { laundry as experience } from "../../../test/demo-world.ts";
import { openedLedger } from "../../../test/ledger.ts";
import { demoAsOf, makeDemo } from "../../demo/make.ts";
import { foreseeable, unpredictable } from "../../demo/planted.ts";
import { judge } from "../../promises/judge.ts";
import { sql } from "../../sql/sql.ts";
import { askedBefore, drawn, lookedAt } from "./asked-before.ts";
import { aucOf } from "./judged.ts";
import { measureBreaking, type PromiseBreaking } from "./measure.ts";
import { knownOf, readSnapshots } from "./read-snapshots.ts";
import type { Lesson } from "./snapshot.ts";

// As of a morning in August: what was open then is judged again at the end of the year.
const AUGUST = Date.parse("2026-08-18T06:00:00Z");
const PROMISES = [...foreseeable, ...unpredictable];

const ledger = openedLedger();
let found: readonly PromiseBreaking[];
let lessons: readonly Lesson[];
beforeAll(async () => {
  await makeDemo(ledger.store, { customers: 4000 });
  await judge(ledger.store, experience, AUGUST);
  found = await measureBreaking(ledger.store, experience, AUGUST, { promises: PROMISES });
  lessons = await someLessons();
});

const of = (promise: string): PromiseBreaking => {
  const one = found.find((each) => each.promise === promise);
  if (one === undefined) throw new Error(`${promise} was not measured`);
  return one;
};

async function someLessons(): Promise<readonly Lesson[]> {
  const promise = experience.promises.find(({ name }) => name === "washing-within-a-week");
  if (promise === undefined) throw new Error("the promise is gone");
  const askings = drawn(askedBefore(promise, 0, AUGUST), 0.03, 9);
  const rows: Lesson[] = [];
  const looks = { snapshots: lookedAt(askings, 9), many: 100_000 };
  for await (const some of readSnapshots(ledger.store, experience, promise, looks, AUGUST)) rows.push(...some);
  return rows;
}

test("knows days before who will wait too long for a washing machine", () => {
  const { judged } = of("washing-within-a-week");
  if ("kind" in judged) throw new Error(judged.reason);
  expect(judged.auc).toBeGreaterThan(0.88);
  expect(judged.brier).toBeLessThan(judged.brier_of_base_rate / 1.8);
  expect(judged.warning.hours).toBeGreaterThan(24);
  expect(judged.warning.warned).toBeGreaterThan(0.8);
  for (const { said, came } of judged.calibration) expect(Math.abs(said - came)).toBeLessThan(0.15);
});

test("what can be foreseen is, and better than by the usual share", () => {
  for (const promise of foreseeable) {
    const { judged } = of(promise);
    if ("kind" in judged) throw new Error(judged.reason);
    expect(judged.gain.low).toBeGreaterThan(0.01);
    expect(judged.auc).toBeGreaterThan(0.7);
  }
});

test("what cannot be foreseen is not shown, and it says so", () => {
  expect(unpredictable).toContain("electrician-when-named");
  for (const promise of unpredictable) {
    const { judged, chances } = of(promise);
    expect(judged).toMatchObject({ kind: "refusal", reason: expect.stringMatching(/\.$/) });
    expect(chances).toEqual([]);
  }
});

test("nothing later than the moment of looking is looked at, and all before it", async () => {
  const events = await ledger.store.rows<{
    customer_key: string;
    order: string;
    name: string;
    ms: string;
    here_by: number | null;
  }>(
    sql`select customer_key, toString(k_order_id) as order, name, toUnixTimestamp64Milli(at) as ms,
      toFloat64(toUnixTimestamp64Milli(p_here_by)) as here_by from events where k_order_id != 0`,
  );
  const known = knownOf(experience);
  const subjects = new Map<string, (typeof events)[number][]>();
  for (const event of events) {
    const key = `${event.customer_key} ${event.order}`;
    subjects.set(key, [...(subjects.get(key) ?? []), event]);
  }
  expect(lessons.length).toBeGreaterThan(80);
  for (const lesson of lessons) {
    const own = subjects.get(`${lesson.customerKey} ${lesson.subjectKey}`) ?? [];
    const past = own.filter(({ ms }) => Number(ms) <= lesson.at);
    const last = new Map<number, number>();
    const since = new Map<number, number>();
    for (const { name, ms } of past) {
      const place = known.events.indexOf(name);
      last.set(place, Math.max(last.get(place) ?? 0, Number(ms)));
      since.set(place, (since.get(place) ?? 0) + Number(Number(ms) > lesson.askedAt));
    }
    expect(lesson.last).toEqual(last);
    expect(lesson.since).toEqual(since);
    const named = past.filter(({ here_by }) => here_by !== null).toSorted((a, b) => Number(b.ms) - Number(a.ms));
    expect(lesson.moments[known.moments.indexOf("here_by")]).toBe(named[0]?.here_by ?? null);
    expect(lesson.at).toBeLessThan(lesson.dueAt ?? 0);
    expect(past.some(({ name }) => name === "installation.completed")).toBe(false);
  }
});

test("the same ledger gives the same chances", async () => {
  const [again] = await measureBreaking(ledger.store, experience, AUGUST, { promises: ["washing-within-a-week"] });
  expect(again).toEqual(of("washing-within-a-week"));
});

// Judges the ledger anew: stands last.
test("asked in August, the world then does what was said", async () => {
  const before = foreseeable.flatMap((promise) => of(promise).chances);
  expect(of("washing-within-a-week").open).toBeGreaterThan(25);
  expect(of("washing-within-a-week").chances).toHaveLength(of("washing-within-a-week").open);
  await judge(ledger.store, experience, demoAsOf);
  const rows = await ledger.store.rows<{ key: string; broken: number }>(
    sql`select concat(promise, ' ', toString(customer_key), ' ', toString(asked_key)) as key, verdict in ('late', 'missed') as broken from verdicts`,
  );
  const after = new Map(rows.map(({ key, broken }) => [key, Boolean(broken)]));
  const came = before.map(({ promise, customerKey, askedKey, chance }) => ({
    asking: `${promise} ${customerKey} ${askedKey}`,
    chance,
    broken: after.get(`${promise} ${customerKey} ${askedKey}`) ?? false,
    hoursLeft: null,
  }));
  const washing = came.filter(({ asking }) => asking.startsWith("washing"));
  expect(aucOf(washing)).toBeGreaterThan(0.85);
  const said = came.reduce((sum, { chance }) => sum + chance, 0);
  const broke = came.filter(({ broken }) => broken).length;
  const spread = Math.sqrt(came.reduce((sum, { chance }) => sum + chance * (1 - chance), 0));
  expect(Math.abs(said - broke)).toBeLessThan(3.5 * spread + 2);
  const brier = (rate: (chance: number) => number): number =>
    came.reduce((sum, { chance, broken }) => sum + (rate(chance) - Number(broken)) ** 2, 0) / came.length;
  expect(brier((chance) => chance)).toBeLessThan(brier(() => broke / came.length));
});
