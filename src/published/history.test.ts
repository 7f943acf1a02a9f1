import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../../test/ledger.ts";
import { openTestState, type TestState } from "../../test/state.ts";
import type { State } from "../storage/postgres/state.ts";
import { publish, readHistory, readVersion } from "./history.ts";
import { openShelf } from "./shelf.ts";

let held: TestState;
const folder = mkdtempSync(join(tmpdir(), "kept-shelf-"));
const file = join(folder, "experience.yaml");
beforeAll(async () => {
  held = await openTestState();
});
afterAll(async () => {
  await held?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const text = (name: string) => `kept: 1\nname: ${name}\ntimezone: UTC\nevents: { asked: {} }\n`;
const actor = { kind: "person", id: "p1" } as const;
const by = (from: number, words: string, bringsBack?: number) =>
  ({ actor, by: "Ann", from, why: words, ...(bringsBack === undefined ? {} : { bringsBack }) }) as const;

test("the file holds until something is published, and is read again when it changes", async () => {
  const shelf = await openShelf(held.state, file);
  expect(shelf.current()).toBeUndefined();
  writeFileSync(file, text("One"));
  expect(shelf.current()).toMatchObject({ version: 0, experience: { name: "One" } });
  writeFileSync(file, "kept: 1\nname: [\n");
  utimesSync(file, 1, 1);
  expect(shelf.current()?.experience).toBeUndefined();
  expect(shelf.current()?.diagnostics.length).toBeGreaterThan(0);
  writeFileSync(file, text("Two"));
  expect(shelf.current()).toMatchObject({ experience: { name: "Two" } });
  shelf.close();
});

test("what is published holds on every server, and the file is its first version", async () => {
  const shelves = [await openShelf(held.state, file), await openShelf(held.state, file)];
  const before = shelves[0]?.current()?.text;
  expect(await publish(held.state, 1000, { text: text("Three"), before, ...by(0, "Better") })).toBe(2);
  await until(() => shelves.every((shelf) => shelf.current()?.version === 2));
  expect(shelves[1]?.current()).toMatchObject({ experience: { name: "Three" } });
  expect(await readHistory(held.state, 10)).toMatchObject([
    { version: 2, by: "Ann", why: "Better", at: new Date(1000) },
    { version: 1, by: "the file" },
  ]);
  expect((await readVersion(held.state, 2))?.diff).toContain("-name: Two\n+name: Three\n");
  for (const shelf of shelves) shelf.close();
});

test("of two who change the same version the second is told, and nothing is lost", async () => {
  const both = ["Four", "Five"].map((name) =>
    publish(held.state, 2000, { text: text(name), before: undefined, ...by(2, "Both") }),
  );
  const done = await Promise.allSettled(both);
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(done.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "overtaken" } });
});

test("to roll back is to publish again, and the history cannot be changed", async () => {
  const old = await readVersion(held.state, 2);
  expect(await publish(held.state, 3000, { text: old?.text ?? "", before: undefined, ...by(3, "Back", 2) })).toBe(4);
  expect(await readHistory(held.state, 1)).toMatchObject([{ version: 4, bringsBack: 2 }]);
  const change = held.state.db.updateTable("experience_versions").set({ text: "x" }).where("version", "=", 1).execute();
  await expect(change).rejects.toThrow(/cannot be changed|permission denied/);
  const audit = await held.state.db.selectFrom("audit").select(["action", "subject"]).execute();
  expect(audit.map(({ subject }) => subject)).toEqual(["2", "3", "4"]);
});

test("an answer that comes late does not bring back what held before", async () => {
  let [slow, read, goOn] = [false, false, () => {}];
  const later = new Promise<void>((resolve) => (goOn = resolve));
  const state: State = {
    ...held.state,
    get db() {
      if (!slow) return held.state.db;
      return held.state.db.withPlugin({
        transformQuery: ({ node }) => node,
        transformResult({ result }) {
          read = true;
          return later.then(() => result);
        },
      });
    },
  };
  const shelf = await openShelf(state, file);
  const from = shelf.current()?.version ?? 0;
  await publish(held.state, 2000, { text: text("Old"), before: undefined, ...by(from, "One") });
  slow = true;
  const late = shelf.reload();
  slow = false;
  await until(() => read);
  await publish(held.state, 3000, { text: text("New"), before: undefined, ...by(from + 1, "Another") });
  await until(() => shelf.current()?.experience?.name === "New");
  goOn();
  await late;
  expect(shelf.current()).toMatchObject({ experience: { name: "New" } });
  shelf.close();
});
