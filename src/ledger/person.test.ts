import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openedLedger } from "../../test/ledger.ts";
import { sql } from "../sql/sql.ts";
import { forgetCustomer } from "./forget.ts";
import { importFiles } from "./import/import-files.ts";
import { openIntake } from "./intake/intake.ts";
import { readSegment } from "./intake/segment.ts";
import { customerOf } from "./links/read.ts";
import { settleLinks } from "./links/settle.ts";
import { exportPerson } from "./person.ts";
import { customerStory } from "./story.ts";

const here = openedLedger();

test("a person is exported and forgotten by any of their ids, with links and refused messages, and nobody else is", async () => {
  const received = Math.floor(Date.now() / 1000) * 1000;
  const door = await openIntake(here.store, { now: Date.now, lag: 1 });
  const track = (id: string, userId: string, event = "visit") => ({
    type: "track",
    messageId: id,
    userId,
    event,
    timestamp: received,
  });
  const link = (knownAs: string, customer: string) => ({ type: "alias", previousId: knownAs, userId: customer });
  const messages = [
    track("1", "anon"),
    link("anon", "ann"),
    track("2", "ann"),
    track("3", "other"),
    track("4", "anon", ""),
    link("anon", "other"),
    link("tablet", "ann"),
    track("5", "tablet"),
    track("6", "ann", ""),
    track("7", "other", ""),
  ];
  for (const message of messages) {
    await door.take({ source: "web", door: "track", received, readings: [readSegment(message, { received })] });
  }
  await door.close();
  await settleLinks(here.store, Date.now);
  expect(await customerOf(here.store, "tablet")).toBe("ann");
  expect((await customerStory(here.store, "ann")).map(({ id }) => id).sort()).toEqual(["1", "2", "5"]);
  const lines = [];
  for await (const line of exportPerson(here.store, "anon")) lines.push(JSON.parse(line) as Record<string, unknown>);
  expect(
    lines
      .filter(({ kind }) => kind === "event")
      .map(({ id }) => id)
      .sort(),
  ).toEqual(["1", "2", "5"]);
  expect(
    lines.filter(({ kind }) => kind === "link").map(({ known_as, customer }) => `${known_as} ${customer}`),
  ).toEqual(["anon ann", "anon other", "tablet ann"]);
  expect(lines.filter(({ kind }) => kind === "dead-letter")).toHaveLength(2);
  expect(await forgetCustomer(here.store, "tablet")).toMatchObject({ events: 3 });
  for (const table of [sql`events`, sql`dead_letters`]) {
    expect(await here.store.rows(sql`SELECT DISTINCT customer FROM ${table}`)).toEqual([{ customer: "other" }]);
  }
  expect(await here.store.rows(sql`SELECT * FROM links`)).toEqual([]);
  const hidden = sql`SELECT DISTINCT customer FROM events SETTINGS apply_deleted_mask = 0`;
  expect(await here.store.rows(hidden), "nor in the files").toEqual([{ customer: "other" }]);
  expect(await forgetCustomer(here.store, "anon")).toEqual({ events: 0, derived: 0 });
});

test("events that are imported under an id that is known to be another's come to that customer", async () => {
  const received = Math.floor(Date.now() / 1000) * 1000;
  const door = await openIntake(here.store, { now: Date.now, lag: 1 });
  const alias = readSegment({ type: "alias", previousId: "card-7", userId: "berta" }, { received });
  await door.take({ source: "web", door: "alias", received, readings: [alias] });
  await door.close();
  const file = join(here.home, "till.csv");
  writeFileSync(file, "customer,event,time\ncard-7,bought,2026-01-01\ncard-8,bought,2026-01-01\n");
  const options = { rejects: `${file}.rejects`, now: Date.now };
  expect(await importFiles(here.store, undefined, [file], options)).toMatchObject({ events: 2 });
  const bought = sql`SELECT customer, known_as FROM events WHERE name = 'bought' ORDER BY customer`;
  const expected = [
    { customer: "berta", known_as: "card-7" },
    { customer: "card-8", known_as: "" },
  ];
  expect(await here.store.rows(bought)).toEqual(expected);
  expect(await importFiles(here.store, undefined, [file], options), "again").toMatchObject({
    events: 0,
    duplicates: 2,
  });
  expect(await here.store.rows(bought)).toEqual(expected);
});
