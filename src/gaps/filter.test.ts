import { beforeAll, expect, test } from "vitest";
import { experienceOf } from "../../test/experiences.ts";
import { judgeLines } from "../../test/gaps-ledger.ts";
import type { Happened } from "../../test/happened.ts";
import { openedLedger } from "../../test/ledger.ts";
import { type Filter, NO_FILTER, narrow } from "./filter.ts";
import { measureGaps } from "./measure.ts";
import { worstSubjects } from "./worst.ts";

const SHOP = experienceOf(`
kept: 1
name: Shop
timezone: UTC
teams: { board: {}, store: { in: board }, desk: { in: board } }
touchpoints: { parcel: { team: store }, counter: { team: desk } }
events:
  ordered: { has: { channel: text, gift: yes-no } }
  sent: { at: parcel }
  asked: {}
  answered: { at: counter }
occasions: { gift: { when: { ordered: 'event.gift' } } }
promises:
  sent-soon: { says: Sent within an hour, when: ordered, then: sent, expected: 1 hour, goal: 90% }
  answered-soon: { says: Answered within an hour, when: asked, then: answered, expected: 1 hour }
`);
const AS_OF = "2026-03-01T00:00:00.000Z";
const at = (day: number, hour: number): string => new Date(Date.UTC(2026, 0, day, hour)).toISOString();

/** Twenty orders, one a day, of whom every fifth is late; and as many questions. */
const LINES: readonly Happened[] = Array.from({ length: 20 }, (_, i) => {
  const channel = i % 4 === 3 ? {} : { channel: i % 2 ? "phone: 1" : "web" };
  return [
    [`c${i}`, at(i + 1, 8), "ordered", { ...channel, gift: String(i < 6) }],
    [`c${i}`, at(i + 1, i % 5 ? 8 : 12), "sent"],
    [`q${i}`, at(i + 1, 8), "asked"],
    [`q${i}`, at(i + 1, 9), "answered"],
  ] satisfies Happened[];
}).flat();

const ledger = openedLedger();
beforeAll(async () => {
  await judgeLines(ledger.store, SHOP, LINES, AS_OF);
});

/** What is asked and broken by promise, everywhere that a report counts it. */
async function measured(filter: Partial<Filter>) {
  const { experience, source } = narrow(SHOP, { ...NO_FILTER, ...filter });
  const report = await measureGaps(
    ledger.store,
    experience,
    Date.parse(AS_OF),
    { journeys: [], legs: new Map() },
    source,
  );
  for (const gap of report.promises) {
    const sum = (list: readonly { asked: number }[]) => list.reduce((all, { asked }) => all + asked, 0);
    for (const cut of [gap.by_occasion, gap.by_month, gap.by_property["channel"] ?? gap.by_month])
      expect(sum(cut)).toBe(gap.asked);
    expect(gap.delivered?.n ?? 0).toBe(gap.kept + gap.late);
    const { within = [], beyond = [], below = 0, above = 0 } = gap.density ?? {};
    expect([...within, ...beyond].reduce((all, n) => all + n, below + above)).toBe(gap.kept + gap.late);
  }
  return Object.fromEntries(report.promises.map(({ promise, asked, late }) => [promise, [asked, late]]));
}

test("without a filter everything is measured", async () => {
  expect(await measured({})).toEqual({ "sent-soon": [20, 4], "answered-soon": [20, 0] });
});

test("by when the clock started, both ends included", async () => {
  const found = await measured({ from: Date.parse(at(1, 8)), to: Date.parse(at(5, 8)) });
  expect(found).toEqual({ "sent-soon": [5, 1], "answered-soon": [5, 0] });
});

test("by occasion, and by none", async () => {
  expect(await measured({ occasions: ["gift"] })).toEqual({ "sent-soon": [6, 2], "answered-soon": [0, 0] });
  expect(await measured({ occasions: [""] })).toEqual({ "sent-soon": [14, 2], "answered-soon": [20, 0] });
});

test("by team with those below it, by touchpoint, by promise", async () => {
  expect(Object.keys(await measured({ teams: ["board"] }))).toEqual(["sent-soon", "answered-soon"]);
  expect(Object.keys(await measured({ teams: ["store"] }))).toEqual(["sent-soon"]);
  expect(Object.keys(await measured({ touchpoints: ["counter"] }))).toEqual(["answered-soon"]);
  expect(Object.keys(await measured({ promises: ["sent-soon"], teams: ["desk"] }))).toEqual([]);
});

test("by properties of the event that asked, also where there is none", async () => {
  const by = (...values: (string | null)[]) => measured({ properties: [{ name: "channel", values }] });
  expect(await by("web")).toEqual({ "sent-soon": [10, 2] });
  expect(await by("phone: 1")).toEqual({ "sent-soon": [5, 1] });
  expect(await by(null)).toEqual({ "sent-soon": [5, 1] });
  expect(await by("web", null)).toEqual({ "sent-soon": [15, 3] });
  const gift = { name: "gift", values: ["true"] };
  expect(await measured({ properties: [gift, { name: "channel", values: ["web"] }] })).toEqual({ "sent-soon": [3, 1] });
});

test("names those who are behind the worst of what is left", async () => {
  const { experience, among } = narrow(SHOP, { ...NO_FILTER, from: Date.parse(at(10, 0)) });
  const worst = await worstSubjects(ledger.store, experience, "sent-soon", Date.parse(AS_OF), 10, among);
  expect(worst.map(({ customer }) => customer).sort()).toEqual(["c10", "c15"]);
});

test("what the file does not know is refused, with the nearest name", () => {
  expect(() => narrow(SHOP, { ...NO_FILTER, teams: ["stores"] })).toThrow(/no team "stores"; did you mean "store"\?/);
  expect(() => narrow(SHOP, { ...NO_FILTER, properties: [{ name: "x') or 1=1", values: [] }] })).toThrow(/no property/);
});

test("values are values, whatever they look like", async () => {
  for (const hostile of [
    "' or 1=1 --",
    "\\' or ''='",
    "`",
    "{p1:String}",
    "web'); drop table verdicts; --",
    "\0",
    "\n\n",
  ])
    expect(await measured({ properties: [{ name: "channel", values: [hostile] }] })).toEqual({ "sent-soon": [0, 0] });
});
