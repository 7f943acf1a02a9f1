import { expect, test } from "vitest";
import { withLedger, withSteadyLedger } from "../../../test/ledger.ts";
import { readRecord } from "../../storage/engine/read-record.ts";
import { readBatches } from "../batches.ts";
import { openIntake } from "./intake.ts";
import { batchWindows } from "./windows.ts";

test("a batch is finished also when the engine was lost in the meantime: its events would be judged a minute late", () =>
  withSteadyLedger(async (store, home) => {
    const windows = batchWindows(store);
    const batch = await windows.open(1000);
    windows.count(7, 0, 0);
    process.kill(readRecord(home)?.pid ?? 0, "SIGKILL");
    await windows.finish(2000);
    expect(await readBatches(store)).toMatchObject([{ batch, begun: 1000, finished: 2000, rows: 7 }]);
  }));

test("what a killed door left open is finished by the next, within seconds where nobody else can be at it", () =>
  withLedger(async (store) => {
    const batch = await batchWindows(store).open(1000);
    type Sharing = { readonly solely?: <T>(work: () => Promise<T>) => Promise<T> };
    const openAt = async (now: number, sharing: Sharing = {}) => {
      const door = await openIntake(store, { now: () => now, ...sharing });
      await door.close();
      return readBatches(store);
    };
    expect(await openAt(1500)).toMatchObject([{ batch, finished: undefined }]);
    expect(await openAt(7000, { solely: (work) => work() })).toMatchObject([{ batch, finished: undefined }]);
    expect(await openAt(7000)).toMatchObject([{ batch, finished: 7000 }]);
  }));
