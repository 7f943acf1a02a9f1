import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Experience } from "../src/language/experience.ts";
import { importFiles } from "../src/ledger/import/import-files.ts";
import type { ImportResult } from "../src/ledger/import/options.ts";
import { judge } from "../src/promises/judge.ts";
import type { Store } from "../src/storage/store.ts";
import { experienceIn } from "./experiences.ts";
import type { World } from "./ledger.ts";

/** A marketplace's real year, and what others counted in it. Not part of the repository. */
const shared = join(import.meta.dirname, "../../shared");
const accept = join(shared, "accept/olist");
export const olistData = join(shared, "data/olist");
export const olistExpected = join(accept, "expected.json");
export const isOlistThere = existsSync(accept);
export const OLIST_AS_OF = Date.parse("2018-10-18T00:00:00Z");
export const olist = (): Experience => experienceIn(join(accept, "experience.yaml"));

export const importOlist = (store: Store, home: string): Promise<ImportResult> =>
  importFiles(store, olist(), [join(accept, "sources")], {
    data: olistData,
    rejects: join(home, "rejects.jsonl"),
    now: () => 1e12,
  });

/** All of it, judged. */
export const OLIST: World = {
  name: "olist",
  async fill(store, home) {
    await importOlist(store, home);
    await judge(store, olist(), OLIST_AS_OF);
  },
};
