// Makes trouble under load, and then asks for every event that was acknowledged: npm run chaos -- --kills 100
// With --only kills, disk, clock or torn, one kind of trouble.
import { parseArgs } from "node:util";
import { clock } from "./chaos/clock.mjs";
import { disk } from "./chaos/disk.mjs";
import { kills } from "./chaos/kills.mjs";
import { torn } from "./chaos/torn.mjs";
import { examine, removeHome, sendTo, startHouse, untilDone } from "./under-load.mjs";

const TROUBLES = { kills, disk, clock, torn };
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "30" },
    rate: { type: "string", default: "500" },
    only: { type: "string", multiple: true, default: Object.keys(TROUBLES) },
  },
});
const tell = (line) => process.stdout.write(`${line}\n`);

async function make({ name, prepare, trouble }) {
  const place = (await prepare?.()) ?? {};
  if (place.skip !== undefined) return { name, skip: place.skip };
  const house = await startHouse(place);
  const load = sendTo(house, { senders: 20, batch: 5, perSecond: Number(values.rate) });
  const made = { ...place, house, load, tell, kills: Number(values.kills) };
  const { times, words } = await trouble(made);
  await load.stop();
  const ledger = place.engines ?? house.home;
  await untilDone(ledger);
  await house.stop();
  const found = await examine(ledger, load.told.acknowledged);
  const well = times > 0 && found.well;
  if (well) {
    await place.clear?.();
    await removeHome(house.home);
  } else
    tell(
      `The ledger is left in ${ledger}; lost: ${found.lost.slice(0, 5)}; twice: ${found.twice.slice(0, 5)}; undone: ${found.left}`,
    );
  return { name, times, words, well, found, told: load.told };
}

const COLUMNS = ["trouble", "times", "acknowledged", "there", "lost", "twice", "undone", "sent again", "silence", ""];

function rowOf({ name, skip, times, words, found, told }) {
  if (skip !== undefined) return [name, "skipped", "", "", "", "", "", "", "", skip];
  const { there, lost, twice, undone } = found;
  const counts = [told.acknowledged.length, there, lost.length, twice.length, undone, told.retries];
  return [name, times, ...counts, `${(told.longest / 1000).toFixed(1)} s`, words].map(String);
}

const rows = [COLUMNS];
let well = true;
for (const only of values.only) {
  const trouble = TROUBLES[only];
  if (trouble === undefined) throw new Error(`--only ${only}: there is kills, disk, clock and torn`);
  const made = await make(trouble);
  well &&= made.skip !== undefined || made.well;
  rows.push(rowOf(made));
}
const widths = COLUMNS.map((_, i) => Math.max(...rows.map((row) => row[i].length)));
tell("");
for (const row of rows)
  tell(
    row
      .map((cell, i) =>
        i === 0 || i === row.length - 1 ? cell.padEnd(i === 0 ? widths[i] : 0) : cell.padStart(widths[i]),
      )
      .join("  ")
      .trimEnd(),
  );
process.exitCode = well ? 0 : 1;
process.exit();
