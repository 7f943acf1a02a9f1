import { beforeEach, expect, test } from "vitest";
import { openedLedger } from "../../../test/ledger.ts";
import { sql } from "../../sql/sql.ts";
import { readBatches } from "../batches.ts";
import { settleLinks } from "../links/settle.ts";
import { countLetters, readLetters, removeLetters } from "./dead-letters.ts";
import { type Intake, type IntakeOptions, openIntake } from "./intake.ts";
import { readSegment } from "./segment.ts";

const here = openedLedger();
beforeEach(async () => {
  for (const table of [sql`events`, sql`links`, sql`batches`, sql`dead_letters`])
    await here.store.run(sql`TRUNCATE TABLE ${table}`);
});

// Dead letters that are old by the engine's own clock are thrown away.
const received = Math.floor(Date.now() / 1000) * 1000;
let clock = received;
const open = (options: Partial<IntakeOptions> = {}) =>
  openIntake(here.store, { now: () => ++clock, lag: 5, ...options });
async function through<T>(work: (door: Intake) => Promise<T>, options?: Partial<IntakeOptions>): Promise<T> {
  const door = await open(options);
  try {
    return await work(door);
  } finally {
    await door.close();
  }
}

const track = (id: string, userId = "ann", more: object = {}) => ({
  type: "track",
  userId,
  messageId: id,
  event: "visit",
  timestamp: received,
  ...more,
});
const delivery = (...messages: readonly unknown[]) => ({
  source: "web",
  door: "batch",
  received,
  readings: messages.map((message) => readSegment(message, { received })),
});
const stored = () =>
  here.store.rows<Record<string, string>>(
    sql`SELECT id, customer, known_as, name, source, toString(received) AS received, properties FROM events ORDER BY id`,
  );

test("what is taken is in the ledger when it is acknowledged, and stands in a batch that finishes", async () => {
  await through(async (door) => {
    expect(
      await door.take(delivery(track("1", "ann", { properties: { n: 1, text: "ü'\\\n\n\t😀" } }), track("2"))),
    ).toEqual({ accepted: 2, duplicates: 0, refused: 0 });
    expect(await stored()).toMatchObject([
      {
        id: "1",
        customer: "ann",
        known_as: "",
        name: "visit",
        source: "web",
        received: new Date(received).toISOString().replace("T", " ").replace("Z", ""),
        properties: JSON.stringify({ n: 1, text: "ü'\\\n\n\t😀" }),
      },
      { id: "2" },
    ]);
    expect(door.waiting()).toEqual({ events: 0, bytes: 0 });
  });
  expect(await readBatches(here.store)).toMatchObject([{ source: "door", finished: expect.any(Number) }]);
  const unknown = sql`SELECT count() AS n FROM events WHERE batch NOT IN (SELECT batch FROM batches)`;
  expect(await here.store.rows(unknown)).toEqual([{ n: "0" }]);
});

test("an event that comes again is there once: at once, in one group, later, and through another door", async () => {
  await through(async (door) => {
    expect(await door.take(delivery(track("1"), track("1")))).toEqual({ accepted: 2, duplicates: 1, refused: 0 });
    const twice = await Promise.all([door.take(delivery(track("2"))), door.take(delivery(track("2")))]);
    expect(twice.map(({ duplicates }) => duplicates)).toEqual([0, 1]);
    expect(await door.take(delivery(track("1", "ann", { timestamp: received - 5000 })))).toMatchObject({
      duplicates: 1,
    });
  });
  await through(async (door) => {
    expect(await door.take(delivery(track("1"), track("3")))).toEqual({ accepted: 2, duplicates: 1, refused: 0 });
  });
  expect((await stored()).map(({ id }) => id)).toEqual(["1", "2", "3"]);
});

test("an event that comes again after its id was linked, or unlinked, is there once", async () => {
  await through((door) => door.take(delivery(track("1", "anon"))));
  await through((door) =>
    door.take(delivery({ type: "identify", userId: "ann", anonymousId: "anon", messageId: "i" })),
  );
  await through(async (door) => expect(await door.take(delivery(track("1", "anon")))).toMatchObject({ duplicates: 1 }));
  await settleLinks(here.store, () => ++clock);
  await through(async (door) => expect(await door.take(delivery(track("1", "anon")))).toMatchObject({ duplicates: 1 }));
  await through(async (door) => {
    expect(await door.turn({ knownAs: "anon", customer: "ann" }, { undo: true, source: "p" })).toBe(true);
    expect(await door.take(delivery(track("1", "anon")))).toMatchObject({ duplicates: 1 });
  });
  await settleLinks(here.store, () => ++clock);
  await through(async (door) => expect(await door.take(delivery(track("1", "anon")))).toMatchObject({ duplicates: 1 }));
  expect((await stored()).map(({ id, customer }) => `${id} ${customer}`)).toEqual(["1 anon", "i ann"]);
});

test("ids are linked before the events beside them are kept", async () => {
  let told = 0;
  const messages = [
    track("1", "anon"),
    { type: "identify", userId: "ann", anonymousId: "anon", messageId: "2" },
    { type: "alias", userId: "anna", previousId: "ann" },
  ];
  await through((door) => door.take(delivery(...messages)), { onLinks: () => told++ });
  expect(told).toBe(1);
  expect((await stored()).map(({ customer, known_as, name }) => [customer, known_as, name])).toEqual([
    ["anna", "anon", "visit"],
    ["anna", "ann", "customer.identified"],
  ]);
});

test("what is refused is a dead letter, once, until it is taken away", async () => {
  const bad = [track("1", ""), track("2", "ann", { event: "" }), "text"];
  await through(async (door) => {
    expect(await door.take(delivery(...bad, track("3")))).toEqual({ accepted: 1, duplicates: 0, refused: 3 });
    expect(await door.take(delivery(...bad))).toEqual({ accepted: 0, duplicates: 0, refused: 3 });
  });
  expect(await countLetters(here.store)).toEqual([
    { reason: "no-customer", letters: 1 },
    { reason: "no-name", letters: 1 },
    { reason: "not-a-message", letters: 1 },
  ]);
  const [first, ...others] = await readLetters(here.store, { limit: 2 });
  expect(others).toHaveLength(1);
  expect(await readLetters(here.store, { limit: 9, after: others[0] })).toHaveLength(1);
  expect(await readLetters(here.store, { limit: 9, customer: "ann" })).toMatchObject([
    { reason: "no-name", source: "web", door: "batch", received, customer: "ann", message: JSON.stringify(bad[1]) },
  ]);
  await removeLetters(here.store, [first?.letter ?? ""]);
  expect(await readLetters(here.store, { limit: 9 })).toHaveLength(2);
});

test("too much is refused whole, and nothing of it is kept", async () => {
  await through(
    async (door) => {
      const first = door.take(delivery(track("1"), track("2")));
      await expect(door.take(delivery(track("3"), track("4")))).rejects.toMatchObject({ code: "too-busy" });
      await first;
      await door.take(delivery(track("5")));
    },
    { most: { events: 3, bytes: 1e6 } },
  );
  expect((await stored()).map(({ id }) => id)).toEqual(["1", "2", "5"]);
});

test("a door that closes keeps what it has taken", async () => {
  const door = await open({ lag: 60_000 });
  const taking = door.take(delivery(track("1")));
  await door.close();
  expect(await taking).toMatchObject({ accepted: 1 });
  await expect(door.take(delivery(track("2")))).rejects.toMatchObject({ code: "closed" });
  expect(await stored()).toHaveLength(1);
});

test("what a door that was killed left open is finished by the next, with its events", async () => {
  await here.store.run(sql`INSERT INTO batches SELECT 7, 'door', toDateTime64(0, 3), NULL, 0, 0, 0`);
  await here.store.run(sql`INSERT INTO events (customer, id, batch) SELECT 'ann', toString(number), 7 FROM numbers(3)`);
  await through(async () => {});
  expect(await readBatches(here.store)).toMatchObject([{ batch: 7n, finished: expect.any(Number) }]);
});

test("no text that comes in is ever part of a statement", async () => {
  const evil = [
    "'; DROP TABLE events; --",
    "\n\nDROP TABLE events\n",
    "\\'); DROP TABLE events",
    '"}\n\n{"customer":"x"}',
    "{p1:String}",
    "`; DROP DATABASE kept`",
    "\u0000\u0001\t\r\n",
    "a,b\n\n;CREATE TABLE pwned (x Int8) ENGINE = Memory;",
    "#{exit}{{1}}",
    "%00%27",
    "😀\u2028",
  ];
  const messages = evil.flatMap((text, i) => [
    { type: "track", userId: text, event: `e${text}`, messageId: `m${i}${text}`, properties: { [text]: text } },
    { type: "identify", userId: `u${text}`, anonymousId: `a${text}`, messageId: `i${i}`, traits: { [text]: text } },
    { type: "alias", userId: `v${text}`, previousId: `u${text}` },
    { type: "track", userId: text, event: "", messageId: text, properties: { [text]: text } },
  ]);
  await through((door) => door.take({ ...delivery(...messages), source: evil[0] ?? "" }));
  await settleLinks(here.store, () => ++clock);
  const rows = await stored();
  expect(rows).toHaveLength(evil.length * 2);
  for (const [i, text] of evil.entries()) {
    expect(rows.find(({ id }) => id === `m${i}${text}`)).toMatchObject({
      customer: text.trim(),
      name: `e${text}`.trim(),
    });
    expect(rows.find(({ id }) => id === `i${i}`)).toMatchObject({
      customer: `v${text}`.trim(),
      known_as: `u${text}`.trim(),
    });
  }
  for (const row of rows)
    expect(
      Object.entries(JSON.parse(row["properties"] ?? "{}") as object)[0]?.every((one) => evil.includes(String(one))),
    ).toBe(true);
  expect(
    (await readLetters(here.store, { limit: 99 }))
      .map(({ message }) => (JSON.parse(message) as { messageId: string }).messageId)
      .sort(),
  ).toEqual([...evil].sort());
  expect(await here.store.rows(sql`SHOW TABLES LIKE 'pwned'`)).toEqual([]);
});
