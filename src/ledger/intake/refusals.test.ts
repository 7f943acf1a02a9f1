import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../storage/package.ts";
import { REFUSALS } from "./refusals.ts";

test("docs/events.md tells every reason in the words of the program", () => {
  const page = readFileSync(join(packageRoot, "docs/events.md"), "utf8");
  const told = [...page.matchAll(/^\| `([a-z0-9-]+)` \| (.*) \|$/gm)].map(([, reason, words]) => [reason, words]);
  expect(Object.fromEntries(told)).toEqual(REFUSALS);
});
