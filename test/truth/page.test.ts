import { expect, test } from "vitest";
import { casesOf } from "./agree.ts";
import { isThere, LOGS, readLog } from "./log.ts";
import { truthPage } from "./page.ts";

test.skipIf(!LOGS.every(isThere))("docs/truth.md counts what is said and how (needs ../shared)", async () => {
  const logs = LOGS.map(readLog).map((log) => ({ log, cases: casesOf(log) }));
  await expect(truthPage(logs)).toMatchFileSnapshot("../../docs/truth.md");
});
