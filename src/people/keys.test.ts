import type { KyselyPlugin } from "kysely";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openTestState, type TestState } from "../../test/state.ts";
import type { State } from "../storage/postgres/state.ts";
import { type KeyRing, makeKey, type NewKey, openKeyRing, revokeKey } from "./keys.ts";

let opened: TestState;
beforeAll(async () => {
  opened = await openTestState();
});
afterAll(() => opened.dispose());

const key: NewKey = {
  kind: "write",
  name: "shop",
  scopes: [],
  ownerId: undefined,
  createdBy: "somebody",
  expiresAt: undefined,
};

async function ringOf(state: State): Promise<KeyRing> {
  const ring = await openKeyRing(state, Date.now);
  onTestFinished(() => ring.close());
  return ring;
}

test("a key that was made elsewhere a moment ago is known, though nobody said so yet", async () => {
  const ring = await ringOf({ ...opened.state, listen: async () => () => {} });
  const make = () => makeKey(opened.state, Date.now(), key);
  const made = await Promise.all([make(), make()]);
  const callers = await Promise.all(made.map(({ secret }) => ring.callerOf(secret)));
  expect(callers).toEqual(made.map(({ id }) => ({ kind: "key", id, name: "shop" })));
});

test("secrets that nobody knows share a reading", async () => {
  let readings = 0;
  const ring = await ringOf(answering(async () => void readings++));
  readings = 0;
  const asked = Array.from({ length: 500 }, (_, i) => ring.callerOf(`kept_write_${i}`));
  expect(new Set(await Promise.all(asked))).toEqual(new Set([undefined]));
  expect(readings).toBe(1);
});

test("a reading that took long does not bring a revoked key back", async () => {
  const waiting: (() => void)[] = [];
  let slow = false;
  const ring = await ringOf(answering(() => (slow ? new Promise((resolve) => waiting.push(resolve)) : undefined)));
  const { id, secret } = await makeKey(opened.state, Date.now(), key);
  expect(await ring.callerOf(secret)).toBeDefined();
  slow = true;
  const late = ring.reload();
  await expect.poll(() => waiting.length).toBe(1);
  slow = false;
  await revokeKey(opened.state, Date.now(), id, undefined);
  await ring.reload();
  waiting[0]?.();
  await late;
  expect(await ring.callerOf(secret)).toBeUndefined();
});

/** The state, whose answers come when `ready` lets them. */
function answering(ready: () => Promise<void> | undefined): State {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      await ready();
      return result;
    },
  };
  return { ...opened.state, db: opened.state.db.withPlugin(plugin) };
}
