import { expect, test } from "vitest";
import type { CustomerPromise } from "../../src/language/experience.ts";
import type { LedgerEvent } from "./event.ts";
import {
  call,
  countPromise,
  event,
  experience,
  firstPromise,
  measurePromise,
  ms,
  names,
  property,
  usual,
} from "./example.ts";
import { judgeByHand } from "./judge.ts";

const journey = { name: "j", follows: "order", path: [], ends: ["end"] };

function verdict(promise: CustomerPromise, events: readonly LedgerEvent[], asOf = "20:00") {
  const own = events.map((one) => ({ ...one, properties: { order: "1", ...one.properties } }));
  const verdicts = judgeByHand(experience(promise, { journeys: [journey] }), own, ms(asOf));
  expect(verdicts).toHaveLength(1);
  return verdicts[0];
}

const ask = event("ask", "10:00");
const calls = (...times: readonly string[]) => times.map((time) => event("call", time));
const never = (rest = {}) => countPromise({ kind: "never", expected: usual({ least: undefined, most: 0 }), ...rest });

test("at most n is missed at the next one, else kept when the window is over", () => {
  expect(verdict(countPromise(), [ask, ...calls("10:00", "11:00", "12:00")])).toMatchObject({
    verdict: "missed",
    answerId: "call 11:00",
    delivered: 3,
    expected: 1,
    dueAt: ms("12:00"),
  });
  expect(verdict(countPromise(), [ask, ...calls("10:00", "12:00:00.001")])).toMatchObject({
    verdict: "kept",
    answerId: undefined,
    delivered: 1,
  });
  expect(verdict(countPromise(), [ask, ...calls("10:30")], "12:00")?.verdict).toBe("open");
  expect(verdict(countPromise(), [ask, ...calls("10:30")], "12:00:00.001")?.verdict).toBe("kept");
  expect(verdict(countPromise(), [...calls("09:59:59.999"), ask, ...calls("10:30")])?.delivered).toBe(1);
});

test("at least n is kept at the n-th, missed when the window is over", () => {
  const twice = countPromise({ expected: usual({ least: 2, most: undefined }) });
  expect(verdict(twice, [ask, ...calls("11:00", "12:00", "13:00")])).toMatchObject({
    verdict: "kept",
    answerId: "call 12:00",
    delivered: 2,
    expected: 2,
  });
  expect(verdict(twice, [ask, ...calls("11:00")], "12:00")?.verdict).toBe("open");
  expect(verdict(twice, [ask, ...calls("11:00")])).toMatchObject({ verdict: "missed", answerId: undefined });
  const anyNumber = countPromise({ expected: usual({ least: 0, most: undefined }) });
  expect(verdict(anyNumber, [ask, ...calls("10:00")], "10:00")).toMatchObject({ verdict: "kept", answerId: undefined });
  expect(verdict({ ...anyNumber, unless: names("cancel") }, [ask, event("cancel", "10:00")])?.verdict).toBe("kept");
});

test("between is missed at the one too many, else decided by the end of the window", () => {
  const one = countPromise({ expected: usual({ least: 1, most: 2 }) });
  expect(verdict(one, [ask, ...calls("10:30", "11:00", "11:30")])).toMatchObject({
    verdict: "missed",
    answerId: "call 11:30",
  });
  expect(verdict(one, [ask, ...calls("10:30")], "12:00")?.verdict).toBe("open");
  expect(verdict(one, [ask, ...calls("10:30")])).toMatchObject({ verdict: "kept", answerId: undefined });
  expect(verdict(one, [ask])?.verdict).toBe("missed");
});

test("counts the asking event itself only for `count`", () => {
  const itself = { count: names("ask") };
  expect(verdict(countPromise(itself), [ask])?.delivered).toBe(1);
  expect(verdict(never(itself), [ask])).toMatchObject({ verdict: "kept", delivered: 0, expected: 0 });
});

test("takes the n-th by time and key, the asking event where its key puts it", () => {
  const promise = countPromise({ count: names("ask", "call") });
  const asking = event("ask", "10:00", {}, { id: "a", key: 5n });
  const beside = (key: bigint) => event("call", "10:00", {}, { id: "b", key });
  expect(verdict(promise, [asking, beside(4n)])).toMatchObject({ verdict: "missed", answerId: "a" });
  expect(verdict(promise, [asking, beside(6n)])).toMatchObject({ verdict: "missed", answerId: "b" });
});

test("never is missed at the first", () => {
  expect(verdict(never(), [ask, ...calls("10:00")])).toMatchObject({ verdict: "missed", answerId: "call 10:00" });
  expect(verdict(never(), [ask], "12:00")?.verdict).toBe("open");
  expect(verdict(never(), [ask], "12:00:00.001")?.verdict).toBe("kept");
});

test("a count is excused within its window and before it is decided", () => {
  const unless = never({ unless: names("cancel") });
  const cancel = (time: string) => event("cancel", time);
  expect(verdict(unless, [ask, cancel("11:00"), ...calls("11:30")])).toMatchObject({
    verdict: "excused",
    answerId: undefined,
    delivered: 1,
    dueAt: ms("12:00"),
  });
  expect(verdict(unless, [ask, cancel("11:00"), ...calls("11:00")])?.verdict).toBe("missed");
  expect(verdict(unless, [ask, cancel("12:00")])?.verdict).toBe("excused");
  expect(verdict(unless, [ask, cancel("12:00:00.001")])?.verdict).toBe("kept");
});

test("the target of a count is the verdict once more with its bound", () => {
  const promise = countPromise({ target: usual({ least: undefined, most: 0 }), unless: names("cancel") });
  const met = (events: readonly LedgerEvent[], asOf?: string) => verdict(promise, [ask, ...events], asOf)?.onTarget;
  expect(met(calls("11:00"))).toBe(false);
  expect(met([])).toBe(true);
  expect(met([], "12:00")).toBeUndefined();
  expect(met([event("cancel", "11:00")])).toBeUndefined();
  expect(verdict(promise, [ask])?.target).toBe(0);
});

test("a measure is judged at the asking event, and cannot be where its property is absent", () => {
  const amount = (value: number | string | null) => event("ask", "10:00", { amount: value });
  expect(verdict(measurePromise(), [amount(10)])).toMatchObject({
    verdict: "kept",
    delivered: 10,
    expected: 10,
    dueAt: ms("10:00"),
    answerId: undefined,
  });
  expect(verdict(measurePromise({ target: usual({ least: 5, most: 7 }) }), [amount("10.5")])).toMatchObject({
    verdict: "missed",
    delivered: 10.5,
    target: 7,
    onTarget: false,
  });
  expect(verdict(measurePromise({ target: usual({ least: 5, most: 7 }) }), [amount(null)])).toMatchObject({
    verdict: "unmeasured",
    delivered: undefined,
    dueAt: ms("10:00"),
    onTarget: undefined,
  });
});

test("a measure meets its bound in spite of binary fractions, but not by more", () => {
  const amount = (value: number) => event("ask", "10:00", { amount: value });
  const bound = (most: number) => measurePromise({ expected: usual({ least: undefined, most }) });
  expect(verdict(bound(0.3), [amount(0.1 + 0.2)])?.verdict).toBe("kept");
  expect(verdict(bound(0.3), [amount(0.3000001)])?.verdict).toBe("missed");
  expect(verdict(bound(3e9), [amount(3e9 + 3)])?.verdict).toBe("kept");
  expect(verdict(bound(3e9), [amount(3e9 + 4)])?.verdict).toBe("missed");
});

test("a measure compares with the latest event before", () => {
  const difference = call("number", "-", property("asked", "amount", "number"), property("quote", "amount", "number"));
  const promise = measurePromise({
    with: [{ name: "quote", event: names("quote") }],
    measure: difference,
    expected: usual({ least: undefined, most: 0 }),
  });
  const quote = (time: string, amount: number, key: bigint) => event("quote", time, { amount }, { id: `${key}`, key });
  const asking = event("ask", "10:00", { amount: 12 });
  expect(
    verdict(promise, [quote("09:00", 10, 1n), quote("10:00", 15, 9n), quote("10:00", 12, 8n), asking]),
  ).toMatchObject({
    verdict: "kept",
    delivered: 0,
  });
  expect(verdict(promise, [asking, quote("10:01", 15, 1n)])?.verdict).toBe("unmeasured");
});

test("a measure with `then` is judged at the answer", () => {
  const promise = measurePromise({
    journey: "j",
    then: names("answer"),
    unless: names("cancel"),
    before: names("offer"),
    measure: property("answer", "amount", "number"),
    target: usual({ least: undefined, most: 5 }),
  });
  const answer = event("answer", "11:00", { amount: 7 });
  expect(verdict(promise, [ask, answer])).toMatchObject({
    verdict: "kept",
    dueAt: ms("11:00"),
    answeredAt: ms("11:00"),
    delivered: 7,
    onTarget: false,
  });
  expect(verdict(promise, [ask])).toMatchObject({ verdict: "open", dueAt: undefined, delivered: undefined });
  expect(verdict(promise, [ask, event("answer", "11:00")])).toMatchObject({
    verdict: "unmeasured",
    answerId: "answer 11:00",
  });
  expect(verdict(promise, [ask, event("end", "11:00")])).toMatchObject({ verdict: "unmeasured", answerId: undefined });
  expect(verdict(promise, [ask, event("cancel", "10:30"), answer])?.verdict).toBe("excused");
  expect(verdict(promise, [ask, event("offer", "10:30"), answer])).toMatchObject({
    verdict: "missed",
    onTarget: false,
    dueAt: undefined,
    delivered: undefined,
  });
});

test("first is kept when done before, equal time included", () => {
  expect(verdict(firstPromise(), [event("check", "10:00"), ask])).toMatchObject({
    verdict: "kept",
    answerId: "check 10:00",
    dueAt: ms("10:00"),
    delivered: 1,
    expected: 1,
  });
  expect(verdict(firstPromise(), [ask, event("check", "10:00:00.001")])).toMatchObject({
    verdict: "missed",
    answerId: undefined,
    delivered: 0,
  });
  expect(verdict(firstPromise({ first: names("ask") }), [ask])?.verdict).toBe("missed");
});

test("first takes the latest, of equal times the one with the smallest key", () => {
  const check = (time: string, key: bigint) => event("check", time, {}, { id: `${key}`, key });
  expect(verdict(firstPromise(), [check("08:00", 1n), check("09:00", 8n), check("09:00", 7n), ask])?.answerId).toBe(
    "7",
  );
});

test("first within is not longer ago than that, inclusive", () => {
  const promise = firstPromise({ within: { kind: "elapsed", ms: 3_600_000 } });
  expect(verdict(promise, [event("check", "09:00"), ask])?.verdict).toBe("kept");
  expect(verdict(promise, [event("check", "08:59:59.999"), ask])).toMatchObject({
    verdict: "missed",
    answerId: undefined,
  });
});
