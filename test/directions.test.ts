import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readSources, wrongWebImports } from "./web-imports.ts";

const root = join(import.meta.dirname, "..");
const copy = mkdtempSync(join(tmpdir(), "kept-directions-"));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Imports, each of a file of its own, of which the linter says that they run upward or to the side. */
function refused(imports: readonly (readonly [place: string, from: string])[]): readonly (readonly [string, string])[] {
  copyFileSync(join(root, "biome.json"), join(copy, "biome.json"));
  for (const [place, from] of imports) {
    mkdirSync(dirname(join(copy, place)), { recursive: true });
    writeFileSync(join(copy, place), `export { one } from "${from}";\n`);
  }
  const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  const options = ["lint", "--vcs-enabled=false", "--reporter=github", "--max-diagnostics=none", "src"];
  const { stdout } = spawnSync(process.execPath, [biome, ...options], { cwd: copy, encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => line.includes("noRestrictedImports"));
  return imports.filter(([place]) => lines.some((line) => line.includes(`/${place},`)));
}

test("imports that run upward or to the side are refused, and others are not", () => {
  const wrong = [
    ["src/language/a.ts", "../storage/open.ts"],
    ["src/sql/a.ts", "../language/read.ts"],
    ["src/storage/a.ts", "../ledger/story.ts"],
    ["src/ledger/import/a.ts", "../../promises/judge.ts"],
    ["src/promises/a.ts", "../journeys/read.ts"],
    ["src/journeys/a.ts", "../gaps/measure.ts"],
    ["src/gaps/a.ts", "../value/estimate.ts"],
    ["src/report/a.ts", "../open.ts"],
    ["src/open.ts", "./cli/main.ts"],
    ["src/house.ts", "./server/build.ts"],
    ["src/people/a.ts", "../ledger/story.ts"],
    ["src/storage/postgres/a.ts", "../../people/keys.ts"],
    ["src/gaps/c.ts", "../house.ts"],
    ["src/server/people/a.ts", "../../cli/main.ts"],
    ["src/web/gaps/a.ts", "../../storage/open.ts"],
    ["src/web/a.ts", "../open.ts"],
  ] as const;
  const right = [
    ["src/promises/b.ts", "../ledger/columns.ts"],
    ["src/gaps/b.ts", "../promises/verdict.ts"],
    ["src/value/b.ts", "../gaps/gap.ts"],
    ["src/cli/b.ts", "../open.ts"],
    ["src/server/people/b.ts", "../../people/keys.ts"],
    ["src/person.ts", "./house.ts"],
    ["src/web/gaps/b.ts", "../../report/markup.ts"],
  ] as const;
  expect(refused([...wrong, ...right])).toEqual(wrong);
});

test("no room knows the command line", () => {
  const rooms = readdirSync(join(root, "src"), { withFileTypes: true }).filter((room) => room.isDirectory());
  const upward = rooms
    .filter(({ name }) => name !== "cli")
    .map(({ name }) => [`src/${name}/c.ts`, "../cli/main.ts"] as const);
  expect(refused(upward)).toEqual(upward);
});

test("the pages take types from the rooms, values only from the report and each other, and nobody takes theirs", () => {
  expect(wrongWebImports(readSources(root))).toEqual([]);
  const wrong = new Map([
    ["src/web/a.ts", 'import { type One, two } from "../server/b.ts";\nimport type { Three } from "../gaps/c.ts";\n'],
    ["src/web/d.ts", 'import { four } from "../report/e.ts";\nimport { type Five } from "../people/f.ts";\n'],
    ["src/report/e.ts", 'import { createHash } from "node:crypto";\n'],
    ["src/server/b.ts", 'import "../web/a.ts";\n'],
    ["src/gaps/c.ts", ""],
    ["src/people/f.ts", ""],
  ]);
  expect(wrongWebImports(wrong)).toEqual([
    "src/server/b.ts imports src/web/a.ts: nobody imports the pages",
    "src/web/a.ts imports src/server/b.ts: the pages may have its types alone",
    "the pages reach src/report/e.ts, which needs node:crypto",
  ]);
});
