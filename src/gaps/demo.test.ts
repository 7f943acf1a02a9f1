import { Temporal } from "temporal-polyfill";
import { beforeAll, expect, test } from "vitest";
import { demoWorld, laundry as experience } from "../../test/demo-world.ts";
import { openedLedger } from "../../test/ledger.ts";
import { demoAsOf } from "../demo/make.ts";
import { ROW_KEY } from "../promises/element.ts";
import type { VerdictRow } from "../promises/read.ts";
import { sql } from "../sql/sql.ts";
import { WINDOWS } from "./burn.ts";
import type { Counts, PromiseGap, Quantiles, Report, Slice } from "./gap.ts";
import { measureGaps } from "./measure.ts";

// The whole report of a shop's year, against the same figures counted by plain loops over its verdicts.

const ledger = openedLedger(demoWorld(400));
let report: Report;
let rows: readonly VerdictRow[];
beforeAll(async () => {
  report = await measureGaps(ledger.store, experience, demoAsOf, { journeys: [], legs: new Map() });
  rows = await ledger.store.rows<VerdictRow>(sql`select * from verdicts`);
});

const ms = (moment: string): number => Date.parse(`${moment.replace(" ", "T")}Z`);
const isJudged = ({ verdict }: VerdictRow): boolean => ["kept", "late", "missed"].includes(verdict);
const isAsked = ({ verdict }: VerdictRow): boolean => !["unpromised", "unmeasured"].includes(verdict);
const known = (values: readonly (number | null)[]): readonly number[] => values.filter((value) => value !== null);

function each(check: (gap: PromiseGap, own: readonly VerdictRow[]) => void): void {
  expect(report.promises.length).toBeGreaterThan(10);
  for (const gap of report.promises)
    check(
      gap,
      rows.filter((row) => row.promise === gap.promise),
    );
}

function countsIn(own: readonly VerdictRow[]): Partial<Counts> {
  const count = (word: string): number => own.filter(({ verdict }) => verdict === word).length;
  const counts = { kept: count("kept"), late: count("late"), missed: count("missed"), open: count("open") };
  const judged = counts.kept + counts.late + counts.missed;
  return {
    ...counts,
    excused: count("excused"),
    asked: judged + counts.open + count("excused"),
    kept_rate: judged === 0 ? null : counts.kept / judged,
  };
}

const middle = (values: readonly number[]): number | null => at(values, 0.5);

function at(values: readonly number[], level: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(level * sorted.length))] ?? null;
}

function expectQuantiles(found: Quantiles | null, values: readonly number[]): void {
  expect(found?.n ?? 0).toBe(values.length);
  if (found === null) return;
  expect(found.mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 6);
  for (const [name, level] of [
    ["p10", 0.1],
    ["p50", 0.5],
    ["p90", 0.9],
    ["p99", 0.99],
  ] as const)
    expect(found[name]).toBeCloseTo(at(values, level) ?? Number.NaN, 8);
}

test("every promise is counted", () => {
  each((gap, own) => {
    expect(gap).toMatchObject(countsIn(own));
    expect(gap.asked + gap.unpromised + gap.unmeasured).toBe(own.length);
    expect(gap.on_target).toBe(own.filter(({ on_target }) => on_target === true).length);
    expect(gap.off_target).toBe(own.filter(({ on_target }) => on_target === false).length);
  });
});

test("the three numbers and their distances are those of the verdicts", () => {
  each((gap, own) => {
    const delivered = (row: VerdictRow): number | null => (isJudged(row) ? row.delivered : null);
    const asked = own.filter(isAsked);
    expectQuantiles(gap.delivered, known(asked.map(delivered)));
    expectQuantiles(gap.expected, known(asked.map(({ expected }) => expected)));
    expectQuantiles(gap.target, known(asked.map(({ target }) => target)));
    const apart = (one: (row: VerdictRow) => number | null, other: (row: VerdictRow) => number | null): number | null =>
      middle(
        asked.flatMap((row) => {
          const [a, b] = [one(row), other(row)];
          return a === null || b === null ? [] : a - b;
        }),
      );
    const rounded = (value: number | null): number | null => value && Number(value.toFixed(9));
    expect(gap.distance).toEqual({
      delivered_minus_expected: rounded(apart(delivered, ({ expected }) => expected)),
      delivered_minus_target: rounded(apart(delivered, ({ target }) => target)),
      target_minus_expected: rounded(
        apart(
          ({ target }) => target,
          ({ expected }) => expected,
        ),
      ),
    });
  });
});

test("everybody who was answered stands somewhere on the axis", () => {
  each(({ kind, delivered, density }, own) => {
    if (kind === "first" || delivered === null) return expect(density).toBeNull();
    if (density === null) throw new Error("no density");
    const step = (density.to - density.from) / density.within.length;
    const some = own.filter((row) => isJudged(row) && row.delivered !== null);
    const inBin = (i: number, kept: boolean): number =>
      some.filter((row) => {
        const place = Math.floor(((row.delivered ?? 0) - density.from) / step);
        const last = density.within.length - 1;
        const bin = (row.delivered ?? 0) <= density.to ? Math.min(last, place) : place;
        return bin === i && (row.verdict === "kept") === kept;
      }).length;
    expect(density.within).toEqual(density.within.map((_, i) => inBin(i, true)));
    expect(density.beyond).toEqual(density.beyond.map((_, i) => inBin(i, false)));
    const inside = [...density.within, ...density.beyond].reduce((sum, count) => sum + count, 0);
    expect(inside + density.below + density.above).toBe(some.length);
    expect(inside).toBeGreaterThan(0.9 * some.length);
  });
});

test("what was felt is the mean of what was said", () => {
  each(({ felt }, own) => {
    for (const [side, kept] of [
      ["kept", true],
      ["broken", false],
    ] as const) {
      const said = known(
        own.filter((row) => isJudged(row) && (row.verdict === "kept") === kept).map((row) => row.felt),
      );
      expect(felt[side].n).toBe(said.length);
      if (said.length > 0) expect(felt[side].mean).toBeCloseTo(said.reduce((a, b) => a + b, 0) / said.length, 9);
      expect(felt.scores?.reduce((sum, score) => sum + score[side], 0) ?? 0).toBe(said.length);
    }
  });
});

function expectSlices(slices: readonly Slice[], own: readonly VerdictRow[], keyOf: (row: VerdictRow) => string | null) {
  const keys = new Set(own.filter(isAsked).map(keyOf));
  expect(new Set(slices.map(({ key }) => key))).toEqual(keys);
  for (const slice of slices) {
    const some = own.filter((row) => keyOf(row) === slice.key);
    expect(slice).toMatchObject(countsIn(some));
    expect(slice.delivered_p50).toBe(middle(known(some.map((row) => (isJudged(row) ? row.delivered : null)))));
    expect(slice.felt.n).toBe(known(some.filter(isJudged).map(({ felt }) => felt)).length);
  }
}

test("a promise is cut by occasion and by month", () => {
  const monthOf = ({ asked_at }: VerdictRow): string =>
    Temporal.Instant.fromEpochMilliseconds(ms(asked_at))
      .toZonedDateTimeISO(experience.timezone)
      .toPlainDate()
      .toString()
      .slice(0, 7);
  each((gap, own) => {
    expectSlices(gap.by_occasion, own, ({ occasion }) => occasion || null);
    expectSlices(gap.by_month, own, monthOf);
  });
});

test("a promise is cut by what its asking event tells", async () => {
  const events = await ledger.store.rows<{ key: string; at: string; customer_key: string; properties: string }>(
    sql`select ${ROW_KEY} as key, at, customer_key, properties from events`,
  );
  const told = new Map(
    events.map(({ key, at, customer_key, properties }) => [`${customer_key} ${at} ${key}`, JSON.parse(properties)]),
  );
  let cuts = 0;
  each((gap, own) => {
    for (const [property, slices] of Object.entries(gap.by_property)) {
      if (slices.some(({ key }) => key === "…")) continue;
      cuts += 1;
      expectSlices(
        slices,
        own,
        (row) => told.get(`${row.customer_key} ${row.asked_at} ${row.asked_key}`)[property] ?? null,
      );
    }
  });
  expect(cuts).toBeGreaterThan(10);
});

test("the budget burns by when things were decided", () => {
  const decided = (row: VerdictRow): number => {
    const due = row.due_at === null ? undefined : ms(row.due_at);
    const answered = row.answered_at === null ? undefined : ms(row.answered_at);
    const settled = row.verdict === "late" ? due : answered;
    return Math.max(ms(row.asked_at), settled ?? (due !== undefined && due <= demoAsOf ? due : ms(row.asked_at)));
  };
  each(({ budget, goal }, own) => {
    if (budget === null || goal === null) throw new Error("every promise of the demo has a goal");
    expect(budget.burn).toHaveLength(WINDOWS.length);
    for (const [i, { window, ms: length }] of WINDOWS.entries()) {
      const some = own.filter((row) => isJudged(row) && decided(row) > demoAsOf - length);
      const broken = some.filter(({ verdict }) => verdict !== "kept").length;
      expect(budget.burn[i]).toMatchObject({ window, judged: some.length });
      const rate = budget.burn[i]?.rate ?? null;
      if (some.length === 0) expect(rate).toBeNull();
      else expect(rate).toBeCloseTo(broken / some.length / (1 - goal), 9);
    }
  });
});

test("all of it goes through JSON as it is", () => {
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});
