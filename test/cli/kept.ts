import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { packageRoot } from "../../src/storage/package.ts";

/** How a run of the program ended, and what it said. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program in a folder, with no terminal around it. */
export function kept(folder: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(KEPT_|NO_COLOR$|FORCE_COLOR$)/.test(name));
  const child = spawn(process.execPath, [join(packageRoot, "dist", "cli", "main.js"), ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), KEPT_ENGINE_LINGER: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    // A count stands in one line with its noun: between them is a space that does not break.
    child.on("close", (code) => resolve({ code, out: out.replaceAll("\u00a0", " "), err }));
  });
}

/** A folder for a test, with files in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "kept-cli-"));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  return folder;
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 20 });

/** Asserts that a run was refused with one sentence that has these words in it, and that no answer was given. */
export function expectRefused(ran: Ran, words: RegExp, code = 2): void {
  expect(ran).toEqual({ code, out: "", err: expect.stringMatching(/^kept: [^\n]{15,700}[.?]\n$/) });
  expect(ran.err).toMatch(words);
}
