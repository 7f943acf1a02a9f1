import { expect, test } from "vitest";
import { openedLedger } from "../../test/ledger.ts";
import { digits, type Sql, sql } from "../sql/sql.ts";
import { afterOfficeDays, afterOfficeTime, calendars, day, daytime, HOUR, officeDay, streetDay, utc } from "./clock.ts";
import { stages } from "./stage.ts";

const ledger = openedLedger();

const wall = (iso: string) => sql`toInt64(${digits(Date.parse(`${iso}:00Z`) / 1000)})`;

/** What comes out for a time on the wall, as a time on the wall. */
async function then(iso: string, result: (time: Sql) => Sql): Promise<string> {
  const rows = stages(sql`select ${wall(iso)} as t`, calendars());
  const [row] = await ledger.store.rows<{ at: string }>(
    sql`select formatDateTime(toDateTime(${result(sql`t`)}, 'UTC'), '%Y-%m-%dT%H:%i') as at from (${rows})`,
  );
  return row?.at ?? "";
}

test("the clock on the wall is two hours ahead in winter and three in summer", async () => {
  expect(await then("2026-01-15T12:00", utc)).toBe("2026-01-15T10:00");
  expect(await then("2026-07-15T12:00", utc)).toBe("2026-07-15T09:00");
  expect(await then("2026-03-29T08:00", utc)).toBe("2026-03-29T05:00");
  expect(await then("2026-03-28T23:00", utc)).toBe("2026-03-28T21:00");
  expect(await then("2026-10-25T08:00", utc)).toBe("2026-10-25T06:00");
  expect(await then("2026-10-24T23:00", utc)).toBe("2026-10-24T20:00");
});

test("four office hours run on the next working day, over weekends and holidays", async () => {
  const four = (time: Sql) => afterOfficeTime(time, sql`14400`);
  expect(await then("2026-03-02T09:00", four)).toBe("2026-03-02T13:00");
  expect(await then("2026-03-02T16:00", four)).toBe("2026-03-03T10:00");
  expect(await then("2026-03-06T16:30", four)).toBe("2026-03-09T10:30");
  expect(await then("2026-03-07T11:00", four)).toBe("2026-03-09T12:00");
  expect(await then("2026-03-02T05:00", four)).toBe("2026-03-02T12:00");
  expect(await then("2025-12-24T17:00", four)).toBe("2025-12-29T11:00");
});

test("two office days keep the time of day, from the next opening where the office is closed", async () => {
  const two = (time: Sql) => afterOfficeDays(time, 2);
  expect(await then("2026-03-02T09:30", two)).toBe("2026-03-04T09:30");
  expect(await then("2026-03-05T09:30", two)).toBe("2026-03-09T09:30");
  expect(await then("2026-03-07T20:00", two)).toBe("2026-03-11T08:00");
  expect(await then("2026-03-02T19:00", two)).toBe("2026-03-05T08:00");
});

test("vans drive on Saturdays but neither on Sundays nor on holidays", async () => {
  const van = (time: Sql) => sql`(${streetDay(day(time))} * 86400)`;
  expect(await then("2026-03-07T09:00", van)).toBe("2026-03-07T00:00");
  expect(await then("2026-03-08T09:00", van)).toBe("2026-03-09T00:00");
  expect(await then("2026-04-03T09:00", van)).toBe("2026-04-04T00:00");
  const electrician = (time: Sql) => sql`(${officeDay(day(time), sql`1`)} * 86400)`;
  expect(await then("2026-04-02T09:00", electrician)).toBe("2026-04-07T00:00");
});

test("nobody telephones at night", async () => {
  const call = (time: Sql) => daytime(time, sql`1800`);
  expect(await then("2026-03-02T03:00", call)).toBe("2026-03-02T08:30");
  expect(await then("2026-03-02T22:30", call)).toBe("2026-03-03T08:30");
  expect(await then("2026-03-02T14:00", call)).toBe("2026-03-02T14:00");
  expect(HOUR).toBe(3600);
});
