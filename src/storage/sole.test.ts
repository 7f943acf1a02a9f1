import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openedLedger, until } from "../../test/ledger.ts";
import { literal } from "../sql/literal.ts";
import { sql } from "../sql/sql.ts";
import { solely } from "./sole.ts";
import type { Store } from "./store.ts";

const ledger = openedLedger();

const leave = (owner: string) =>
  ledger.store.run(sql`CREATE TABLE turn (held UInt8) ENGINE = Memory COMMENT ${literal(owner)}`);

test("never are two at work, also where all find the lock of a program that was killed", async () => {
  for (let round = 0; round < 4; round++) {
    await leave(`${hostname()} 999999999 0 gone`);
    let [working, most, done] = [0, 0, 0];
    const work = async () => {
      most = Math.max(most, ++working);
      await sleep(50);
      working--;
      done++;
    };
    while (done === 0) await Promise.all(Array.from({ length: 5 }, () => solely(ledger.store, "turn", work)));
    expect(most).toBe(1);
  }
});

test("while the work goes on, the lock is renewed", async () => {
  const taken = new Set<string>();
  const work = () =>
    until(async () => {
      const [row] = await ledger.store.rows<{ readonly taken: string }>(
        sql`SELECT toString(metadata_modification_time) AS taken FROM system.tables WHERE name = 'turn'`,
      );
      return row !== undefined && taken.add(row.taken).size > 2;
    });
  await solely(ledger.store, "turn", work, 1);
});

test("a lock of another machine is taken away when it was not renewed for so long", async () => {
  await leave("elsewhere 1 0 somebody");
  expect(await solely(ledger.store, "turn", async () => "done")).toBeUndefined();
  expect(await solely(ledger.store, "turn", async () => "done", 120)).toBeUndefined();
  await until(async () => (await solely(ledger.store, "turn", async () => "done", 1)) !== undefined);
  expect(await solely(ledger.store, "turn", async () => "done")).toBe("done");
});

test("who was slow to see that a lock is nobody's does not take away the one of who was quick", async () => {
  await leave(`${hostname()} 999999999 0 gone`);
  let [statements, quickIsIn, slowIsDone] = [0, false, false];
  const slow: Store = {
    ...ledger.store,
    async run(...statement) {
      const first = ++statements === 1;
      if (first) await until(() => quickIsIn);
      const done = await ledger.store.run(...statement);
      if (first) expect(await solely(ledger.store, "turn", async () => "in")).toBeUndefined();
      return done;
    },
  };
  const late = solely(slow, "turn", async () => "in").finally(() => {
    slowIsDone = true;
  });
  await until(() => statements > 0);
  const quick = solely(ledger.store, "turn", async () => {
    quickIsIn = true;
    await until(() => slowIsDone);
    return "done";
  });
  expect(await late).toBeUndefined();
  expect(await quick).toBe("done");
  expect(await ledger.store.rows(sql`SELECT name FROM system.tables WHERE name LIKE 'turn%'`)).toEqual([]);
});

test("a lock of this machine is left alone for as long as its program lives", async () => {
  const first = solely(
    ledger.store,
    "turn",
    () => new Promise((resolve) => setTimeout(() => resolve("done"), 3500)),
    1,
  );
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(await solely(ledger.store, "turn", async () => "done", 1)).toBeUndefined();
  expect(await first).toBe("done");
});
