import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withLedger } from "../../../test/ledger.ts";
import { checkExperienceFile } from "../../language/read-file.ts";
import { sql } from "../../sql/sql.ts";
import { importFiles } from "./import-files.ts";

const shared = join(import.meta.dirname, "../../../../shared");
const olist = join(shared, "accept/olist");

test.skipIf(!existsSync(olist))("Olist's sources give all events, and again none (needs ../shared)", () =>
  withLedger(async (store, home) => {
    const { experience } = checkExperienceFile(join(olist, "experience.yaml"));
    const options = { data: join(shared, "data/olist"), rejects: join(home, "rejects.jsonl"), now: () => 1e12 };
    const first = await importFiles(store, experience, [join(olist, "sources")], options);
    expect(first).toMatchObject({
      events: 119_186,
      duplicates: 0,
      rejected: 0,
      rejectsFile: undefined,
      unknownEvents: [],
      unreadable: [],
      columns: [],
    });
    expect(await store.rows(sql`SELECT count() AS events, uniqExact(customer) AS customers FROM events`)).toEqual([
      { events: "119186", customers: "25477" },
    ]);
    const again = await importFiles(store, experience, [join(olist, "sources")], options);
    expect(again).toMatchObject({ events: 0, duplicates: 119_186 });
  }),
);
