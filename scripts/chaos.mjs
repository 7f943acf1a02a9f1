// Kills the server, the engine and PostgreSQL with kill -9 under load, and then asks for every event that was
// acknowledged: npm run chaos -- --kills 100
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { examine, sendTo, startHouse, untilSettled } from "./under-load.mjs";

const { values } = parseArgs({
  options: { kills: { type: "string", default: "30" }, rate: { type: "string", default: "500" } },
});
const KILLS = Number(values.kills);
const VICTIMS = ["server", "engine", "postgres"];

const house = await startHouse();
const load = sendTo(house, { senders: 20, batch: 5, perSecond: Number(values.rate) });
const killed = { server: 0, engine: 0, postgres: 0 };
const back = [];

for (let i = 0; i < KILLS; i++) {
  await sleep(300 + Math.random() * 1500);
  const victim = VICTIMS[i % VICTIMS.length];
  const pid = house.pids()[victim];
  if (pid === undefined) continue;
  const before = load.told.acknowledged.length;
  const begun = performance.now();
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    continue;
  }
  killed[victim]++;
  // Events that were under way come back first: those of a second later show that the house stands again.
  while (load.told.acknowledged.length < before + 200) {
    await sleep(20);
    if (performance.now() - begun > 120_000)
      throw new Error(`nothing was acknowledged for two minutes after ${victim} was killed`);
  }
  back.push(performance.now() - begun);
  process.stdout.write(`${i + 1}/${KILLS} ${victim} killed, on after ${(back.at(-1) / 1000).toFixed(1)} s\n`);
}

await load.stop();
await untilSettled(house.home);
await house.stop();
const { acknowledged, longest, retries } = load.told;
const found = await examine(house.home, acknowledged);
const total = killed.server + killed.engine + killed.postgres;
process.stdout.write(`${total} kills (server ${killed.server}, engine ${killed.engine}, PostgreSQL ${killed.postgres}); ${acknowledged.length} events acknowledged, ${found.there} there, ${found.linked} of them under another id than they came with
lost ${found.lost.length}, twice ${found.twice.length}, links unsettled ${found.unsettled}, events in unknown batches ${found.unnoted}
${retries} times sent again; the longest silence ${(longest / 1000).toFixed(1)} s\n`);
const well = found.lost.length + found.twice.length + found.unsettled + found.unnoted === 0 && total > 0;
if (well) house.remove();
else
  process.stdout.write(
    `The ledger is left in ${house.home}; lost: ${found.lost.slice(0, 5)}; twice: ${found.twice.slice(0, 5)}\n`,
  );
process.exitCode = well ? 0 : 1;
