import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageRoot } from "../../src/storage/package.ts";
import { folderWith, remove } from "./kept.ts";

/** `script` of util-linux runs a program as if on a terminal. Where it is not there, these tests are skipped. */
const script = spawnSync("script", ["--version"], { encoding: "utf8" });
const canPretend = script.stdout?.includes("util-linux") === true;

let folder: string;
beforeAll(() => {
  folder = folderWith({ "faulty.yaml": "kept: 1\nname: Faulty\nnonsense: 1\n" });
});
afterAll(() => remove(folder));

function onTerminal(environment: NodeJS.ProcessEnv): string {
  const { NO_COLOR: _, ...inherited } = process.env;
  const command = `"${process.execPath}" "${join(packageRoot, "dist", "cli", "main.js")}" check faulty.yaml`;
  const ran = spawnSync("script", ["-qec", command, "/dev/null"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...inherited, TERM: "xterm-256color", ...environment },
  });
  expect(ran.status).toBe(1);
  return ran.stdout;
}

test.skipIf(!canPretend)("faults are coloured on a terminal, and never with NO_COLOR", () => {
  expect(onTerminal({})).toContain("\u001b[");
  const plain = onTerminal({ NO_COLOR: "1" });
  expect(plain).toContain("nonsense");
  expect(plain).not.toContain("\u001b[");
});
