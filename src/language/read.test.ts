import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatDiagnostic } from "./format-diagnostic.ts";
import { readExperience } from "./read.ts";

const OLIST = new URL("../../../shared/accept/olist/experience.yaml", import.meta.url);

test("reads a small file", () => {
  const { experience, diagnostics } = readExperience(
    `
kept: 1
name: Small
timezone: UTC
teams: { board: }
touchpoints: { shop: { team: board } }
events: { order.placed: { at: shop }, order.sent: { at: shop } }
journeys: { order: { follows: order_id } }
promises:
  quick: { says: Sent at once, journey: order, when: order.placed, then: order.sent, expected: 3 days, agreed: [board] }
`,
    "small.yaml",
  );
  expect(diagnostics).toEqual([]);
  expect(experience?.promises[0]).toMatchObject({
    kind: "then",
    team: "board",
    when: [{ event: "order.placed", if: undefined }],
    expected: { usual: { kind: "within", duration: { kind: "calendar", days: 3, months: 0 } }, for: [] },
  });
});

test.skipIf(!existsSync(OLIST))("reads the file of the marketplace (skipped where ../shared is absent)", () => {
  const { experience, diagnostics } = readExperience(readFileSync(OLIST, "utf8"), "experience.yaml");
  expect(diagnostics.filter((each) => each.severity === "fault").map((each) => formatDiagnostic(each))).toEqual([]);
  expect(experience?.promises.map((promise) => promise.kind)).toEqual([
    "then",
    "then",
    "then",
    "count",
    "measure",
    "first",
  ]);
});

const EXPERIENCES = new URL("../../experiences/", import.meta.url);

test.each(readdirSync(EXPERIENCES).filter((name) => name !== "broken"))("experiences/%s has no faults", (name) => {
  const path = new URL(`${name}/experience.yaml`, EXPERIENCES);
  const { diagnostics } = readExperience(readFileSync(path, "utf8"), "experience.yaml");
  expect(diagnostics.filter((each) => each.severity === "fault").map((each) => formatDiagnostic(each))).toEqual([]);
});
