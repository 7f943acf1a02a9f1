import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/storage/package.ts";

/** More for longer: `npm run chaos -- --kills 100`. */
test("server, engine and PostgreSQL are killed under load, and every acknowledged event is there once", async () => {
  const script = spawn(process.execPath, [join(packageRoot, "scripts/chaos.mjs"), "--kills", "3", "--rate", "200"]);
  let told = "";
  for (const stream of [script.stdout, script.stderr]) stream.on("data", (data: Buffer) => (told += data.toString()));
  const code = await new Promise((resolve) => script.on("close", resolve));
  expect(told).toContain("3 kills (server 1, engine 1, PostgreSQL 1)");
  expect(told).toContain("lost 0, twice 0, links unsettled 0, events in unknown batches 0");
  expect(code, told).toBe(0);
}, 600_000);
