import { expect, test } from "vitest";
import { experienceOf } from "../../../test/experiences.ts";
import { judgeLines } from "../../../test/gaps-ledger.ts";
import type { Happened } from "../../../test/happened.ts";
import { openedLedger } from "../../../test/ledger.ts";
import { forecastOpen, learnBreaking } from "./measure.ts";

const ledger = openedLedger();

const FILE = `
kept: 1
name: Small
timezone: UTC
teams: { all: {} }
touchpoints: { desk: { team: all } }
events:
  asked: { at: desk, has: { way: text } }
  answered: { at: desk }
journeys: { talk: { follows: talk_id, path: [asked, answered], ends: [answered] } }
promises: { soon: { says: Soon, journey: talk, when: asked, then: answered, expected: 2 days } }
`;

const HOUR = 3_600_000;
const FROM = Date.parse("2026-01-01T00:00:00Z");
const AS_OF = FROM + 499 * 6 * HOUR + HOUR;
const iso = (ms: number): string => new Date(ms).toISOString();

/** An asking each six hours; what goes by boat takes longer. */
const lines = Array.from({ length: 500 }, (_, i): Happened[] => {
  const [at, way] = [FROM + i * 6 * HOUR, (i * 7) % 10 < 3 ? "boat" : "train"];
  const hours = way === "boat" ? 40 + ((i * 13) % 60) : 4 + ((i * 11) % 40);
  return [
    [`c${i}`, iso(at), "asked", { talk_id: `t${i}`, way }],
    [`c${i}`, iso(at + hours * HOUR), "answered", { talk_id: `t${i}` }],
  ];
}).flat();

test("what was learned is plain data, and holds until what it rests on changes in the file", async () => {
  const file = experienceOf(FILE);
  await judgeLines(ledger.store, file, lines, iso(AS_OF));
  const learned = await learnBreaking(ledger.store, file, AS_OF);
  const [soon] = await forecastOpen(ledger.store, file, AS_OF, learned);
  expect(soon?.chances.length).toBeGreaterThan(2);
  expect(await forecastOpen(ledger.store, file, AS_OF, structuredClone(learned))).toEqual([soon]);
  const [reworded] = await forecastOpen(
    ledger.store,
    experienceOf(FILE.replace("says: Soon", "says: Quickly")),
    AS_OF,
    learned,
  );
  expect(reworded).toEqual({ ...soon, says: "Quickly" });
  const [changed] = await forecastOpen(
    ledger.store,
    experienceOf(FILE.replace("way: text", "by: text, way: text")),
    AS_OF,
    learned,
  );
  expect(changed).toMatchObject({ open: soon?.open, chances: [], judged: { kind: "refusal" } });
});
