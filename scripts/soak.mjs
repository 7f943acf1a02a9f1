// Sends at an even rate for long, and looks at memory, waits and what is there: npm run soak -- --minutes 20
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { examine, removeHome, sendTo, startHouse, untilDone } from "./under-load.mjs";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "20" }, rate: { type: "string", default: "1000" } },
});
const minutes = Number(values.minutes);

const house = await startHouse();
const load = sendTo(house, { senders: 20, batch: 10, perSecond: Number(values.rate) });
const began = performance.now();
const memory = [];
while (performance.now() - began < minutes * 60_000) {
  await sleep(Math.min(10_000, (minutes * 60_000) / 20));
  const pids = house.pids();
  memory.push({ server: megabytes(pids.server), engine: megabytes(pids.engine) });
  const waits = load.told.waits.splice(0).toSorted((a, b) => a - b);
  const { server, engine } = memory.at(-1);
  process.stdout.write(
    `${((performance.now() - began) / 1000).toFixed(0)} s: ${load.told.acknowledged.length} events, acknowledged p50 ${at(waits, 0.5)} ms, p99 ${at(waits, 0.99)} ms, server ${server} MB, engine ${engine} MB\n`,
  );
}
await load.stop();
await untilDone(house.home);
await house.stop();
const found = await examine(house.home, load.told.acknowledged);
const growth = grown(memory.map(({ server }) => server));
process.stdout.write(
  `${load.told.acknowledged.length} events acknowledged, ${found.there} there; lost ${found.lost.length}, twice ${found.twice.length}, undone ${found.undone}; the server's memory of the last third is ${growth.toFixed(2)} times that of the second\n`,
);
if (found.well) await removeHome(house.home);
else process.stdout.write(`The ledger is left in ${house.home}: ${found.left}\n`);
process.exitCode = found.well && growth < 1.2 ? 0 : 1;

function megabytes(pid) {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);
  } catch {
    return Number.NaN;
  }
}

function at(sorted, share) {
  return Math.round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
}

function grown(values) {
  const third = Math.floor(values.length / 3);
  const mean = (some) => some.reduce((sum, one) => sum + one, 0) / some.length;
  return mean(values.slice(-third)) / mean(values.slice(third, 2 * third));
}
