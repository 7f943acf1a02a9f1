import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/storage/package.ts";

// More for longer: `npm run chaos -- --kills 100`. Each row of its table: what happened, how often, what was
// acknowledged, what of it is there, lost, there twice, left undone: not moved to its customer, or judged otherwise than
// judging everybody anew would.

test("server, engine and PostgreSQL are killed under load, and every acknowledged event is there once", async () => {
  const { code, told } = await chaos("kills", 3);
  expect(told).toContain("server 1, engine 1, PostgreSQL 1");
  expect(row(told, "kill -9"), told).toMatchObject({ times: 3, lost: 0, twice: 0, undone: 0 });
  expect(code, told).toBe(0);
});

test("the disk is full for a while: senders are told when to come again, and a person what to do", async (context) => {
  const { code, told } = await chaos("disk", 1);
  const skipped = /full disk +skipped +(.*)/.exec(told);
  if (skipped !== null) context.skip(skipped[1]);
  expect(row(told, "full disk"), told).toMatchObject({ times: 1, lost: 0, twice: 0, undone: 0 });
  expect(told).toContain("make room");
  expect(code, told).toBe(0);
});

test("the server's clock is set ahead and back, also while it is away", async () => {
  const { code, told } = await chaos("clock", 1);
  expect(row(told, "jumping clock"), told).toMatchObject({ times: 4, lost: 0, twice: 0, undone: 0 });
  expect(code, told).toBe(0);
});

test("connections are cut in the middle of what is asked and answered, on all sides of the server", async () => {
  const { code, told } = await chaos("torn", 9);
  expect(row(told, "torn connections"), told).toMatchObject({ lost: 0, twice: 0, undone: 0 });
  expect(row(told, "torn connections").times).toBeGreaterThan(0);
  expect(code, told).toBe(0);
});

async function chaos(only: string, kills: number) {
  const script = join(packageRoot, "scripts/chaos.mjs");
  const child = spawn(process.execPath, [script, "--only", only, "--kills", String(kills), "--rate", "200"]);
  let told = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (told += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, told };
}

/** A row of the table that comes last. */
function row(told: string, name: string) {
  const line = told.split("\n").findLast((one) => one.startsWith(name)) ?? "";
  const [times, acknowledged, there, lost, twice, undone] = line.slice(name.length).trim().split(/ +/).map(Number);
  expect(acknowledged, told).toBeGreaterThan(0);
  expect(there, told).toBeGreaterThanOrEqual(acknowledged ?? 0);
  return { times: times ?? 0, lost, twice, undone };
}
