// The disk of the home is filled to the last byte, and after a while there is room again.
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { goesOn } from "../under-load.mjs";

const SIZE = "400m";

export const disk = {
  name: "full disk",
  prepare() {
    const folder = mkdtempSync(join(tmpdir(), "kept-disk-"));
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE},mode=755`, "tmpfs", folder], {
      encoding: "utf8",
    });
    if (mounted.error !== undefined || mounted.status !== 0) {
      rmSync(folder, { recursive: true });
      return { skip: "only root may mount a small disk, and not everywhere" };
    }
    const clear = () => {
      spawnSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    };
    return { home: join(folder, "home"), folder, clear };
  },
  async trouble({ house, load, kills, tell, folder }) {
    const times = Math.max(1, Math.round(kills / 15));
    const said = new Set();
    for (let i = 0; i < times; i++) {
      await sleep(500);
      const back = goesOn(load, "the disk was full and had room again");
      const refused = load.told.refused[503] ?? 0;
      const filler = join(folder, "filler");
      fill(filler);
      // Until senders were told to come again, and for a while after.
      while ((load.told.refused[503] ?? 0) === refused) await sleep(50);
      await sleep(2000);
      fill(filler);
      const ready = await fetch(`${house.address}/readyz`).then(
        async (answer) => ({ status: answer.status, ...(await answer.json()) }),
        () => ({ status: 0, words: [] }),
      );
      for (const one of ready.words) said.add(one);
      if (ready.status !== 503 || !ready.words.some((one) => /make room/.test(one)))
        throw new Error(`with a full disk /readyz says ${JSON.stringify(ready)}`);
      rmSync(filler);
      tell(`${i + 1}/${times} disk full, on after ${((await back()) / 1000).toFixed(1)} s with the time it was full`);
    }
    if (load.told.withoutRetryAfter > 0)
      throw new Error(`${load.told.withoutRetryAfter} times 503 was answered without Retry-After`);
    return { times, words: [...said].find((one) => /make room/.test(one)) ?? "" };
  },
};

function fill(file) {
  const out = openSync(file, "a");
  try {
    for (let size = 2 ** 20; size >= 1; size = Math.floor(size / 4)) {
      const piece = Buffer.alloc(size);
      for (;;) if (writeSync(out, piece) < size) break;
    }
  } catch (thrown) {
    if (thrown.code !== "ENOSPC") throw thrown;
  } finally {
    closeSync(out);
  }
}
