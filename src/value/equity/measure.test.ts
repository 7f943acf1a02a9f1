import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fill, type Happened, SHOP, shop } from "../../../test/buyers-ledger.ts";
import { openTestStore, type TestStore } from "../../../test/ledger.ts";
import { CDNOW, cdnowDays } from "../../../test/truth/cdnow.ts";
import { isValueThere } from "../../../test/truth/value-item.ts";
import { isRefusal } from "../estimate.ts";
import { measureEquity } from "./measure.ts";

let ledger: TestStore;
beforeAll(async () => {
  ledger = await openTestStore();
});
afterAll(async () => ledger.dispose());

describe.skipIf(!isValueThere(CDNOW))("CDNOW out of the ledger (needs ../shared)", () => {
  test("what customers are worth, judged by what they did in the last weeks", async () => {
    const lines = [...cdnowDays()].flatMap(([customer, days]) =>
      [...days].map(
        ([day, amount]): Happened => [customer, day * 86_400_000 + 43_200_000, "order.placed", { total: amount }],
      ),
    );
    const experience = shop(
      SHOP.replace("  bought: [order.placed, gift.bought]\n", "  again-within: 4 weeks\n  margin: 50%\n").replace(
        "Europe/Helsinki",
        "UTC",
      ),
    );
    await fill(ledger.store, experience, lines);
    const measured = await measureEquity(ledger.store, experience, Date.parse("1998-06-30T23:59:59Z"));
    if (isRefusal(measured)) throw new Error(measured.reason);
    console.log(JSON.stringify(measured.equity, null, 1));
    expect(measured.equity.buyers).toBe(2357);
  });
});
