import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readExperience } from "../../src/language/read.ts";
import { type Intake, openIntake } from "../../src/ledger/intake/intake.ts";
import { readSegment } from "../../src/ledger/intake/segment.ts";
import { settleLinks } from "../../src/ledger/links/settle.ts";
import { judge } from "../../src/promises/judge.ts";
import { forgetJudged } from "../../src/promises/judged.ts";
import { sql } from "../../src/sql/sql.ts";
import type { Store } from "../../src/storage/store.ts";
import { openTestStore, type TestStore } from "../ledger.ts";

const { experience } = readExperience(
  `kept: 1
name: Links
timezone: UTC
teams:
  shop: {}
touchpoints:
  website: { team: shop }
events:
  order.placed: { at: website }
  order.delivered: { at: website }
promises:
  arrives-in-two-days:
    says: It comes within two days.
    when: order.placed
    then: order.delivered
    expected: 2 days
    agreed: [shop]
`,
  "links.yaml",
);

let linked: TestStore;
let never: TestStore;
beforeAll(async () => {
  [linked, never] = await Promise.all([openTestStore(), openTestStore()]);
});
afterAll(() => Promise.all([linked.dispose(), never.dispose()]));

const START = Date.UTC(2026, 0, 1);
const AS_OF = START + 30 * 86_400_000;
const IDS = ["anon", "tablet", "ann", "bob"];
type Deed =
  | { readonly kind: "event"; readonly of: string; readonly name: string; readonly day: number }
  | { readonly kind: "link"; readonly from: string; readonly to: string }
  | { readonly kind: "judge" };
const id = fc.constantFrom(...IDS);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("event" as const),
      of: id,
      name: fc.constantFrom("order.placed", "order.delivered"),
      day: fc.nat(9),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("link" as const), from: id, to: id }) },
  { weight: 1, arbitrary: fc.constant({ kind: "judge" as const }) },
);

/** Deeds by which an event goes to another customer for certain. */
const MOVING: Deed[] = [
  { kind: "event", of: "anon", name: "order.placed", day: 1 },
  { kind: "judge" },
  { kind: "link", from: "anon", to: "ann" },
  { kind: "event", of: "ann", name: "order.delivered", day: 2 },
];

let clock = START;
const now = () => ++clock;
const verdicts = (store: Store) => store.rows(sql`SELECT * FROM verdicts ORDER BY ALL`);

async function empty(store: Store): Promise<void> {
  for (const table of [sql`events`, sql`links`, sql`batches`, sql`moved`])
    await store.run(sql`TRUNCATE TABLE ${table}`);
  await forgetJudged(store);
}

async function tell(door: Intake, message: object): Promise<void> {
  await door.take({
    source: "test",
    door: "batch",
    received: now(),
    readings: [readSegment(message, { received: clock })],
  });
}

async function settleAndJudge(store: Store): Promise<void> {
  await settleLinks(store, now);
  if (experience === undefined) throw new Error("the experience of this test has faults");
  await judge(store, experience, AS_OF);
}

test("when every link is undone, the verdicts are those of a ledger that never had one", async () => {
  let run = 0;
  let moves = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 12 }), async (deeds) => {
      run++;
      await Promise.all([empty(linked.store), empty(never.store)]);
      const [door, other] = await Promise.all([linked, never].map(({ store }) => openIntake(store, { now, lag: 1 })));
      if (door === undefined || other === undefined) throw new Error("no doors");
      const made = new Map<string, { readonly knownAs: string; readonly customer: string }>();
      for (const [i, one] of deeds.entries()) {
        if (one.kind === "judge") await settleAndJudge(linked.store);
        if (one.kind === "event") {
          const message = {
            type: "track",
            messageId: `${run}.${i}`,
            userId: one.of,
            event: one.name,
            timestamp: START + one.day * 86_400_000,
          };
          await Promise.all([tell(door, message), tell(other, message)]);
        }
        if (one.kind === "link" && one.from !== one.to) {
          await tell(door, { type: "alias", previousId: one.from, userId: one.to });
          made.set(`${one.from} ${one.to}`, { knownAs: one.from, customer: one.to });
        }
      }
      await settleAndJudge(linked.store);
      moves += (await linked.store.rows(sql`SELECT 1 FROM moved`)).length;
      for (const link of made.values()) expect(await door.turn(link, { undo: true, source: "test" })).toBe(true);
      await Promise.all([door.close(), other.close()]);
      await Promise.all([settleAndJudge(linked.store), settleAndJudge(never.store)]);
      expect(await verdicts(linked.store)).toEqual(await verdicts(never.store));
    }),
    { numRuns: Number(process.env["RUNS"] ?? 5), examples: [[MOVING]] },
  );
  expect(moves, "some events did move").toBeGreaterThan(0);
});
