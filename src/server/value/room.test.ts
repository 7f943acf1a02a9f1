import { readdirSync } from "node:fs";
import { constants, getPriority, platform } from "node:os";
import { expect, test } from "vitest";
import { openedAnswers } from "../../../test/answers-server.ts";
import { AS_OF, HAPPENED, SHOP } from "../../../test/answers-shop.ts";
import { openPrepared } from "../gaps/prepared.ts";
import { openReadyAnswers } from "../gaps/ready-answers.ts";
import { deskOn } from "./desk.ts";
import { openDeskThread } from "./desk-thread.ts";
import { openKeptModels } from "./kept-models.ts";
import { openValueRoom } from "./room.ts";

const shop = openedAnswers(SHOP, HAPPENED, AS_OF);

const DAY = 86_400_000;
const kept = () => openKeptModels(openReadyAnswers(shop.server.rooms.house.store, shop.server.rooms.shelf));

/** The value room of another server on the same ledger, or of the same one when it starts again, so many days later. */
function another(days = 0) {
  const { house, shelf } = shop.server.rooms;
  const prepared = openPrepared(house.store, shelf);
  const clock = { state: house.state, now: () => Date.parse(AS_OF) + days * DAY };
  return { prepared, room: openValueRoom(deskOn(house.store), prepared, kept(), clock) };
}

test("what was fitted is there again after a start, and is not fitted again until it is a day old", async () => {
  const { value, prepared } = shop.server.rooms;
  const first = another();
  expect(await first.room.last()).toBeUndefined();
  await expect(first.room.balance(false)).rejects.toMatchObject({ code: "not-measured" });
  await value.tend();
  const findings = await value.findings(false);
  expect(await first.room.findings(false)).toEqual(findings);
  expect((await first.room.balance(false)).value).toEqual((await value.balance(false)).value);
  const fitted = await kept().read(await prepared.judgement());
  const next = another(2);
  await next.room.tend();
  expect((await kept().read(await prepared.judgement()))?.at).toBe((fitted?.at ?? 0) + 2 * DAY);
  await first.prepared.close();
  await next.prepared.close();
});

test("of two servers whose models are old one fits, and the other takes up what it fitted", async () => {
  const [one, other] = [another(10), another(10)];
  await Promise.all([one.room.tend(), other.room.tend()]);
  const { at } = (await kept().read(await shop.server.rooms.prepared.judgement())) ?? {};
  expect(at).toBe(Date.parse(AS_OF) + 10 * DAY);
  await Promise.all([one.room.tend(), other.room.tend()]);
  expect(await other.room.last()).toEqual(await one.room.last());
  await one.prepared.close();
  await other.prepared.close();
});

test("a thread that takes the place of another scores by the same models", async () => {
  const { home, prepared } = { home: shop.server.home, prepared: shop.server.rooms.prepared };
  const { experience, asOf } = await prepared.judgement();
  const { models } = (await kept().read(await prepared.judgement())) ?? {};
  if (models === undefined) throw new Error("nothing was fitted");
  const before = threadsBehind();
  const thread = openDeskThread({ home });
  await thread.take(models);
  expect(await thread.balance(experience, asOf)).toEqual((await shop.server.rooms.value.balance(false)).value);
  // Fits keep nobody waiting.
  if (platform() === "linux") expect(threadsBehind()).toBe(before + 1);
  await thread.close();
});

/** How many threads of this program let the others go first. */
const threadsBehind = (): number =>
  platform() === "linux"
    ? readdirSync("/proc/self/task").filter(
        (thread) => getPriority(Number(thread)) === constants.priority.PRIORITY_BELOW_NORMAL,
      ).length
    : 0;
