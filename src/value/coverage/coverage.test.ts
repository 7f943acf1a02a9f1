import { expect, test } from "vitest";
import { STUDIES } from "./studies.ts";
import { HOLDS, runStudy } from "./study.ts";

// The worlds are the same each time; `npm run coverage` looks at many more of them.
const WORLDS = Number(process.env["KEPT_COVERAGE_WORLDS"] ?? 200);
/** In few worlds a share of 95 % is off by so much by chance alone: one standard error. */
const CHANCE = Math.sqrt((0.95 * 0.05) / WORLDS);

test.each(STUDIES)("the interval holds the truth as often as it says: $name", (study) => {
  const found = runStudy(study, WORLDS);
  expect(found.refused).toBeLessThan(WORLDS / 20);
  expect(found.share).toBeGreaterThanOrEqual(HOLDS.least - CHANCE);
  expect(found.share).toBeLessThanOrEqual(HOLDS.most + CHANCE);
});
