import { hostname } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../../../test/ledger.ts";
import { literal } from "../../sql/literal.ts";
import { sql } from "../../sql/sql.ts";
import { solely } from "./sole.ts";

let ledger: TestStore;
beforeAll(async () => {
  ledger = await openTestStore();
});
afterAll(() => ledger.dispose());

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
const leave = (owner: string) =>
  ledger.store.run(sql`CREATE TABLE turn (held UInt8) ENGINE = Memory COMMENT ${literal(owner)}`);

test("never are two at work, also where all find the lock of a program that was killed", async () => {
  for (let round = 0; round < 4; round++) {
    await leave(`${hostname()} 999999999 0 gone`);
    let [working, most, done] = [0, 0, 0];
    const work = async () => {
      most = Math.max(most, ++working);
      await pause();
      working--;
      done++;
    };
    while (done === 0) await Promise.all(Array.from({ length: 5 }, () => solely(ledger.store, "turn", work)));
    expect(most).toBe(1);
  }
});

test("a lock of another machine is taken away when it is older than the work can last", async () => {
  await leave("elsewhere 1 0 somebody");
  expect(await solely(ledger.store, "turn", async () => "done")).toBeUndefined();
  expect(await solely(ledger.store, "turn", async () => "done", 120)).toBeUndefined();
  while ((await solely(ledger.store, "turn", async () => "done", 1)) === undefined) await pause();
  expect(await solely(ledger.store, "turn", async () => "done")).toBe("done");
});
