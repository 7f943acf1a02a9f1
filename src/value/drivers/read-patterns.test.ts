import { expect, test } from "vitest";
import { experienceOf } from "../../../test/experiences.ts";
import { judgeLines } from "../../../test/gaps-ledger.ts";
import type { Happened } from "../../../test/happened.ts";
import { withLedger } from "../../../test/ledger.ts";
import { readPatterns } from "./read-patterns.ts";

const SHOP = experienceOf(`
kept: 1
name: Shop
timezone: UTC
teams: { board: {} }
touchpoints: { shop: { team: board } }
events:
  ordered: { at: shop }
  delivered: { at: shop }
  called: { at: shop }
  said: { at: shop, has: { stars: whole }, felt: { score: stars, from: 1, to: 5 } }
  rated: { at: shop, has: { points: whole }, felt: { score: points, from: 0, to: 10 } }
journeys: { order: { follows: order, path: [ordered, delivered] } }
promises:
  comes: { says: It comes, journey: order, when: ordered, then: delivered, expected: 48 hours }
  quiet: { says: You need not call, when: ordered, never: called, for: 10 days }
`);

const at = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString();

const LINES: readonly Happened[] = [
  // Late, and said so afterwards; of two scores the last counts.
  ["anna", at(0), "ordered", { order: "a" }],
  ["anna", at(1), "said", { order: "a", stars: 5 }],
  ["anna", at(4), "delivered", { order: "a" }],
  ["anna", at(5), "said", { order: "a", stars: 2 }],
  // Late and called, but spoke before both.
  ["ben", at(0), "ordered", { order: "b" }],
  ["ben", at(1), "said", { order: "b", stars: 4 }],
  ["ben", at(3), "called"],
  // Late and called, then spoke on the other scale: 5 of 10 is 3 of 5.
  ["cleo", at(0), "ordered", { order: "c" }],
  ["cleo", at(5), "called"],
  ["cleo", at(6), "rated", { points: 5 }],
  // Late long ago, and spoke much later.
  ["dora", at(0), "ordered", { order: "d" }],
  ["dora", at(80), "said", { stars: 2 }],
  // Said nothing, and said something that is no score.
  ["emil", at(0), "ordered", { order: "e" }],
  ["finn", at(0), "said", { stars: "many" }],
  ["gert", at(0), "ordered", { order: "g" }],
  ["gert", at(1), "delivered", { order: "g" }],
  ["gert", at(2), "said", { stars: 2 }],
];

test("the last score of each customer stands beside what had been broken for them shortly before", () =>
  withLedger(async (store) => {
    await judgeLines(store, SHOP, LINES, at(90));
    const patterns = await readPatterns(store, SHOP, Date.parse(at(90)), 30);
    expect(patterns).toEqual([
      { broken: [], score: 2, n: 2 },
      { broken: [], score: 4, n: 1 },
      { broken: [0], score: 2, n: 1 },
      { broken: [0, 1], score: 3, n: 1 },
    ]);
  }));
