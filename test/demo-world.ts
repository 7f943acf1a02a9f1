import { demoAsOf, makeDemo } from "../src/demo/make.ts";
import { syncColumns } from "../src/ledger/columns.ts";
import { judge } from "../src/promises/judge.ts";
import { gallery } from "./experiences.ts";
import type { World } from "./ledger.ts";

/** What the demo promises. */
export const laundry = gallery("laundry");

/** A year of the demo's shop, judged as of its end. */
export const demoWorld = (customers: number): World => ({
  name: `demo-${customers}`,
  async fill(store) {
    await syncColumns(store, laundry);
    await makeDemo(store, { customers });
    await judge(store, laundry, demoAsOf);
  },
});
