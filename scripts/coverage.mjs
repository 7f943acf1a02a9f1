// How often 95 % intervals hold the truth, over many small worlds: npm run coverage -- --worlds 1000 [NAME …]
import { parseArgs } from "node:util";
import { STUDIES } from "../dist/value/coverage/studies.js";
import { HOLDS, runStudy } from "../dist/value/coverage/study.js";

const { values, positionals } = parseArgs({
  options: { worlds: { type: "string", default: "1000" }, seed: { type: "string", default: "1" } },
  allowPositionals: true,
});
const chosen = STUDIES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const unknown = positionals.filter((name) => !STUDIES.some((study) => study.name === name));
if (unknown.length > 0) {
  console.error(`There is no study ${unknown.join(", ")}; there are ${STUDIES.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

const digits = (value) => Number(value.toPrecision(3)).toString();
console.log("| interval of | worlds | held the truth | refused | mean error | mean width |");
console.log("|---|---:|---:|---:|---:|---:|");
for (const study of chosen) {
  const { of, worlds, share, refused, bias, width } = runStudy(study, Number(values.worlds), Number(values.seed));
  const fits = share >= HOLDS.least && share <= HOLDS.most;
  if (!fits) process.exitCode = 1;
  const held = `${(100 * share).toFixed(1)} %${fits ? "" : " ✗"}`;
  console.log(`| ${of} | ${worlds} | ${held} | ${refused} | ${digits(bias)} | ${digits(width)} |`);
}
