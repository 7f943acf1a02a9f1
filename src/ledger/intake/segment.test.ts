import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "./read-json.ts";
import type { Reading, Refused, Taken } from "./reading.ts";
import { readSegment } from "./segment.ts";

const received = Date.UTC(2026, 5, 1, 12);
const read = (message: unknown, call?: "track") => readSegment(message, { received, call });
const taken = (reading: Reading): Taken => (reading.kind === "taken" ? reading : expect.fail(JSON.stringify(reading)));
const reasonOf = (message: unknown) => (read(message) as Refused).reason;
const track = {
  type: "track",
  userId: "ann",
  messageId: "m1",
  event: "order.placed",
  timestamp: "2026-06-01T11:00:00Z",
};

test("a track is an event of its own name, with its properties", () => {
  expect(read({ ...track, properties: { order: "o1", total: 12.5 }, integrations: { All: true } })).toEqual({
    kind: "taken",
    event: {
      customer: "ann",
      name: "order.placed",
      at: Date.UTC(2026, 5, 1, 11),
      id: "m1",
      properties: '{"order":"o1","total":12.5}',
    },
    link: undefined,
  });
  expect(taken(read({ ...track, userId: null, anonymousId: "anon" })).event?.customer).toBe("anon");
  expect(taken(read({ ...track, userId: 42 })).event?.customer).toBe("42");
  expect(taken(read({ ...track, type: undefined }, "track")).event?.name).toBe("order.placed");
});

test("the other calls have names of their own; what stands beside the properties is kept with them", () => {
  const ann = { userId: "ann", messageId: "m", context: { page: { path: "/" }, library: { name: "x" } } };
  const of = (message: object) => {
    const { event } = taken(read({ ...ann, ...message }));
    return [event?.name, JSON.parse(event?.properties ?? "")];
  };
  const context = { page: { path: "/" } };
  expect(of({ type: "page", name: "Home", category: "Shop", properties: { url: "/" } })).toEqual([
    "page.viewed",
    { context, name: "Home", category: "Shop", url: "/" },
  ]);
  expect(of({ type: "screen", name: "Basket" })).toEqual(["screen.viewed", { context, name: "Basket" }]);
  expect(of({ type: "group", groupId: 7, traits: { plan: "gold" } })).toEqual([
    "group.joined",
    { context, group: "7", plan: "gold" },
  ]);
  expect(of({ type: "identify", traits: { plan: "gold" } })).toEqual([
    "customer.identified",
    { context, plan: "gold" },
  ]);
  expect(of({ type: "identify", context: { traits: { plan: "tin" } } })).toEqual([
    "customer.identified",
    { plan: "tin" },
  ]);
});

test("identify and alias link two ids, once each has its own", () => {
  const link = (message: object) => taken(read(message)).link;
  expect(link({ type: "identify", userId: "ann", anonymousId: "anon" })).toEqual({ knownAs: "anon", customer: "ann" });
  expect(link({ type: "identify", userId: "ann", anonymousId: "ann" })).toBeUndefined();
  expect(link({ ...track, anonymousId: "anon" })).toBeUndefined();
  expect(read({ type: "alias", userId: "ann", previousId: "old" })).toEqual({
    kind: "taken",
    event: undefined,
    link: { knownAs: "old", customer: "ann" },
  });
  expect(reasonOf({ type: "alias", userId: "ann" })).toBe("nothing-to-link");
  expect(read({ type: "alias", userId: "ann", previousId: "ann" })).toEqual({
    kind: "taken",
    event: undefined,
    link: undefined,
  });
});

test("a time is corrected by the difference of the clocks", () => {
  const hour = 3_600_000;
  const at = (message: object, sent?: number) =>
    taken(readSegment({ ...track, ...message }, { received, sent })).event?.at;
  // The sender's clock is two hours ahead; the event was ten minutes old when it was sent.
  expect(at({ timestamp: received + 2 * hour - 600_000, sentAt: new Date(received + 2 * hour).toISOString() })).toBe(
    received - 600_000,
  );
  expect(at({ timestamp: "2026-06-01T11:00:00Z" }, received - 50)).toBe(Date.UTC(2026, 5, 1, 11) + 50);
  expect(at({ timestamp: undefined, originalTimestamp: "2026-06-01T13:00:00+02:00" })).toBe(Date.UTC(2026, 5, 1, 11));
  expect(at({ timestamp: undefined })).toBe(received);
  expect(at({ timestamp: "2026-06-01 11:00:00.123456" })).toBe(Date.UTC(2026, 5, 1, 11, 0, 0, 123));
  expect(at({ timestamp: 1_780_000_000 })).toBe(1_780_000_000_000);
});

test("without an id of its own, the same message has the same id", () => {
  const { messageId: _, ...message } = track;
  const id = (one: object) => taken(read(one)).event?.id ?? "";
  expect(id(message)).toMatch(/^[0-9a-f]{24}$/);
  expect(id({ ...message, sentAt: "2026-06-01T11:00:00Z" })).toBe(id(message));
  expect(id({ ...message, event: "other" })).not.toBe(id(message));
  const timeless = { ...message, timestamp: undefined };
  expect(id(timeless), "two that happened at no known time may be two").not.toBe(id(timeless));
});

test("numbers that JavaScript cannot hold keep their digits, also as ids", () => {
  const text =
    '{"type":"track","userId":12345678901234567890,"event":"e","messageId":"m","properties":{"order":9007199254740993,"n":1.50,"s":"12345678901234567890","__proto__":{"x":1}}}';
  const { event } = taken(read(readJson(text)));
  expect(event?.customer).toBe("12345678901234567890");
  expect(event?.properties).toBe('{"order":9007199254740993,"n":1.5,"s":"12345678901234567890","__proto__":{"x":1}}');
  expect(
    taken(read({ ...track, properties: readJson('{"isLosslessNumber":true,"value":"1}","n":1234567890123456789}') }))
      .event?.properties,
  ).toBe('{"isLosslessNumber":true,"value":"1}","n":1234567890123456789}');
});

test("half a letter does not spoil the properties", () => {
  const { event } = taken(read({ ...track, properties: { half: "a\ud800b", whole: "😀", path: "c:\\ud800" } }));
  expect(JSON.parse(event?.properties ?? "")).toEqual({ half: "a\ufffdb", whole: "😀", path: "c:\\ud800" });
  expect(reasonOf({ ...track, userId: "\udfff" })).toBe("not-utf-8");
});

test("what can be no event is refused with its reason", () => {
  const deep = JSON.parse(`${'{"a":'.repeat(101)}1${"}".repeat(101)}`) as object;
  const cases: readonly [unknown, string][] = [
    ["text", "not-a-message"],
    [[track], "not-a-message"],
    [null, "not-a-message"],
    [{ ...track, type: "buy" }, "no-type"],
    [{ ...track, type: undefined }, "no-type"],
    [{ ...track, userId: "" }, "no-customer"],
    [{ ...track, userId: { $ne: 1 } }, "not-a-customer"],
    [{ ...track, userId: "x".repeat(1001) }, "customer-too-long"],
    [{ ...track, userId: "ä".repeat(501) }, "customer-too-long"],
    [{ ...track, event: " " }, "no-name"],
    [{ ...track, event: undefined }, "no-name"],
    [{ ...track, event: 7 }, "no-name"],
    [{ ...track, event: "x".repeat(201) }, "name-too-long"],
    [{ ...track, messageId: "x".repeat(1001) }, "id-too-long"],
    [{ ...track, messageId: 7 }, "not-an-id"],
    [{ ...track, timestamp: "yesterday" }, "not-a-time"],
    [{ ...track, timestamp: "2026-02-30T00:00:00Z" }, "not-a-time"],
    [{ ...track, timestamp: "2026-13-01" }, "not-a-time"],
    [{ ...track, timestamp: "1850-01-01" }, "time-outside"],
    [{ ...track, properties: [1] }, "not-properties"],
    [{ ...track, context: "web" }, "not-properties"],
    [{ ...track, properties: deep }, "too-deep"],
    [{ ...track, properties: { x: "y".repeat(33_000) } }, "too-large"],
  ];
  for (const [message, reason] of cases) expect(reasonOf(message), JSON.stringify(message)?.slice(0, 90)).toBe(reason);
  const { customer, message } = read({ ...track, event: "" }) as Refused;
  expect([customer, JSON.parse(message)]).toEqual(["ann", { ...track, event: "" }]);
});

test("whatever is sent, it is taken or refused, and what is taken is sound", () => {
  const field = fc.constantFrom(
    "type",
    "userId",
    "anonymousId",
    "event",
    "messageId",
    "timestamp",
    "properties",
    "traits",
    "context",
    "sentAt",
  );
  const value = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: "binary" }),
    fc.constantFrom("track", "identify", "alias", "2026-06-01T11:00:00Z"),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(field, value)), (fields) => {
      const reading = read({ ...track, ...Object.fromEntries(fields) });
      if (reading.kind === "refused") return;
      const { event } = reading;
      if (event === undefined) return;
      JSON.parse(event.properties);
      expect(Number.isSafeInteger(event.at)).toBe(true);
      for (const text of [event.customer, event.id, event.name, event.properties])
        expect(text.isWellFormed() && text !== "").toBe(true);
    }),
    { numRuns: 2000 },
  );
});
