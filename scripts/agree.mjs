// Throws random experiences and events at the engine and at the oracle: npm run agree -- --minutes 10 --seed 7
import { parseArgs } from "node:util";
import { runTest } from "./run-test.mjs";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, seed: { type: "string", default: "1000" } },
});
runTest("test/agreement/agreement.test.ts", { KEPT_AGREE_MINUTES: values.minutes, KEPT_AGREE_SEED: values.seed });
