import fc from "fast-check";
import { expect, test } from "vitest";
import { readExperience } from "../../src/language/read.ts";
import { experience } from "./experience-arbitrary.ts";
import { printExperience } from "./print-experience.ts";
import { season } from "./season.ts";

test("every experience can be written down, and means the same when it is read", () => {
  fc.assert(
    fc.property(
      season.chain((when) => experience(when, 3)),
      (written) => {
        const { experience: read, diagnostics } = readExperience(printExperience(written), "agreement.yaml");
        expect(diagnostics.filter(({ severity }) => severity === "fault")).toEqual([]);
        expect(read).toEqual(written);
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});
