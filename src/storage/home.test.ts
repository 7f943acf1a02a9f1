import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openHome } from "./home.ts";
import { openStore } from "./open.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kept-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a home is made for its user alone", () => {
  const home = openHome(join(folder, "a", "b"));
  expect(home).toBe(join(folder, "a", "b"));
  expect(statSync(home).mode & 0o777).toBe(0o700);
  expect(openHome(home)).toBe(home);
});

test("a home that is a file is refused", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  expect(() => openHome(file)).toThrow(expect.objectContaining({ code: "home-no-folder" }));
  await expect(openStore({ home: join(file, "below") })).rejects.toMatchObject({
    code: "home-no-folder",
    message: expect.stringContaining("--home"),
  });
});

test.runIf(process.platform === "linux")("a home that cannot be written is refused", () => {
  expect(() => openHome("/proc/kept")).toThrow(
    expect.objectContaining({ code: "home-unwritable", message: expect.stringContaining("/proc/kept") }),
  );
});

test.each([
  [{ KEPT_MEMORY: "much" }, "KEPT_MEMORY"],
  [{ KEPT_ENGINE_LINGER: "ever" }, "KEPT_ENGINE_LINGER"],
  [{ KEPT_CLICKHOUSE_URL: "localhost" }, "KEPT_CLICKHOUSE_URL"],
])("a setting that makes no sense is refused: %j", async (environment, named) => {
  await expect(openStore({ home: folder, environment })).rejects.toMatchObject({
    code: "bad-setting",
    message: expect.stringContaining(named),
  });
});
