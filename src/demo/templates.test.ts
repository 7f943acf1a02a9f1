import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readExperience } from "../language/read.ts";

test("what a newcomer starts from has neither faults nor warnings", () => {
  for (const template of ["minimal", "webshop", "help-desk", "laundry"]) {
    const file = `experiences/${template}/experience.yaml`;
    const { experience, diagnostics } = readExperience(readFileSync(file, "utf8"), file);
    expect(diagnostics, file).toEqual([]);
    expect(experience?.promises.length, file).toBeGreaterThan(1);
  }
});

test("the demo's file says all five kinds of promise", () => {
  const file = "experiences/laundry/experience.yaml";
  const { experience } = readExperience(readFileSync(file, "utf8"), file);
  const kinds = new Set(experience?.promises.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(["count", "first", "measure", "never", "then"]);
});
