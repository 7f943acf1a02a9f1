import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { engineEnd } from "../../test/ledger.ts";
import { sql } from "../sql/sql.ts";
import { openStore } from "./open.ts";

/** A disk of 24 MB. Only root may make one; others skip these tests. */
const disk = mkdtempSync(join(tmpdir(), "kept-test-"));
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", disk]).status === 0;
afterAll(() => {
  if (mounted) spawnSync("umount", ["-l", disk]);
  rmSync(disk, { recursive: true, force: true });
});

const home = join(disk, "home");
const open = () => openStore({ home, environment: { ...process.env, KEPT_ENGINE_LINGER: "0" } });

test.skipIf(!mounted)("an insert for which there is no space says so, and what was there stays", async () => {
  const store = await open();
  const insert = sql`INSERT INTO events (customer, name, at, id, properties)
    SELECT toString(number), 'n', 0, toString(number), randomPrintableASCII(100) FROM numbers(30000)`;
  let written = 0;
  const filling = async () => {
    for (;;) written += (await store.run(insert)).written;
  };
  await expect(filling()).rejects.toMatchObject({ code: "disk-full", message: expect.stringContaining(home) });
  expect(written).toBeGreaterThan(0);
  expect(await store.rows(sql`SELECT count() AS n FROM events`)).toEqual([{ n: String(written) }]);
  await store.close();
  await engineEnd(home);

  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, "fill"), Buffer.alloc(bavail * bsize));
  await expect(open()).rejects.toMatchObject({ code: "disk-full" });
  rmSync(join(disk, "fill"));

  const again = await open();
  expect(await again.rows(sql`SELECT count() AS n FROM events`)).toEqual([{ n: String(written) }]);
  await again.close();
  await engineEnd(home);
});
