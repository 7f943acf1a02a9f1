import type { Scope } from "../cel/scope.ts";
import type { Context } from "./context.ts";
import { rootOf } from "./terms.ts";

type Refused = Scope["refused"] extends ReadonlyMap<string, infer R> ? R : never;

const askedTooEarly: Refused = (at, report) => report.add("asked-in-when", at, {});
const noAnswer =
  (reason: string): Refused =>
  (at, report) =>
    report.add("answer-not-here", at, { reason });
const noEvent =
  (known: readonly string[]): Refused =>
  (at, report) =>
    report.add("event-not-here", at, { known });
const noWith =
  (name: string): Refused =>
  (at, report) =>
    report.add("with-not-here", at, { name });

/** In `when` and in occasions: only the event itself. */
export function eventScope(event: string, context: Context): Scope {
  return {
    roots: new Map([["event", rootOf([event], context)]]),
    refused: new Map([
      ["asked", askedTooEarly],
      ["answer", noAnswer("nothing was asked yet")],
    ]),
  };
}

/** In every other condition: the event, and the one that started the clock. */
export function conditionScope(
  event: string,
  asked: readonly string[],
  withs: readonly string[],
  context: Context,
): Scope {
  return {
    roots: new Map([
      ["event", rootOf([event], context)],
      ["asked", rootOf(asked, context)],
    ]),
    refused: new Map([
      ...withs.map((name) => [name, noWith(name)] as const),
      ["answer", noAnswer("a condition looks at event and asked")],
    ]),
  };
}

/** In `by` and `measure`: the asking event, the answer if the promise has one, and the names from `with`. */
export function valueScope(
  asked: readonly string[],
  answer: readonly string[] | undefined,
  withs: ReadonlyMap<string, readonly string[]>,
  context: Context,
): Scope {
  const roots = new Map([...withs].map(([name, events]) => [name, rootOf(events, context)]));
  roots.set("asked", rootOf(asked, context));
  if (answer) roots.set("answer", rootOf(answer, context));
  const refused = new Map([["event", noEvent([...roots.keys()])]]);
  if (!answer) refused.set("answer", noAnswer('this promise has no "then"'));
  return { roots, refused };
}
