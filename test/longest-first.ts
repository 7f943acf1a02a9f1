import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files of tests that take longest, the longest first: begun last, they would run when all else is done. */
const LONGEST: readonly string[] = [
  "test/truth/bpic2012.test.ts",
  "test/cli/story.test.ts",
  "test/web/every-page.test.ts",
  "test/cluster/cluster.test.ts",
  "test/truth/helpdesk.test.ts",
  "test/truth/teleclaims.test.ts",
  "test/web/gaps.test.ts",
  "test/web/promise.test.ts",
  "test/web/set-up.test.ts",
  "test/web/mend.test.ts",
  "test/web/customer.test.ts",
  "test/chaos/chaos.test.ts",
  "test/web/journey.test.ts",
  "test/golden/golden.test.ts",
  "src/value/coverage/coverage.test.ts",
  "test/truth/roadtraffic100.test.ts",
  "test/truth/running-example.test.ts",
];

/** A clone that is new has no memory of how long each file took last time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config;
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.indexOf(relative(root, moduleId));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}
