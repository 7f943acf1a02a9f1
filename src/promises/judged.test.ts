import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { withLedger } from "../../test/ledger.ts";
import { letGo, readJudged, whileHeld, writeJudged } from "./judged.ts";

const JUDGED = { number: 7, experience: "of a file", asOf: 5, upTo: "3", foreseen: true };

test("who is at work for longer than a hold lasts says it again, and so nobody else begins", async () => {
  await withLedger(async (store) => {
    const hold = { seconds: 1, server: false };
    await writeJudged(store, JUDGED, hold);
    await whileHeld(store, hold, async () => {
      for (let i = 0; i < 8; i++) {
        await sleep(400);
        expect(await readJudged(store)).toEqual({ ...JUDGED, held: "judging" });
      }
    });
    await sleep(1500);
    expect(await readJudged(store)).toEqual({ ...JUDGED, held: "free" });
  });
});

test("what is let go is free at once, and what is known stays", async () => {
  await withLedger(async (store) => {
    await writeJudged(store, JUDGED, { seconds: 100, server: true });
    expect(await readJudged(store)).toEqual({ ...JUDGED, held: "server" });
    await letGo(store);
    expect(await readJudged(store)).toEqual({ ...JUDGED, number: 8, held: "free" });
  });
});
