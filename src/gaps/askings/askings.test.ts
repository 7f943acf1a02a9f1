import { beforeAll, describe, expect, test } from "vitest";
import { laundry as experience } from "../../../test/demo-world.ts";
import { openedLedger } from "../../../test/ledger.ts";
import { demoAsOf, makeDemo } from "../../demo/make.ts";
import { readGoers } from "../../journeys/goers.ts";
import { readLegs } from "../../journeys/legs.ts";
import { type Begun, EVERY, readJourney } from "../../journeys/read.ts";
import { syncColumns } from "../../ledger/columns.ts";
import { forgetCustomer } from "../../ledger/forget.ts";
import { judge } from "../../promises/judge.ts";
import { readJudged } from "../../promises/judged.ts";
import { COLUMNS } from "../../promises/judging.ts";
import { print } from "../../sql/print.ts";
import { name, natural, sql } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { type Filter, NO_FILTER, narrow } from "../filter.ts";
import type { Report } from "../gap.ts";
import { measureGaps } from "../measure.ts";
import { measureInBrief } from "../measure-in-brief.ts";
import { measureOnPath } from "../measure-on-path.ts";
import { questionsOn } from "../questions.ts";
import { type Source, VERDICTS } from "../source.ts";
import { partOf } from "../tally.ts";
import { bringAskings } from "./bring.ts";
import { readStanding, type Standing, sourceOf } from "./standing.ts";

// Whatever is asked of the askings must be answered as by the verdicts themselves.

const DAY = 86_400_000;
const ledger = openedLedger();
beforeAll(async () => {
  await makeDemo(ledger.store, { customers: 400 });
  await syncColumns(ledger.store, experience);
});

async function judgedAndBrought(asOf: number): Promise<Standing> {
  await judge(ledger.store, experience, asOf);
  const last = await readJudged(ledger.store);
  if (last === undefined) throw new Error("nothing was judged");
  return bringAskings(ledger.store, experience, last);
}

/** Rows that are in one of the two and not in the other. */
async function differing(): Promise<unknown> {
  const [row] = await ledger.store.rows(sql`select
    (select count() from (select ${COLUMNS} from askings except select ${COLUMNS} from verdicts)) as more,
    (select count() from (select ${COLUMNS} from verdicts except select ${COLUMNS} from askings)) as fewer,
    (select count() from askings) = (select count() from verdicts) as as_many`);
  return row;
}

async function reportOf(filter: Partial<Filter>, from: Source, asOf: number) {
  const { source, ...narrowed } = narrow(experience, { ...NO_FILTER, ...filter }, from);
  const legs = await readLegs(ledger.store, narrowed.experience, asOf, source);
  return measureGaps(ledger.store, narrowed.experience, asOf, { journeys: [], legs }, source);
}

/** What is told of the promises in a row of each, and beside the path of their journey. */
async function toldInShort(filter: Partial<Filter>, from: Source, asOf: number) {
  const { store } = ledger;
  const { source, experience: left } = narrow(experience, { ...NO_FILTER, ...filter }, from);
  const looked = { store, experience: left, promises: left.promises, asOf, source };
  return { rows: await measureInBrief(looked), onPaths: await measureOnPath(looked, await questionsOn(looked)) };
}

/** The same of a report. */
function inShort({ promises }: Report) {
  const rows = promises.map(({ by_month, by_occasion, by_team, by_touchpoint, by_property, legs, ...gap }) => {
    return { ...gap, by_month: by_month.map(partOf) };
  });
  const onPaths = promises.map(({ promise, says, team, goal, asked, kept_rate, late, legs }) => {
    return { promise, says, team, goal, asked, kept_rate, late, legs };
  });
  return { rows, onPaths };
}

const BEGUN: readonly Partial<Begun>[] = [
  {},
  { from: demoAsOf - 120 * DAY, to: demoAsOf - 30 * DAY + 12_345 },
  { occasions: ["new-home", ""] },
];

/** How all journeys are gone, and who went some of their stretches: as stored, or found from the events. */
async function goings(asOf: number, stored: boolean) {
  const told: unknown[] = [];
  for (const journey of experience.journeys)
    for (const narrowed of BEGUN) {
      const goings = { journey, asOf, begun: { ...EVERY, ...narrowed }, stored };
      told.push(await readJourney(ledger.store, goings));
      const [step = "", next = ""] = journey.path;
      for (const kind of ["step", "last", "move"] as const) {
        const query = { ...goings, stretch: { kind, step, next }, after: undefined, limit: 30 };
        const found = await readGoers(ledger.store, query);
        const rest = await readGoers(ledger.store, { ...query, after: found.at(10)?.place });
        told.push(found, rest);
      }
    }
  return told;
}

const FILTERS: Readonly<Record<string, Partial<Filter>>> = {
  nothing: {},
  time: { from: demoAsOf - 120 * DAY, to: demoAsOf - 30 * DAY + 12_345 },
  occasion: { occasions: ["", "new-home"] },
  team: { teams: ["operations"] },
};

describe("the askings", () => {
  test("are the verdicts, and answer as they do", async () => {
    const made = await judgedAndBrought(demoAsOf - 20 * DAY);
    expect(made.kinds.length).toBeGreaterThan(1);
    expect(await differing()).toEqual({ more: "0", fewer: "0", as_many: 1 });
    const known = await occasionsAndTeams();
    for (const [name, filter] of Object.entries({ ...FILTERS, ...known })) {
      const report = await reportOf(filter, sourceOf(made), made.asOf);
      expect(report, name).toEqual(await reportOf(filter, VERDICTS, made.asOf));
      expect(report.promises.length, name).toBeGreaterThan(0);
      for (const source of [sourceOf(made), VERDICTS])
        expect(await toldInShort(filter, source, made.asOf), name).toEqual(inShort(report));
    }
    expect(await goings(made.asOf, true)).toEqual(await goings(made.asOf, false));
  });

  test("follow judging: only of whom it changed", async () => {
    const before = await readStanding(ledger.store);
    const followed = await judgedAndBrought(demoAsOf);
    expect(followed).toMatchObject({ kinds: before?.kinds, version: (before?.version ?? 0) + 1, asOf: demoAsOf });
    expect(await differing()).toEqual({ more: "0", fewer: "0", as_many: 1 });
    expect(await reportOf({}, sourceOf(followed), demoAsOf)).toEqual(await reportOf({}, VERDICTS, demoAsOf));
    expect(await goings(demoAsOf, true)).toEqual(await goings(demoAsOf, false));
    const same = await judgedAndBrought(demoAsOf);
    expect(same).toEqual(followed);
  });

  test("are made anew for another path, by which no verdict changes", async () => {
    const [journey, ...others] = experience.journeys;
    if (journey === undefined) throw new Error("the demo has no journey");
    const last = await readJudged(ledger.store);
    if (last === undefined) throw new Error("nothing was judged");
    const shorter = { ...experience, journeys: [{ ...journey, path: journey.path.slice(0, -1) }, ...others] };
    const anew = await bringAskings(ledger.store, shorter, last);
    const { experience: print, number } = (await readStanding(ledger.store)) ?? {};
    expect([print, number]).toEqual([anew.experience, last.number]);
    await bringAskings(ledger.store, experience, last);
    expect(await differing()).toEqual({ more: "0", fewer: "0", as_many: 1 });
  });

  test("forget whom the ledger forgets", async () => {
    const [row] = await ledger.store.rows<{ customer: string }>(
      sql`select any(customer) as customer from events where customer_key in (select customer_key from askings)`,
    );
    await forgetCustomer(ledger.store, row?.customer ?? "");
    const [left] = await ledger.store.rows(
      sql`select countIf(customer_key not in (select customer_key from verdicts)) as left from askings`,
    );
    expect(left).toEqual({ left: "0" });
    expect(await differing()).toEqual({ more: "0", fewer: "0", as_many: 1 });
    expect(await goings(demoAsOf, true)).toEqual(await goings(demoAsOf, false));
  });
});

describe("who is erased while askings are brought", () => {
  test("is not brought back", async () => {
    const before = await readStanding(ledger.store);
    await judge(ledger.store, experience, demoAsOf + 30 * DAY);
    const last = await readJudged(ledger.store);
    const [row] = await ledger.store.rows<{ key: string }>(
      sql`select toString(any(customer_key)) as key from rejudged where number > ${natural(before?.number ?? 0)}
        and customer_key in (select customer_key from askings)`,
    );
    if (last === undefined || row === undefined) throw new Error("nobody was judged anew");
    const theirs = sql`customer_key = ${natural(BigInt(row.key))}`;
    const erasing: Store = {
      ...ledger.store,
      async run(statement, ...others) {
        if (/attach partition/.test(print(statement).query))
          for (const table of ["askings", "verdicts"])
            await ledger.store.run(sql`alter table ${name(table)} delete where ${theirs}`);
        return ledger.store.run(statement, ...others);
      },
    };
    await bringAskings(erasing, experience, last);
    expect(await ledger.store.rows(sql`select count() as left from askings where ${theirs}`)).toEqual([{ left: "0" }]);
    expect(await differing()).toEqual({ more: "0", fewer: "0", as_many: 1 });
  });

  test("is erased, though what was being made is gone when its turn comes", async () => {
    await ledger.store.run(sql`create or replace table askings_making as askings`);
    await ledger.store.run(sql`insert into askings_making select * from askings`);
    const [row] = await ledger.store.rows<{ customer: string }>(
      sql`select any(customer) as customer from events where customer_key in (select customer_key from askings)`,
    );
    const bringing: Store = {
      ...ledger.store,
      async rows<Row>(...question: Parameters<Store["rows"]>) {
        const found = await ledger.store.rows<Row>(...question);
        if (/system\.columns/.test(print(question[0]).query))
          await ledger.store.run(sql`drop table askings_making sync`);
        return found;
      },
    };
    expect((await forgetCustomer(bringing, row?.customer ?? "")).events).toBeGreaterThan(0);
    expect(await differing()).toEqual({ more: "0", fewer: "0", as_many: 1 });
  });
});

/** Filters with words that the experience and the ledger know. */
async function occasionsAndTeams(): Promise<Readonly<Record<string, Partial<Filter>>>> {
  const standing = await readStanding(ledger.store);
  const [name = ""] = standing?.kinds ?? [];
  const column = (standing && sourceOf(standing).kinds.get(name)) ?? sql`''`;
  const rows = await ledger.store.rows<{ value: string | null }>(
    sql`select ${column} as value from askings group by value order by count() desc limit 2`,
  );
  return { property: { properties: [{ name, values: rows.map(({ value }) => value) }] } };
}
