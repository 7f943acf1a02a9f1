import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { withLedger } from "../../../test/ledger.ts";
import { isOlistThere, OLIST, OLIST_AS_OF, olist, olistData } from "../../../test/olist.ts";
import { sql, texts } from "../../sql/sql.ts";
import { isotonic } from "./isotonic.ts";
import { measureExpectations } from "./measure.ts";

interface Day {
  readonly day: number;
  readonly mean: number;
  readonly n: string;
}

test.skipIf(!isOlistThere)(
  "what a marketplace's customers felt falls with each day of delay as others found (value.json: cp.olist.iso; needs ../shared)",
  () =>
    withLedger(async (store) => {
      const drawn = gunzipSync(readFileSync(join(olistData, "sample_membership.csv.gz")))
        .toString()
        .split("\n");
      const s1 = drawn.map((line) => line.split(",")).flatMap(([order = "", inS1]) => (inS1 === "1" ? order : []));
      // The figures of value.json are of each order's first review, also where it was written before the parcel came.
      const days =
        await store.rows<Day>(sql`select ceil((delivered - expected) / 86400 - 1e-9) as day, avg(stars) as mean, count() as n
        from verdicts join (select k_order_id as subject_key, argMin(p_stars, (at, id_key)) as stars from events
          where name = 'review.given' group by k_order_id) as review using (subject_key)
        where promise = 'arrives-by-the-date-shown' and verdict in ('kept', 'late') and subject_key in (select bitShiftRight(cityHash64(arrayJoin(${texts(s1)})), 16))
        group by day order by day`);
      const curve = isotonic(
        days.map(({ mean }) => mean),
        days.map(({ n }) => Number(n)),
        "falling",
      );
      const wanted = { "-10": 4.272, "0": 4.115, "1": 3.505, "2": 3.301, "3": 2.718, "6": 1.727, "10": 1.723 };
      for (const [day, mean] of Object.entries(wanted)) {
        const found = curve[days.findIndex((one) => one.day === Number(day))] ?? 0;
        expect(Math.abs(found - mean), `${day} days`).toBeLessThan(0.01);
      }

      const [arrives] = await measureExpectations(store, olist(), OLIST_AS_OF, {
        promises: ["arrives-by-the-date-shown"],
      });
      expect(arrives?.felt).toMatchObject({ kind: "revealed", form: "hinge" });
      if (arrives?.felt.kind === "revealed") expect(arrives.felt.change?.high).toBeLessThan(-0.2);
    }, OLIST),
);
