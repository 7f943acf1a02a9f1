import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { engineEnd, openAlone, openTestStore } from "../../../test/ledger.ts";
import { sql } from "../../sql/sql.ts";
import { readBatches } from "../batches.ts";

/** More kills, over a larger file, when asked for. */
const KILLS = Number(process.env["KILLS"] ?? 6);
const ROWS = KILLS > 6 ? 150_000 : 60_000;
const dist = join(import.meta.dirname, "../../../dist");

/** An import as the command line runs it: a process of its own, which tells when it is done. */
const PROGRAM = `
  import { openStore } from ${JSON.stringify(join(dist, "storage/open.js"))};
  import { importFiles } from ${JSON.stringify(join(dist, "ledger/import/import-files.js"))};
  const [home, file] = process.argv.slice(1);
  const store = await openStore({ home });
  const result = await importFiles(store, undefined, [file], { rejects: file + ".rejects", now: () => Date.now() });
  process.stdout.write(JSON.stringify(result));
  await store.close();
`;

function startImport(home: string, file: string) {
  const environment = { ...process.env, KEPT_ENGINE_LINGER: "0" };
  const child = spawn(process.execPath, ["--input-type=module", "-e", PROGRAM, home, file], { env: environment });
  let told = "";
  let trouble = "";
  child.stdout.on("data", (data: Buffer) => (told += data.toString()));
  child.stderr.on("data", (data: Buffer) => (trouble += data.toString()));
  const ended = new Promise<{ told: string; trouble: string }>((resolve) =>
    child.on("close", () => resolve({ told, trouble })),
  );
  return { child, ended };
}

async function killWith(child: ChildProcess, home: string, engineToo: boolean): Promise<void> {
  child.kill("SIGKILL");
  if (!engineToo) return;
  try {
    process.kill(
      Number((JSON.parse(readFileSync(join(home, "engine.json"), "utf8")) as { pid: number }).pid),
      "SIGKILL",
    );
  } catch {
    // It had not started yet, or had ended.
  }
}

test("killed at any moment, an import leaves nothing twice, and the next one completes it", async () => {
  const { store, home, dispose } = await openTestStore();
  const file = join(home, "events.csv");
  const rows = Array.from({ length: ROWS }, (_, i) => `c${i % 997},visit,2024-01-01 00:00:00,${i}`);
  writeFileSync(file, `customer,event,time,n\n${rows.join("\n")}\n`);
  await store.close();
  await engineEnd(home);
  const began = Date.now();
  const { told } = await startImport(home, file).ended;
  const usual = Date.now() - began;
  expect(JSON.parse(told)).toMatchObject({ events: ROWS });
  for (let i = 0; i < KILLS; i++) {
    const before = await openAlone(home);
    await before.run(sql`TRUNCATE TABLE events`);
    await before.close();
    const { child, ended } = startImport(home, file);
    await sleep((usual * (i + 0.5)) / KILLS);
    await killWith(child, home, i % 2 === 1);
    const { told } = await ended;
    const after = await openAlone(home);
    const count = sql`SELECT count() AS events, uniqExact(id) AS ids FROM events`;
    const [left] = await after.rows<{ readonly events: string; readonly ids: string }>(count);
    expect(left?.events, `kill ${i}`).toBe(left?.ids);
    if (told !== "") expect(Number(left?.events)).toBe(ROWS);
    const unfinished = (await readBatches(after)).some(({ finished }) => finished === undefined);
    if (Number(left?.events) !== 0 && told === "") expect(unfinished || Number(left?.events) === ROWS).toBe(true);
    await after.close();
    const again = await startImport(home, file).ended;
    expect(again.trouble).toBe("");
    expect(JSON.parse(again.told)).toMatchObject({ events: ROWS - Number(left?.events), rejected: 0 });
    const whole = await openAlone(home);
    expect(await whole.rows(count)).toEqual([{ events: String(ROWS), ids: String(ROWS) }]);
    expect(await whole.rows(sql`SHOW TABLES LIKE 'incoming%'`)).toEqual([]);
    await whole.close();
  }
  await dispose();
});
