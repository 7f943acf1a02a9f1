import { expect, test } from "vitest";
import { counts, emptyPromise } from "../../../test/sample-numbers.ts";
import { SAMPLE } from "../../../test/sample-report.ts";
import type { PromiseGap, Report } from "../../gaps/gap.ts";
import { alertSentence, budgetSentence } from "./budget.ts";
import { distanceSentences } from "./distance.ts";
import { feltSentence } from "./felt.ts";
import { leadOf } from "./lead.ts";
import { worstLegSentence } from "./legs.ts";
import { sayStanding, standingOf } from "./standing.ts";
import { treeOf } from "./tree.ts";

const DAY = 86_400;

function gap(name: string, more: Partial<PromiseGap>): PromiseGap {
  return { ...emptyPromise(name, `Says ${name}`, "then"), ...more };
}

function lead(...promises: readonly PromiseGap[]): string {
  const report: Report = { ...SAMPLE, promises };
  const { before, says, after, then } = leadOf(report);
  return `${before}${says ?? ""}${after}|${then ?? ""}`.replaceAll("\u00a0", " ");
}

test("what matters most is what breaks most beyond its goal, by number and not by rate", () => {
  const many = gap("many", { ...counts(9000, 1000), goal: 0.95 });
  const worse = gap("worse", { ...counts(10, 20), goal: 0.95 });
  const more = gap("more", { ...counts(5000, 5000) });
  expect(lead(worse, more, many)).toBe(
    "The promise that breaks most beyond its goal is Says many: 1,000 of 10,000 were broken (10.0%), where its goal of 95% leaves room for 500.|2 of 2 promises with a goal miss it.",
  );
});

test("just as many broken as the goal leaves room for is within the goal", () => {
  expect(lead(gap("just", { ...counts(90, 10), goal: 0.9 }))).toContain("leaves room for 10, so it is held.");
});

test("where all goals hold it says so, and names what breaks most", () => {
  const held = gap("held", { ...counts(99, 1), goal: 0.9 });
  const free = gap("free", counts(50, 50));
  expect(lead(held, free)).toBe(
    "The promise that breaks most is Says free: 50 of 100 were broken (50.0%); no goal is set.|",
  );
  expect(lead(held)).toBe(
    "The promise that breaks most is Says held: 1 of 100 were broken (1.0%), where its goal of 90% leaves room for 10, so it is held.|",
  );
});

test("says honestly when nothing broke, nothing was judged, or nothing was promised", () => {
  expect(lead(gap("kept", counts(12)))).toBe("All 12 promises judged were kept.|");
  expect(lead(gap("kept", counts(12)), gap("quiet", counts(0)))).toBe(
    "All 12 promises judged were kept.|For 1 promise there is no evidence.",
  );
  expect(lead(gap("quiet", counts(0, 0, 0, 9)))).toBe("No evidence: not one promise could be judged yet.|");
  expect(lead()).toBe("No promise is written in the experience file yet.|");
});

test("a rate near its goal with few cases may be chance", () => {
  const say = (kept: number, broken: number) => sayStanding(standingOf(counts(kept, broken), 0.9), 0.9);
  expect(say(9, 2)).toBe("goal 90%: below, but that may be chance");
  expect(say(19, 1)).toBe("goal 90%: above, but that may be chance");
  expect(say(800, 200)).toBe("goal 90%: 10 points below");
  expect(say(990, 10)).toBe("goal 90%: 9 points above");
  expect(sayStanding(standingOf(counts(5), null), null)).toBe("no goal set");
  expect(sayStanding(standingOf(counts(0), 0.9), 0.9)).toBe("goal 90%: no evidence");
});

test("the distances are said of the customers in the middle", () => {
  const seconds = { unit: "seconds", n: 9, mean: 0, p10: 0, p50: 0, p90: 0, p99: 0 } as const;
  const apart = (delivered_minus_expected: number, target_minus_expected: number | null) =>
    distanceSentences(
      gap("far", {
        delivered: seconds,
        distance: { delivered_minus_expected, delivered_minus_target: 2.1 * DAY, target_minus_expected },
      }),
      null,
    ).map((sentence) => sentence.replaceAll("\u00a0", " "));
  expect(apart(-3 * DAY, -DAY)).toEqual([
    "Half of our customers have it at least 3 days sooner than they expect.",
    "Half of our customers wait at least 2.1 days longer than we mean them to.",
    "We aim 1 day sooner than they expect: that is what we hold in reserve.",
  ]);
  expect(apart(DAY, 2 * DAY)[2]).toBe(
    "We aim 2 days later than they expect: on our target we still break the promise.",
  );
  expect(distanceSentences(emptyPromise("none", "None", "then"), null)).toEqual([]);
});

test("the budget says how much the goal leaves room for", () => {
  const budget = { allowed: 0.05, used: 1.612, burn: [], alert: "page" } as const;
  const over = gap("over", { ...counts(23_360, 1593, 456), goal: 0.95, budget });
  expect(budgetSentence(over)).toBe(
    "The goal of 95% leaves room for 1,270 broken of 25,409; 2,049 were broken, 161.2% of the budget.",
  );
  expect(alertSentence(over)).toContain("somebody should be called");
  expect(budgetSentence(gap("free", counts(1)))).toBeNull();
});

test("the leg that cost the late ones most is named with who answers", () => {
  const [first] = SAMPLE.promises;
  expect(worstLegSentence(first?.legs ?? [])).toContain(
    "61.0% lost most of their time between parcel.delivered and installation.completed, where electrician (outside) answers.",
  );
  expect(worstLegSentence([])).toBeNull();
});

test("felt says how much less, and nothing where nobody spoke", () => {
  const felt = { kept: { mean: 4.28, n: 15_809 }, broken: { mean: 2.18, n: 1374 }, scale: [1, 5] } as const;
  expect(feltSentence(gap("felt", { felt }))?.replaceAll("\u00a0", " ")).toBe(
    "Where it was kept they give 4.3 (15,809 answers), where it was broken 2.2 (1,374 answers): 2.1 less.",
  );
  expect(feltSentence(emptyPromise("none", "None", "then"))).toBeNull();
});

test("teams stand under the team above them, and a circle still has everybody", () => {
  const team = (name: string, above: string | null) => ({
    name,
    in: above,
    outside: false,
    promises: [],
    ...counts(1),
  });
  const lines = (...teams: ReturnType<typeof team>[]) =>
    treeOf(teams).map(({ team: each, depth }) => `${depth} ${each.name}`);
  expect(lines(team("care", "board"), team("board", null), team("desk", "care"))).toEqual([
    "0 board",
    "1 care",
    "2 desk",
  ]);
  expect(lines(team("a", "b"), team("b", "a"))).toEqual(["0 a", "1 b"]);
});
