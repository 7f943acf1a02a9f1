// The server's clock is set ahead and back by hours and days, also while it is away.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { goesOn } from "../under-load.mjs";

const HOUR = 3_600_000;
const JUMPS = [3 * HOUR, -2 * HOUR, 72 * HOUR, 0, -26 * HOUR, 24 * HOUR, 0];
const CLOCK = fileURLToPath(new URL("./jumping-clock.mjs", import.meta.url));

export const clock = {
  name: "jumping clock",
  prepare() {
    const folder = mkdtempSync(join(tmpdir(), "kept-clock-"));
    const file = join(folder, "off");
    const set = (ms) => {
      writeFileSync(`${file}.new`, String(ms));
      renameSync(`${file}.new`, file);
    };
    set(0);
    const env = { NODE_OPTIONS: `--import ${CLOCK}`, JUMPING_CLOCK: file };
    return { env, set, clear: () => rmSync(folder, { recursive: true, force: true }) };
  },
  async trouble({ house, load, kills, tell, set }) {
    const times = Math.max(4, Math.min(JUMPS.length, Math.round(kills / 5)));
    for (let i = 0; i < times; i++) {
      const jump = i === times - 1 ? 0 : JUMPS[i];
      await sleep(300);
      const back = goesOn(load, `the clock was set to ${jump / HOUR} hours off`);
      set(jump);
      // Every other time the server comes back into another time than it left.
      if (i % 2 === 1) process.kill(house.pids().server, "SIGKILL");
      tell(`${i + 1}/${times} clock ${jump / HOUR} hours off, on after ${((await back()) / 1000).toFixed(1)} s`);
    }
    return { times, words: "the server's clock, by up to three days, half the times while it was away" };
  },
};
