import { expect, test } from "vitest";
import { experienceOf } from "../../test/experiences.ts";
import { fill, type Happened } from "../../test/happened.ts";
import { judgedRows } from "../../test/judged-rows.ts";
import { withLedger } from "../../test/ledger.ts";

/** More than there are bits in the number that says of which terms an event is. */
const PARTS = Array.from({ length: 70 }, (_, i) => `part${i}`);

const SHOP = experienceOf(`
kept: 1
name: Shop
timezone: UTC
teams: { board: {} }
touchpoints: { shop: { team: board } }
events:
  billed: { at: shop }
${PARTS.map((part) => `  ${part}: { at: shop, has: { amount: number } }`).join("\n")}
journeys: { order: { follows: order, path: [billed] } }
promises:
  adds-up:
    says: The bill is the sum of its parts
    journey: order
    when: billed
    with: { ${PARTS.map((part) => `${part}: ${part}`).join(", ")} }
    measure: ${PARTS.map((part) => `${part}.amount`).join(" + ")}
    expected: at most 100
    agreed: [board]
`);

test("one promise may speak of more kinds of events than are told apart at once", () =>
  withLedger(async (store) => {
    const parts = PARTS.map((part, i): Happened => ["ann", i * 1000, part, { order: "1", amount: i }]);
    await fill(store, SHOP, [...parts, ["ann", 100_000, "billed", { order: "1" }]]);
    const sum = (PARTS.length * (PARTS.length - 1)) / 2;
    expect(await judgedRows(store, SHOP, 200_000)).toMatchObject([{ verdict: "missed", delivered: sum }]);
  }));
