import { expect, test } from "vitest";
import { openLanes } from "./lanes.ts";

/** Work that ends when it is told to. */
function held() {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, ended };
}

test("who waits is not kept waiting by what nobody waits for", async () => {
  const lanes = openLanes();
  const order: string[] = [];
  const slow = held();
  const kept = lanes.later(() => slow.ended.then(() => order.push("kept ready")));
  await lanes.now(async () => order.push("waited for"));
  slow.end();
  await kept;
  expect(order).toEqual(["waited for", "kept ready"]);
  await lanes.close();
});

test("of what is only kept ready, what is wanted most by then comes first", async () => {
  const lanes = openLanes();
  const order: string[] = [];
  const slow = held();
  const wanted = { often: 0, once: 1 };
  const first = lanes.later(() => slow.ended);
  const rest = (["once", "often"] as const).map((name) =>
    lanes.later(
      async () => order.push(name),
      () => wanted[name],
    ),
  );
  wanted.often = 9;
  slow.end();
  await Promise.all([first, ...rest]);
  expect(order).toEqual(["often", "once"]);
  await lanes.close();
});

test("two who wait are served beside one another, and a third after one of them", async () => {
  const lanes = openLanes();
  const begun: number[] = [];
  const works = [held(), held(), held()];
  const done = works.map(({ ended }, i) =>
    lanes.now(async () => {
      begun.push(i);
      await ended;
    }),
  );
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual([0, 1]);
  works[1]?.end();
  await done[1];
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual([0, 1, 2]);
  for (const { end } of works) end();
  await Promise.all(done);
  await lanes.close();
});

test("work that fails stops no other, and after closing nothing begins", async () => {
  const lanes = openLanes();
  await expect(lanes.now(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await lanes.now(async () => 1)).toBe(1);
  await lanes.close();
  await expect(lanes.now(async () => 1)).rejects.toThrow("closing");
  await expect(lanes.later(async () => 1)).rejects.toThrow("closing");
});
