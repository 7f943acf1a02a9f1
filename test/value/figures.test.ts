import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/storage/package.ts";

const FILE = join(packageRoot, "../shared/truth/value.json");

/** The text of every test of value and of what it stands on. */
const tests = (): string =>
  readdirSync(join(packageRoot, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts"))
    .map((path) => readFileSync(join(packageRoot, "src", path), "utf8"))
    .join("\n");

test.skipIf(!existsSync(FILE))(
  "every figure that others found is asked for by a test, or docs/value.md says why not (needs ../shared)",
  () => {
    const { items } = JSON.parse(readFileSync(FILE, "utf8")) as { readonly items: readonly { readonly id: string }[] };
    const [asked, page] = [tests(), readFileSync(join(packageRoot, "docs/value.md"), "utf8")];
    const isAsked = (id: string): boolean => new RegExp(`[^\\w.]${id.replaceAll(".", "\\.")}(?![\\w.]\\w)`).test(asked);
    const missing = items.filter(({ id }) => !isAsked(id) && !page.includes(`\`${id}\``));
    expect(missing.map(({ id }) => id)).toEqual([]);
    expect(items.length).toBeGreaterThan(40);
  },
);
