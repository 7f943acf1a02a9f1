import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openTestServer } from "../../test/server.ts";
import { demoAsOf } from "../demo/make.ts";
import { audit, OPERATOR } from "../people/audit.ts";
import { moment, sql } from "../sql/sql.ts";
import { holdPort, lastMoment, whyUnreachable } from "./demo-server.ts";

test("the demo goes on after whatever came last, and at its year's end where nothing came", async () => {
  const server = await openTestServer({}, () => demoAsOf);
  const { house } = server.rooms;
  expect(await lastMoment(house)).toBe(demoAsOf);
  // Signing in is noted by the clock of the demo.
  await server.person("owner");
  expect(await lastMoment(house)).toBe(demoAsOf);
  await audit(house.state, demoAsOf + 1000, { actor: OPERATOR, action: "session.begun", subject: "x" });
  expect(await lastMoment(house)).toBe(demoAsOf + 1000);
  await house.store.run(sql`INSERT INTO events (customer, name, at, received, id, properties)
    SELECT 'c', 'order.placed', ${moment(demoAsOf)}, ${moment(demoAsOf + 5000)}, 'e', '{}'`);
  expect(await lastMoment(house)).toBe(demoAsOf + 5000);
  await server.dispose();
});

test.skipIf(process.getuid?.() !== 0)("where PostgreSQL cannot come in, that is said beforehand", () => {
  const folder = mkdtempSync(join(tmpdir(), "kept-demo-"));
  expect(whyUnreachable(folder)).toMatchObject({ code: "home-unreachable", message: expect.stringContaining("--dir") });
  chmodSync(folder, 0o755);
  expect(whyUnreachable(folder)).toBeUndefined();
  rmSync(folder, { recursive: true });
});

test("of two demos that start at once each has a port of its own, until it listens there", async () => {
  const one = await holdPort(0);
  const two = await holdPort(one.port);
  expect(two.port).not.toBe(one.port);
  await one.release();
  const three = await holdPort(one.port);
  expect(three.port).toBe(one.port);
  await Promise.all([two.release(), three.release()]);
});
