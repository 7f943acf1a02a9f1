import { expect, test } from "vitest";
import type { ThenPromise } from "../../src/language/experience.ts";
import type { LedgerEvent } from "./event.ts";
import {
  call,
  event,
  eventually,
  experience,
  hours,
  literal,
  ms,
  names,
  property,
  thenPromise,
  usual,
} from "./example.ts";
import { judgeByHand } from "./judge.ts";

const journey = { name: "j", follows: "order", path: [], ends: ["end"] };

/** The one verdict on `ask` at 10:00, as of a time. */
function verdict(promise: Partial<ThenPromise>, events: readonly LedgerEvent[], asOf: string) {
  const file = experience(thenPromise(promise), { journeys: [journey] });
  const own = events.map((one) => ({ ...one, properties: { order: "1", ...one.properties } }));
  const verdicts = judgeByHand(file, own, ms(asOf));
  expect(verdicts).toHaveLength(1);
  return verdicts[0];
}

const ask = event("ask", "10:00");

test("is kept when answered in time, the due moment included", () => {
  expect(verdict({}, [ask, event("answer", "12:00")], "20:00")).toMatchObject({
    verdict: "kept",
    dueAt: ms("12:00"),
    answeredAt: ms("12:00"),
    answerId: "answer 12:00",
    delivered: 7200,
    expected: 7200,
    target: undefined,
    onTarget: undefined,
  });
});

test("is late a millisecond after the due moment", () => {
  expect(verdict({}, [ask, event("answer", "12:00:00.001")], "20:00")).toMatchObject({
    verdict: "late",
    delivered: 7200.001,
  });
});

test("is open until the due moment has passed, then missed", () => {
  expect(verdict({}, [ask], "12:00")?.verdict).toBe("open");
  expect(verdict({}, [ask], "12:00:00.001")).toMatchObject({
    verdict: "missed",
    answerId: undefined,
    dueAt: ms("12:00"),
  });
});

test("does not know events after the judged moment", () => {
  const events = [ask, event("answer", "11:00"), event("undo", "11:30")];
  expect(verdict({ undoneBy: names("undo") }, events, "11:00")?.verdict).toBe("kept");
  expect(verdict({ undoneBy: names("undo") }, events, "11:30")?.verdict).toBe("open");
  expect(verdict({}, [ask, event("answer", "11:00")], "10:59:59.999")?.verdict).toBe("open");
});

test("counts equal time as after, whatever the keys, and nothing earlier", () => {
  const same = event("answer", "10:00", {}, { key: 0n });
  expect(verdict({}, [ask, same], "20:00")).toMatchObject({ verdict: "kept", delivered: 0 });
  expect(verdict({}, [event("answer", "09:59:59.999"), ask], "20:00")?.verdict).toBe("missed");
});

test("is never answered by the asking event itself", () => {
  expect(verdict({ then: names("ask") }, [ask], "20:00")?.verdict).toBe("missed");
});

test("starts a clock at every asking, and one answer answers all", () => {
  const file = experience(thenPromise());
  const events = [event("ask", "10:00"), event("ask", "11:30"), event("answer", "12:30")];
  expect(judgeByHand(file, events, ms("20:00")).map((one) => one.verdict)).toEqual(["late", "kept"]);
});

test("takes the smallest key among answers of equal time", () => {
  const events = [
    ask,
    event("answer", "11:00", {}, { id: "b", key: 9n }),
    event("answer", "11:00", {}, { id: "a", key: 10n }),
  ];
  expect(verdict({}, events, "20:00")?.answerId).toBe("b");
});

test("is answered by the first answer after the last undoing", () => {
  const events = [
    ask,
    event("answer", "10:30"),
    event("undo", "10:40"),
    event("answer", "10:50"),
    event("answer", "11:00"),
  ];
  expect(verdict({ undoneBy: names("undo") }, events, "20:00")?.answerId).toBe("answer 10:50");
  expect(
    verdict({ undoneBy: names("undo") }, [...events, event("undo", "11:00", {}, { key: 10n ** 9n })], "20:00"),
  ).toMatchObject({
    verdict: "kept",
    answerId: "answer 11:00",
  });
  expect(verdict({ undoneBy: names("undo") }, [...events, event("undo", "11:01")], "20:00")?.verdict).toBe("missed");
});

test("does not take the last undoing for its answer", () => {
  const both = { then: names("answer"), undoneBy: names("answer") };
  expect(verdict(both, [ask, event("answer", "10:30")], "20:00")?.verdict).toBe("missed");
  const twice = [
    event("answer", "10:30", {}, { id: "b", key: 9n }),
    event("answer", "10:30", {}, { id: "a", key: 10n }),
  ];
  expect(verdict(both, [ask, ...twice], "20:00")?.answerId).toBe("a");
});

test("is missed there and then when something comes that must not come before", () => {
  const before = { before: names("offer") };
  expect(verdict(before, [ask, event("offer", "10:30"), event("answer", "11:00")], "11:00")).toMatchObject({
    verdict: "missed",
    answerId: undefined,
    answeredAt: undefined,
    delivered: undefined,
    dueAt: ms("12:00"),
  });
  expect(verdict(before, [ask, event("offer", "10:30")], "10:30")?.verdict).toBe("missed");
  expect(verdict(before, [ask, event("offer", "11:00"), event("answer", "11:00")], "20:00")?.verdict).toBe("kept");
  expect(verdict(before, [event("offer", "09:00"), ask, event("answer", "11:00")], "20:00")?.verdict).toBe("kept");
});

test("is excused by what comes before the answer and not after the due moment", () => {
  const unless = { unless: names("cancel") };
  expect(verdict(unless, [ask, event("cancel", "12:00")], "20:00")).toMatchObject({
    verdict: "excused",
    dueAt: ms("12:00"),
  });
  expect(verdict(unless, [ask, event("cancel", "12:00:00.001")], "20:00")?.verdict).toBe("missed");
  expect(verdict(unless, [ask, event("cancel", "11:00"), event("answer", "11:30")], "20:00")).toMatchObject({
    verdict: "excused",
    answerId: undefined,
    delivered: undefined,
  });
  expect(verdict(unless, [ask, event("cancel", "11:00"), event("answer", "11:00")], "20:00")?.verdict).toBe("kept");
  expect(verdict(unless, [event("cancel", "09:00"), ask], "20:00")?.verdict).toBe("missed");
});

test("is excused when the excuse is not later than what must not come before", () => {
  const both = { unless: names("cancel"), before: names("offer") };
  expect(verdict(both, [ask, event("cancel", "11:00"), event("offer", "11:00")], "20:00")?.verdict).toBe("excused");
  expect(verdict(both, [ask, event("cancel", "11:00:00.001"), event("offer", "11:00")], "20:00")?.verdict).toBe(
    "missed",
  );
});

test("eventually is open until the answer or the end of the journey", () => {
  const promise = { journey: "j", expected: usual(eventually) };
  expect(verdict(promise, [ask], "20:00")).toMatchObject({ verdict: "open", dueAt: undefined, expected: undefined });
  expect(verdict(promise, [ask, event("end", "15:00")], "20:00")?.verdict).toBe("missed");
  expect(verdict(promise, [event("end", "09:00"), ask], "20:00")?.verdict).toBe("open");
  expect(verdict(promise, [ask, event("end", "15:00"), event("answer", "16:00")], "20:00")).toMatchObject({
    verdict: "kept",
    delivered: 21600,
  });
  expect(verdict({ ...promise, journey: undefined }, [ask, event("end", "15:00")], "20:00")?.verdict).toBe("open");
});

const by = (of: string, type: "date" | "moment") =>
  usual({ kind: "by", moment: property(of, "promised", type) } as const);

test("by a date means until the last millisecond of that day", () => {
  const on = (day: string) => event("ask", "10:00", { promised: day });
  const promise = { expected: by("asked", "date") };
  expect(verdict(promise, [on("2024-01-01"), event("answer", "23:59:59.999")], "2024-02-01T00:00")).toMatchObject({
    verdict: "kept",
    dueAt: ms("23:59:59.999"),
  });
  expect(verdict(promise, [on("2024-01-01"), event("answer", "2024-01-02T00:00")], "2024-02-01T00:00")?.verdict).toBe(
    "late",
  );
});

test("promises nothing where `by` is null, whatever else happens", () => {
  const promise = { expected: by("asked", "moment"), target: usual(hours(3)), unless: names("cancel") };
  expect(verdict(promise, [ask, event("cancel", "10:30"), event("answer", "11:00")], "20:00")).toMatchObject({
    verdict: "unpromised",
    dueAt: undefined,
    answerId: undefined,
    delivered: undefined,
    expected: undefined,
    target: 10800,
    onTarget: undefined,
  });
});

test("has no due moment before there is an answer where `by` names it", () => {
  const promise = { journey: "j", expected: by("answer", "moment"), unless: names("cancel"), before: names("offer") };
  const answer = (promised: string | null) => event("answer", "12:00", { promised });
  expect(verdict(promise, [ask], "20:00")).toMatchObject({ verdict: "open", dueAt: undefined });
  expect(verdict(promise, [ask, event("end", "11:00")], "20:00")?.verdict).toBe("missed");
  expect(verdict(promise, [ask, answer("2024-01-01T12:00:00Z")], "20:00")).toMatchObject({
    verdict: "kept",
    expected: 7200,
  });
  expect(verdict(promise, [ask, answer("2024-01-01T11:59:59Z")], "20:00")?.verdict).toBe("late");
  expect(verdict(promise, [ask, answer(null)], "20:00")).toMatchObject({ verdict: "unpromised", answerId: undefined });
  const excused = [ask, event("cancel", "11:50"), answer("2024-01-01T11:00:00Z")];
  expect(verdict(promise, excused, "20:00")).toMatchObject({ verdict: "excused", dueAt: undefined });
  expect(verdict(promise, [ask, event("offer", "11:50"), answer(null)], "20:00")?.verdict).toBe("missed");
});

test("reads the latest earlier event by the name given in `with`", () => {
  const quote = { kind: "by", moment: property("quote", "promised", "moment") } as const;
  const promise = { with: [{ name: "quote", event: names("quote") }], expected: usual(quote) };
  const given = (time: string, promised: string) => event("quote", time, { promised: `2024-01-01T${promised}Z` });
  const events = [given("08:00", "11:00:00"), given("10:00", "13:00:00"), given("10:01", "15:00:00"), ask];
  expect(verdict(promise, events, "20:00")?.dueAt).toBe(ms("13:00"));
  expect(verdict(promise, [ask], "20:00")?.verdict).toBe("unpromised");
});

test("binds the answer to the asking by its condition", () => {
  const same = call("yes-no", "=", property("event", "topic", "text"), property("asked", "topic", "text"));
  const promise = { then: [{ event: "answer", if: same }] };
  const about = (topic: string | null) => event("ask", "10:00", { topic });
  const events = [event("answer", "10:30", { topic: "b" }), event("answer", "11:00", { topic: "a" })];
  expect(verdict(promise, [about("a"), ...events], "20:00")?.delivered).toBe(3600);
  expect(verdict(promise, [about(null), ...events, event("answer", "11:30", { topic: null })], "20:00")?.verdict).toBe(
    "missed",
  );
});

test("judges the target like the verdict, against its own moment", () => {
  const target = { target: usual(hours(1)) };
  const onTarget = (events: readonly LedgerEvent[], asOf: string, promise: Partial<ThenPromise> = {}) => {
    const { verdict: word, onTarget: met, target: number } = verdict({ ...target, ...promise }, events, asOf) ?? {};
    return [word, met, number];
  };
  expect(onTarget([ask, event("answer", "11:00")], "20:00")).toEqual(["kept", true, 3600]);
  expect(onTarget([ask, event("answer", "11:30")], "20:00")).toEqual(["kept", false, 3600]);
  expect(onTarget([ask], "11:00")).toEqual(["open", undefined, 3600]);
  expect(onTarget([ask], "11:00:00.001")).toEqual(["open", false, 3600]);
  expect(onTarget([ask, event("cancel", "11:30")], "20:00", { unless: names("cancel") })).toEqual([
    "excused",
    undefined,
    3600,
  ]);
  expect(onTarget([ask, event("offer", "10:30")], "10:30", { before: names("offer") })).toEqual([
    "missed",
    false,
    3600,
  ]);
  expect(onTarget([ask], "12:30", { target: usual(hours(3)) })).toEqual(["missed", undefined, 10800]);
  expect(onTarget([ask], "12:30", { target: usual(eventually) })).toEqual(["missed", false, undefined]);
  expect(onTarget([ask], "12:00", { target: usual(eventually) })).toEqual(["open", undefined, undefined]);
  expect(onTarget([ask, event("answer", "19:00")], "20:00", { target: usual(eventually) })).toEqual([
    "late",
    true,
    undefined,
  ]);
  expect(
    onTarget([ask, event("offer", "10:30")], "20:00", { before: names("offer"), target: by("asked", "moment") }),
  ).toEqual(["missed", undefined, undefined]);
});

test("has other values for other occasions, the first in the file that any event shows", () => {
  const when = (reason: string) => [
    { event: "note", if: call("yes-no", "=", property("event", "reason", "text"), literal("text", reason)) },
  ];
  const occasion = (name: string) => ({
    name,
    when: when(name),
    life: undefined,
    hopes: undefined,
    ifWeFail: undefined,
    ifWeShine: undefined,
    stakes: 1,
  });
  const expected = { usual: hours(2), for: [{ occasion: "gift", value: hours(1) }] };
  const file = experience(thenPromise({ expected }), { occasions: [occasion("broken"), occasion("gift")] });
  const notes = (...reasons: readonly string[]) => reasons.map((reason, i) => event("note", `15:0${i}`, { reason }));
  const judged = (...reasons: readonly string[]) => judgeByHand(file, [ask, ...notes(...reasons)], ms("20:00"))[0];
  expect(judged()).toMatchObject({ occasion: undefined, expected: 7200 });
  expect(judged("gift")).toMatchObject({ occasion: "gift", expected: 3600 });
  expect(judged("gift", "broken")).toMatchObject({ occasion: "broken", expected: 7200 });
  expect(judgeByHand(file, [ask, ...notes("gift")], ms("14:00"))[0]?.occasion).toBeUndefined();
});
