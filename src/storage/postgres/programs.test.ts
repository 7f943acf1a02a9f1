import { spawnSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findOperator, handOver } from "./operator.ts";
import { findPrograms, packageFolder } from "./programs.ts";

const home = mkdtempSync(join(tmpdir(), "kept-test-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test("runs where the package was installed without its script, which would have linked its libraries", () => {
  const folder = join(home, "package");
  cpSync(packageFolder(), folder, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
  const { postgres } = findPrograms(home, false, folder);
  expect(spawnSync(postgres, ["--version"], { encoding: "utf8" }).stdout).toContain("PostgreSQL) 18");
  rmSync(folder, { recursive: true });
});

test.skipIf(process.getuid?.() !== 0)("runs as postgres where only root may enter the package", () => {
  const closed = mkdtempSync(join(tmpdir(), "kept-test-"));
  cpSync(packageFolder(), closed, { recursive: true });
  const operator = findOperator();
  handOver(operator, join(home, "nothing"), home);
  const { postgres } = findPrograms(home, true, closed);
  expect(postgres.startsWith(home)).toBe(true);
  expect(existsSync(postgres)).toBe(true);
  const ran = spawnSync(postgres, ["--version"], { encoding: "utf8", cwd: "/", ...operator.ids });
  expect(ran.stdout).toContain("PostgreSQL) 18");
  rmSync(closed, { recursive: true });
});

test.skipIf(process.getuid?.() !== 0)("says so where the user postgres cannot come to the home", () => {
  const closed = mkdtempSync(join(tmpdir(), "kept-test-"));
  const inside = mkdtempSync(join(closed, "home-"));
  expect(() => handOver(findOperator(), inside, inside)).toThrow("name a folder outside root's own");
  rmSync(closed, { recursive: true });
});
