import { expect, test } from "vitest";
import { openedLedger } from "../../test/ledger.ts";
import type { PropertyType } from "../language/experience.ts";
import { sql, text } from "../sql/sql.ts";
import { readAs } from "./typed.ts";

const ledger = openedLedger();

async function read(type: PropertyType, values: readonly string[], zone = "Europe/Helsinki") {
  const list = text(JSON.stringify(values));
  const rows = await ledger.store.rows<{ readonly seen: unknown }>(
    sql`SELECT ${readAs(type, sql`value`, zone)} AS seen
    FROM (SELECT toNullable(arrayJoin(JSONExtract(${list}, 'Array(String)'))) AS value)`,
  );
  return Object.fromEntries(values.map((value, i) => [value, rows[i]?.seen]));
}

test("a text that is a number is that number, anything else none", async () => {
  expect(
    await read("number", ["12.5", " 12 ", "-1e3", "0.1", "abc", "", "inf", "nan", "1,5", "1 000", "true"]),
  ).toEqual({
    "12.5": 12.5,
    " 12 ": 12,
    "-1e3": -1000,
    "0.1": 0.1,
    abc: null,
    "": null,
    inf: null,
    nan: null,
    "1,5": null,
    "1 000": null,
    true: null,
  });
});

test("whole numbers may be written with a point, but not with a fraction", async () => {
  expect(await read("whole", ["7", "7.0", "1e3", "7.5", "9223372036854775807", "1e30", "x"])).toEqual({
    "7": "7",
    "7.0": "7",
    "1e3": "1000",
    "7.5": null,
    "9223372036854775807": "9223372036854775807",
    "1e30": null,
    x: null,
  });
});

test("yes and no are read in their usual forms", async () => {
  expect(await read("yes-no", ["true", "Yes", "1", "false", "N", "0", "maybe", ""])).toEqual({
    true: true,
    Yes: true,
    "1": true,
    false: false,
    N: false,
    "0": false,
    maybe: null,
    "": null,
  });
});

test("moments without an offset are meant in the zone", async () => {
  expect(
    await read("moment", [
      "2020-01-01T10:00:00Z",
      "2020-01-01T10:00:00+05:30",
      "2020-01-01 10:00:00.123",
      "2020-07-01 10:00",
      "2020-01-01",
      "20200101",
      "20200101T101010",
      "5 Jan 2020 10:00",
      "Sunday, January 5, 2020 10:00 PM",
      "1577836800",
      "1577836800123",
      "1577836800.5",
      "1577836800123456",
    ]),
  ).toEqual({
    "2020-01-01T10:00:00Z": "2020-01-01 10:00:00.000",
    "2020-01-01T10:00:00+05:30": "2020-01-01 04:30:00.000",
    "2020-01-01 10:00:00.123": "2020-01-01 08:00:00.123",
    "2020-07-01 10:00": "2020-07-01 07:00:00.000",
    "2020-01-01": "2019-12-31 22:00:00.000",
    "20200101": "2019-12-31 22:00:00.000",
    "20200101T101010": "2020-01-01 08:10:10.000",
    "5 Jan 2020 10:00": "2020-01-05 08:00:00.000",
    "Sunday, January 5, 2020 10:00 PM": "2020-01-05 20:00:00.000",
    "1577836800": "2020-01-01 00:00:00.000",
    "1577836800123": "2020-01-01 00:00:00.123",
    "1577836800.5": "2020-01-01 00:00:00.500",
    "1577836800123456": "2020-01-01 00:00:00.123",
  });
});

test("what is no whole moment is none: never a guess from today's date", async () => {
  const values = ["10:00", "10:00:00", "12", "2020", "Jan 5", "yesterday", "2021-02-30", "2021-13-01", "2020-00-10"];
  const more = [
    "2021-01-01 25:00",
    "2021-01-01 10:61",
    "03/04/2020",
    "1850-01-01",
    "2301-01-01",
    "0000-00-00 00:00:00",
    "2021-00-10 10:00:00",
    "2021-10-00T10:00:00Z",
    "2021-13-01 10:00:00",
    "2021-01-32",
    "2021-02-30 10:00:00.5",
    "2021-01-01 24:30:00",
  ];
  const seen = await read("moment", [...values, ...more]);
  expect(seen).toEqual({
    ...Object.fromEntries([...values, ...more].map((value) => [value, null])),
    // A bare number is seconds since 1970.
    "12": "1970-01-01 00:00:12.000",
    "2020": "1970-01-01 00:33:40.000",
  });
});

test("a time that the clocks skip is moved after the gap, one that they repeat is the first", async () => {
  expect(await read("moment", ["2020-03-29 03:30", "2020-10-25 03:30"])).toEqual({
    "2020-03-29 03:30": "2020-03-29 01:30:00.000",
    "2020-10-25 03:30": "2020-10-25 00:30:00.000",
  });
  expect(await read("moment", ["2018-11-04", "2018-11-04T00:30:00Z"], "America/Sao_Paulo")).toEqual({
    "2018-11-04": "2018-11-04 03:00:00.000",
    "2018-11-04T00:30:00Z": "2018-11-04 00:30:00.000",
  });
});

test("a date is the day as written, or the day of the moment in the zone", async () => {
  const values = ["2018-11-04", "2018-11-04 23:59:59", "2018-11-04T01:00:00Z", "20181104", "1950-06-07", "2299-12-31"];
  expect(await read("date", [...values, "1899-12-31", "04/11/2018", "soon"], "America/Sao_Paulo")).toEqual({
    "2018-11-04": "2018-11-04",
    "2018-11-04 23:59:59": "2018-11-04",
    "2018-11-04T01:00:00Z": "2018-11-03",
    "20181104": "2018-11-04",
    "1950-06-07": "1950-06-07",
    "2299-12-31": "2299-12-31",
    "1899-12-31": null,
    "04/11/2018": null,
    soon: null,
  });
});

test("durations are seconds, ISO 8601, words or a clock", async () => {
  expect(
    await read("duration", [
      "90",
      "1.5",
      "PT3H20M",
      "P1DT1S",
      "P2W",
      "3 days",
      "2 hours, 5 min",
      "1d 2h",
      "3:20:00",
      "P1M",
      "P",
      "soon",
      "",
    ]),
  ).toEqual({
    "90": 90,
    "1.5": 1.5,
    PT3H20M: 12000,
    P1DT1S: 86401,
    P2W: 1209600,
    "3 days": 259200,
    "2 hours, 5 min": 7500,
    "1d 2h": 93600,
    "3:20:00": 12000,
    P1M: null,
    P: null,
    soon: null,
    "": null,
  });
});
