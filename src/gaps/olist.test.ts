import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withLedger } from "../../test/ledger.ts";
import { isOlistThere, OLIST, OLIST_AS_OF, olist, olistExpected } from "../../test/olist.ts";
import { measureGaps } from "./measure.ts";
import { worstSubjects } from "./worst.ts";

test.skipIf(!isOlistThere)("a marketplace's real year is counted as others counted it (needs ../shared)", () =>
  withLedger(async (store) => {
    const experience = olist();
    const report = await measureGaps(store, experience, OLIST_AS_OF, { journeys: [], legs: new Map() });

    const expected = JSON.parse(readFileSync(olistExpected, "utf8"));
    expect(report.events).toBe(expected.events);
    for (const gap of report.promises) expect(gap).toMatchObject(expected.promises[gap.promise]);
    const [arrives, , ships] = report.promises;
    expect(ships).toMatchObject({ asked: 25_546, unpromised: 227 });
    expect(arrives?.delivered?.p50).toBeCloseTo(10.4 * 86_400, -4);
    expect(arrives?.felt.kept).toMatchObject({ n: 15_809 });
    expect(arrives?.felt.kept.mean).toBeCloseTo(4.282, 3);
    expect(arrives?.felt.broken).toMatchObject({ n: 1374 });
    expect(arrives?.felt.broken.mean).toBeCloseTo(2.182, 3);

    // Whatever it is cut by, the parts are the whole.
    for (const gap of report.promises)
      for (const slices of [gap.by_occasion, gap.by_month, gap.by_team, ...Object.values(gap.by_property)])
        expect(slices.reduce((sum, slice) => sum + slice.asked, 0)).toBe(gap.asked);
    expect(Object.keys(arrives?.by_property ?? {}).sort()).toEqual(["seller", "state", "status"]);
    const worst = await worstSubjects(store, experience, "arrives-by-the-date-shown", OLIST_AS_OF, 10);
    expect(worst.map(({ verdict }) => verdict)).toEqual(Array(10).fill("missed"));
  }, OLIST),
);
