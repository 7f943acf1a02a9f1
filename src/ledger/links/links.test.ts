import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { openedLedger } from "../../../test/ledger.ts";
import { sql } from "../../sql/sql.ts";
import { follow, type Link } from "./link.ts";
import { linksFrom, readPerson } from "./read.ts";
import { settleLinks } from "./settle.ts";
import { factsOfNew, noteLinks, only, turnLink, versionAt } from "./write.ts";

const here = openedLedger();
beforeEach(async () => {
  for (const table of [sql`events`, sql`links`, sql`batches`, sql`moved`])
    await here.store.run(sql`TRUNCATE TABLE ${table}`);
});

const link = (knownAs: string, customer: string, linked: number): Link => ({
  knownAs,
  customer,
  linked,
  source: "t",
  undone: undefined,
  version: versionAt(linked),
});

test("an id is who it was first said to be, along a chain, and never in a circle", () => {
  const home = follow([link("a", "u1", 1), link("a", "u2", 2), link("u1", "u3", 3), link("u3", "a", 4)]);
  expect(["a", "u1", "u2", "u3", "x"].map(home)).toEqual(["u3", "u3", "u2", "u3", "x"]);
  expect(follow([{ ...link("a", "u1", 1), undone: 5 }, link("a", "u2", 2)])("a")).toBe("u2");
  expect(follow([link("a", "b", 1), link("b", "a", 2)])("b")).toBe("b");
});

let clock = 1_700_000_000_000;
const now = () => ++clock;

async function say(knownAs: string, customer: string): Promise<void> {
  const known = await linksFrom(here.store, [knownAs, customer]);
  if (known.some((one) => one.knownAs === knownAs && one.customer === customer)) return;
  const at = now();
  await noteLinks(here.store, factsOfNew([link(knownAs, customer, at)], known));
}

/** As the door does it: known by the links that hold when it comes. */
async function happen(customer: string, id: string): Promise<void> {
  const home = follow(await linksFrom(here.store, [customer]))(customer);
  const row = {
    customer: home,
    known_as: home === customer ? "" : customer,
    name: "visit",
    at: 0,
    received: 0,
    source: "t",
    id,
    batch: 1,
    properties: "{}",
  };
  await here.store.insert(sql`INSERT INTO events`, "JSONEachRow", only(JSON.stringify(row)));
}

const events = () =>
  here.store.rows<{ customer: string; known_as: string; id: string }>(
    sql`SELECT customer, known_as, id FROM events ORDER BY id, customer`,
  );

test("past events of a linked id go to the customer, and back when the link is undone", async () => {
  await happen("anon", "1");
  await happen("ann", "2");
  await say("anon", "ann");
  await happen("anon", "3");
  expect(await settleLinks(here.store, now)).toEqual({ moved: 1, busy: false });
  expect(await events()).toEqual([
    { customer: "ann", known_as: "anon", id: "1" },
    { customer: "ann", known_as: "", id: "2" },
    { customer: "ann", known_as: "anon", id: "3" },
  ]);
  expect(await settleLinks(here.store, now)).toEqual({ moved: 0, busy: false });
  expect(await readPerson(here.store, "anon")).toMatchObject({ customer: "ann", ids: ["ann", "anon"] });
  expect(await here.store.rows(sql`SELECT customer_key = cityHash64('anon') AS anon FROM moved`)).toEqual([
    { anon: 1 },
  ]);
  expect(await turnLink(here.store, { knownAs: "anon", customer: "ann" }, { undo: true, at: now(), source: "p" })).toBe(
    true,
  );
  expect(await settleLinks(here.store, now)).toEqual({ moved: 2, busy: false });
  expect((await events()).map(({ customer, known_as }) => `${customer} ${known_as}`)).toEqual([
    "anon ",
    "ann ",
    "anon ",
  ]);
  expect(await turnLink(here.store, { knownAs: "anon", customer: "ann" }, { undo: true, at: now(), source: "p" })).toBe(
    false,
  );
  await say("anon", "ann");
  expect(await settleLinks(here.store, now), "only a person can link what a person took apart").toEqual({
    moved: 0,
    busy: false,
  });
  expect(
    await turnLink(here.store, { knownAs: "anon", customer: "ann" }, { undo: false, at: now(), source: "p" }),
  ).toBe(true);
  expect(await settleLinks(here.store, now)).toEqual({ moved: 2, busy: false });
  expect(await readPerson(here.store, "ann")).toMatchObject({ customer: "ann", ids: ["ann", "anon"] });
});

test("a move that was cut off between copying and taking away is finished, with nothing twice and nothing lost", async () => {
  await happen("anon", "1");
  await happen("anon", "2");
  await say("anon", "ann");
  await here.store.run(sql`INSERT INTO events (customer, known_as, name, at, received, source, id, batch, properties)
    SELECT 'ann', 'anon', name, at, received, source, id, 2, properties FROM events WHERE id = '1'`);
  expect(await settleLinks(here.store, now)).toEqual({ moved: 1, busy: false });
  expect((await events()).map(({ customer, id }) => `${customer} ${id}`)).toEqual(["ann 1", "ann 2"]);
});

const ids = ["a", "b", "c", "u", "v"];
type Deed =
  | { readonly kind: "link"; readonly from: string; readonly to: string }
  | { readonly kind: "undo"; readonly which: number }
  | { readonly kind: "event"; readonly of: string }
  | { readonly kind: "settle" };
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant("link" as const), from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) }),
  fc.record({ kind: fc.constant("undo" as const), which: fc.nat(5) }),
  fc.record({ kind: fc.constant("event" as const), of: fc.constantFrom(...ids) }),
  fc.record({ kind: fc.constant("settle" as const) }),
);

test("a ledger whose links were undone is the ledger that never had them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 12 }), async (deeds) => {
      for (const table of [sql`events`, sql`links`]) await here.store.run(sql`TRUNCATE TABLE ${table}`);
      const made: Link[] = [];
      const came: { id: string; of: string }[] = [];
      for (const [i, one] of deeds.entries()) {
        if (one.kind === "settle") await settleLinks(here.store, now);
        if (one.kind === "event") {
          came.push({ id: String(i).padStart(2, "0"), of: one.of });
          await happen(one.of, String(i).padStart(2, "0"));
        }
        if (
          one.kind === "link" &&
          one.from !== one.to &&
          !made.some((l) => l.knownAs === one.from && l.customer === one.to)
        ) {
          await say(one.from, one.to);
          made.push(link(one.from, one.to, clock));
        }
        if (one.kind === "undo" && made[one.which]?.undone === undefined && made[one.which] !== undefined) {
          const it = made[one.which]!;
          expect(await turnLink(here.store, it, { undo: true, at: now(), source: "p" })).toBe(true);
          made[one.which] = { ...it, undone: clock };
        }
      }
      await settleLinks(here.store, now);
      const home = follow(made.filter(({ undone }) => undone === undefined));
      const never = came.map(({ id, of }) => ({ customer: home(of), known_as: home(of) === of ? "" : of, id }));
      expect(await events()).toEqual(never);
      for (const id of ids) {
        const person = await readPerson(here.store, id);
        expect([...person.ids].sort()).toEqual(
          [...new Set([home(id), ...ids.filter((one) => home(one) === home(id))])].sort(),
        );
      }
    }),
    { numRuns: Number(process.env["RUNS"] ?? 12) },
  );
});
