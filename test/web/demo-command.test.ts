import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { logPath } from "../../src/storage/engine/record.ts";
import { packageRoot } from "../../src/storage/package.ts";
import { openBrowser } from "../chromium.ts";
import { until } from "../ledger.ts";

let folder: string;
let program: ChildProcess;
let browser: Browser;
let told = "";
let ended: number | null | undefined;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kept-demo-"));
  // As root, PostgreSQL runs as somebody else, who must be able to come in.
  chmodSync(folder, 0o755);
  const words = ["demo", "--serve", "--customers", "60", "--dir", folder];
  program = spawn(process.execPath, [join(packageRoot, "dist/cli/main.js"), ...words]);
  for (const stream of [program.stdout, program.stderr])
    stream?.on("data", (chunk: Buffer) => {
      told += chunk.toString();
    });
  program.on("close", (code) => {
    ended = code;
  });
  ({ browser } = await openBrowser());
});
afterAll(async () => {
  await browser?.close();
  if (ended === undefined) program.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** A page of a browser that nobody has signed in with. */
async function strange(): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(120_000);
  return page;
}

test("the demo's link leads in, once, and the first thing one sees is the gaps", async ({ onTestFailed }) => {
  onTestFailed(() => console.error(told, readFileSync(logPath(join(folder, ".kept")), "utf8")));
  await until(() => /#once=\S+/.test(told) || ended !== undefined);
  const link = /http:\S+#once=\S+/.exec(told)?.[0] ?? "";
  expect(told).toContain("This link signs you in");
  const page = await strange();
  await page.goto(link);
  await page.getByRole("heading", { name: "Laundry Direct" }).waitFor();
  expect(page.url()).not.toContain("once");
  await page.getByRole("link", { name: "The electrician is there by the hour we named" }).first().waitFor();

  const stranger = await strange();
  await stranger.goto(link);
  await stranger.getByText("This link was used already or is over").waitFor();
});

test("it stops when it is told to", async () => {
  program.kill("SIGINT");
  await until(() => ended !== undefined);
  expect(told).toContain("The demo has stopped.");
  expect(ended).toBe(0);
});
