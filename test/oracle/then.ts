import type { Expression, ThenPromise, TimeLimit } from "../../src/language/experience.ts";
import { answerTo } from "./answer.ts";
import { type Asking, ended, type Outcome, scopeWith, valueFor } from "./asking.ts";
import { after } from "./duration.ts";
import type { LedgerEvent } from "./event.ts";
import { evaluate } from "./expression.ts";
import { lastMomentOf } from "./zone.ts";

/** A moment; undefined: none (yet); null: nothing was promised. */
type Due = number | undefined | null;

/** "After that, this comes in time." */
export function judgeThen(promise: ThenPromise, asking: Asking): Outcome {
  const expected = valueFor(promise.expected, asking.occasion);
  const target = promise.target && valueFor(promise.target, asking.occasion);
  const unpromised = (): Outcome => {
    const targetAt = target && dueOf(target, promise, asking, undefined);
    return { verdict: "unpromised", target: seconds(asking, targetAt) };
  };
  const dueBefore = dueOf(expected, promise, asking, undefined);
  if (dueBefore === null) return unpromised();
  const found = answerTo(promise, asking, dueBefore);
  const answer = found.kind === "answered" ? found.event : undefined;
  const dueAt = dueOf(expected, promise, asking, answer);
  if (dueAt === null) return unpromised();

  const targetAt = target && dueOf(target, promise, asking, answer);
  const verdict = word(asking, found.kind, answer, dueAt);
  return {
    verdict,
    dueAt,
    answer,
    delivered: seconds(asking, answer?.at),
    expected: seconds(asking, dueAt),
    target: seconds(asking, targetAt),
    onTarget: target && onTarget(asking, found.kind, verdict, answer, targetAt),
  };
}

const seconds = (asking: Asking, at: Due): number | undefined =>
  at === undefined || at === null ? undefined : (at - asking.asked.at) / 1000;

function dueOf(limit: TimeLimit, promise: ThenPromise, asking: Asking, answer: LedgerEvent | undefined): Due {
  switch (limit.kind) {
    case "eventually":
      return undefined;
    case "within":
      return after(asking.experience, asking.asked.at, limit.duration);
    case "by": {
      if (answer === undefined && namesAnswer(limit.moment)) return undefined;
      const value = evaluate(limit.moment, scopeWith(asking, promise.with, answer));
      if (value === null) return null;
      return limit.moment.type === "date" ? lastMomentOf(String(value), asking.experience.timezone) : Number(value);
    }
  }
}

function namesAnswer(expression: Expression): boolean {
  switch (expression.kind) {
    case "literal":
      return false;
    case "property":
      return expression.of === "answer";
    case "list":
      return expression.items.some(namesAnswer);
    case "call":
      return expression.args.some(namesAnswer);
  }
}

type Kind = ReturnType<typeof answerTo>["kind"];

function word(asking: Asking, kind: Kind, answer: LedgerEvent | undefined, dueAt: number | undefined) {
  if (kind === "excused") return "excused";
  if (kind === "forestalled") return "missed";
  if (answer !== undefined) return dueAt === undefined || answer.at <= dueAt ? "kept" : "late";
  if (dueAt === undefined) return ended(asking) ? "missed" : "open";
  return asking.asOf > dueAt ? "missed" : "open";
}

function onTarget(
  asking: Asking,
  kind: Kind,
  verdict: string,
  answer: LedgerEvent | undefined,
  targetAt: Due,
): boolean | undefined {
  if (kind === "excused" || targetAt === null) return undefined;
  if (kind === "forestalled") return false;
  if (answer !== undefined) return targetAt === undefined || answer.at <= targetAt;
  if (targetAt === undefined) return verdict === "missed" ? false : undefined;
  return asking.asOf > targetAt ? false : undefined;
}
