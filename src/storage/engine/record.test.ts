import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { until } from "../../../test/ledger.ts";
import { isAlive } from "./record.ts";

test("a process that has ended is not alive, also while nobody has asked how it ended", async () => {
  // What the shell becomes does not look after the child that the shell had.
  const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 600"], { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(parent.stdout, "data");
  const child = Number(String(said));
  expect(isAlive(parent.pid ?? 0)).toBe(true);
  await until(() => !isAlive(child));
  parent.kill();
  await once(parent, "exit");
  expect(isAlive(parent.pid ?? 0)).toBe(false);
});
