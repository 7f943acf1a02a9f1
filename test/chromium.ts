import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { access, constants, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Starts a headless Chromium with an empty profile and says which one it took. */
export async function openBrowser(): Promise<{ readonly browser: Browser; readonly taken: string }> {
  const found = await findChromium();
  const fonts = join(dirname(found.path), "fonts.conf");
  const env = existsSync(fonts) ? { ...process.env, FONTCONFIG_FILE: fonts } : process.env;
  const browser = await chromium.launch({ executablePath: found.path, headless: true, args: FLAGS, env: known(env) });
  return { browser, taken: `${found.from}, version ${browser.version()}` };
}

/** KEPT_CHROMIUM if it is set; else the one from the registry, the same everywhere; else one that stands in PATH. */
export async function findChromium(): Promise<{ readonly path: string; readonly from: string }> {
  const named = process.env.KEPT_CHROMIUM;
  if (named) return { path: named, from: "KEPT_CHROMIUM" };
  if (process.platform === "linux" && process.arch === "x64") {
    return { path: await unpackedChromium(), from: "@sparticuz/chromium" };
  }
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (await canRun(path)) return { path, from: "PATH" };
    }
  }
  throw new Error("no Chromium was found: install one, or name its program in KEPT_CHROMIUM");
}

/** Unpacked beside its place and moved there whole, so that two runs at the same time never see half a browser. */
async function unpackedChromium(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const manifest = await readFile(join(dirname(entry), "..", "..", "package.json"), "utf8");
  const home = join(tmpdir(), `kept-chromium-${/"version": "([^"]+)"/.exec(manifest)?.[1]}`);
  if (!existsSync(join(home, "fonts.conf"))) {
    const fresh = await mkdtemp(`${home}-`);
    const unpack = `import(${JSON.stringify(entry)}).then((packed) => packed.default.executablePath())`;
    await promisify(execFile)(process.execPath, ["-e", unpack], { env: { ...process.env, TMPDIR: fresh } });
    await writeFile(join(fresh, "fonts.conf"), fontsBeside(home));
    await rename(fresh, home).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  return join(home, "chromium");
}

/** The machine's own fonts, if it has any, and the one that comes with the browser: without a font no text has a size. */
function fontsBeside(home: string): string {
  return `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;
}

function known(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
