import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { packageRoot } from "../../src/storage/package.ts";
import { engineEnd } from "../ledger.ts";
import { folderWith, remove } from "./kept.ts";

const inGit = existsSync(join(packageRoot, ".git"));
const parent = folderWith();
const clone = join(parent, "kept");
const home = join(clone, "kept-demo", ".kept");
afterAll(async () => {
  await engineEnd(home);
  remove(parent);
});

function run(program: string, args: readonly string[], cwd: string) {
  const { KEPT_HOME: _, ...inherited } = process.env;
  const env = { ...inherited, KEPT_ENGINE_LINGER: "0" };
  const ran = spawnSync(program, args, { cwd, encoding: "utf8", env, maxBuffer: 100_000_000 });
  expect(ran.status, `${program} ${args.join(" ")}\n${ran.stdout}${ran.stderr}`).toBe(0);
  return ran.stdout;
}

/** The packages are those that are installed here: `npm ci` in the clone would ask the registry for the same ones. */
test.skipIf(!inGit)("a fresh clone holds all that the first command of the README needs", () => {
  run("git", ["clone", "--quiet", "--no-hardlinks", packageRoot, clone], parent);
  symlinkSync(join(packageRoot, "node_modules"), join(clone, "node_modules"));
  run("npm", ["run", "--silent", "build"], clone);
  const told = run(process.execPath, ["dist/cli/main.js", "demo", "--customers", "20"], clone);
  expect(told).toContain("20 customers");
  const page = readFileSync(join(clone, "kept-demo", "report.html"), "utf8");
  expect(page).toContain("Delivered, installed and washing within a week");
  expect(run("git", ["status", "--porcelain"], clone)).toBe("?? node_modules\n");
});

test.skipIf(!inGit)("`npm start` is the build and the demo", () => {
  const { scripts } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
    scripts: { start: string };
  };
  expect(scripts.start).toBe("npm run --silent build && node dist/cli/main.js demo");
});

test.skipIf(!inGit)("no file names a folder of somebody's machine or the registry that the packages came from", () => {
  const pattern = '(^|[^A-Za-z0-9_.~-])/(work|root|Users|home/[a-z]+)/|registry\\.(npm|yarn)|"resolved":';
  const found = spawnSync("git", ["grep", "-nIE", pattern, "--", ":!test/cli/fresh-clone.test.ts"], {
    cwd: packageRoot,
    encoding: "utf8",
  });
  expect(found.stdout).toBe("");
  expect(found.status).toBe(1);
});
