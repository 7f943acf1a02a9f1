import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../../../test/ledger.ts";
import { demoAsOf, makeDemo } from "../../demo/make.ts";
import { readLegs } from "../../journeys/legs.ts";
import type { Experience } from "../../language/experience.ts";
import { checkExperienceFile } from "../../language/read-file.ts";
import { syncColumns } from "../../ledger/columns.ts";
import { forgetCustomer } from "../../ledger/forget.ts";
import { judge } from "../../promises/judge.ts";
import { readJudged } from "../../promises/judged.ts";
import { COLUMNS } from "../../promises/judging.ts";
import { sql } from "../../sql/sql.ts";
import { type Filter, NO_FILTER, narrow } from "../filter.ts";
import { measureGaps } from "../measure.ts";
import { type Source, VERDICTS } from "../source.ts";
import { bringAskings } from "./bring.ts";
import { readStanding, type Standing, sourceOf } from "./standing.ts";

// Whatever is asked of the askings must be answered as by the verdicts themselves.

const DAY = 86_400_000;
let ledger: TestStore;
let experience: Experience;
beforeAll(async () => {
  ledger = await openTestStore();
  const file = join(import.meta.dirname, "../../../experiences/laundry/experience.yaml");
  const read = checkExperienceFile(file).experience;
  if (read === undefined) throw new Error("the experience of the demo has faults");
  experience = read;
  await makeDemo(ledger.store, { customers: 400 });
  await syncColumns(ledger.store, experience);
});
afterAll(() => ledger.dispose());

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
    for (const [name, filter] of Object.entries({ ...FILTERS, ...known }))
      expect(await reportOf(filter, sourceOf(made), made.asOf), name).toEqual(
        await reportOf(filter, VERDICTS, made.asOf),
      );
  });

  test("follow judging: only of whom it changed", async () => {
    const before = await readStanding(ledger.store);
    const followed = await judgedAndBrought(demoAsOf);
    expect(followed).toMatchObject({ kinds: before?.kinds, version: (before?.version ?? 0) + 1, asOf: demoAsOf });
    expect(await differing()).toEqual({ more: "0", fewer: "0", as_many: 1 });
    expect(await reportOf({}, sourceOf(followed), demoAsOf)).toEqual(await reportOf({}, VERDICTS, demoAsOf));
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
