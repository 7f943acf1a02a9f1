import type { Bound, CountPromise } from "../../src/language/experience.ts";
import { type Asking, following, matching, type Outcome, valueFor } from "./asking.ts";
import { after } from "./duration.ts";
import { firstOf, inOrder, type LedgerEvent } from "./event.ts";

interface Decision {
  readonly verdict: "kept" | "missed" | "open" | "excused";
  readonly by: LedgerEvent | undefined;
}

/** "This happens to me at most, or at least, so often." */
export function judgeCount(promise: CountPromise, asking: Asking): Outcome {
  const end = after(asking.experience, asking.asked.at, promise.for);
  const own = promise.kind === "count" ? [asking.asked] : [];
  const counted = inOrder(
    matching(asking, promise.count, [...own, ...following(asking)]).filter((event) => event.at <= end),
  );
  const excuse = firstOf(matching(asking, promise.unless, following(asking)));
  const over = asking.asOf > end;
  const decide = (bound: Bound): Decision => {
    if (bound.least === 0 && bound.most === undefined) return { verdict: "kept", by: undefined };
    const decided = decideBound(bound, counted, over);
    if (excuse === undefined || excuse.at > end) return decided;
    if (decided.by !== undefined && excuse.at >= decided.by.at) return decided;
    return { verdict: "excused", by: undefined };
  };

  const expected = valueFor(promise.expected, asking.occasion);
  const target = promise.target && valueFor(promise.target, asking.occasion);
  const { verdict, by } = decide(expected);
  return {
    verdict,
    dueAt: end,
    answer: by,
    delivered: counted.length,
    expected: expected.most ?? expected.least,
    target: target && (target.most ?? target.least),
    onTarget: verdict === "excused" || target === undefined ? undefined : met(decide(target)),
  };
}

function decideBound({ least, most }: Bound, counted: readonly LedgerEvent[], over: boolean): Decision {
  const tooMany = most === undefined ? undefined : counted[most];
  if (tooMany !== undefined) return { verdict: "missed", by: tooMany };
  const enough = least !== undefined && most === undefined ? counted[least - 1] : undefined;
  if (enough !== undefined) return { verdict: "kept", by: enough };
  if (!over) return { verdict: "open", by: undefined };
  return { verdict: counted.length >= (least ?? 0) ? "kept" : "missed", by: undefined };
}

function met({ verdict }: Decision): boolean | undefined {
  return verdict === "kept" ? true : verdict === "missed" ? false : undefined;
}
