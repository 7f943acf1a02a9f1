// kill -9 of the server, its engine and its PostgreSQL, in turns.
import { setTimeout as sleep } from "node:timers/promises";
import { goesOn } from "../under-load.mjs";

const VICTIMS = ["server", "engine", "postgres"];

export const kills = {
  name: "kill -9",
  async trouble({ house, load, kills: wanted, tell }) {
    const killed = { server: 0, engine: 0, postgres: 0 };
    for (let i = 0; i < wanted; i++) {
      await sleep(300 + Math.random() * 1500);
      const victim = VICTIMS[i % VICTIMS.length];
      const pid = house.pids()[victim];
      if (pid === undefined) continue;
      const back = goesOn(load, `${victim} was killed`);
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        continue;
      }
      killed[victim]++;
      tell(`${i + 1}/${wanted} ${victim} killed, on after ${((await back()) / 1000).toFixed(1)} s`);
    }
    const times = killed.server + killed.engine + killed.postgres;
    return { times, words: `server ${killed.server}, engine ${killed.engine}, PostgreSQL ${killed.postgres}` };
  },
};
