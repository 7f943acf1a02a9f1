import type { Term } from "../../src/language/experience.ts";
import { type Asking, following, matching } from "./asking.ts";
import { firstOf, type LedgerEvent, latestOf } from "./event.ts";

export type Answer =
  | { readonly kind: "answered"; readonly event: LedgerEvent }
  | { readonly kind: "unanswered" }
  /** Something came that must not come before. */
  | { readonly kind: "forestalled" }
  | { readonly kind: "excused" };

interface Asked {
  readonly then: Term;
  readonly unless: Term;
  readonly before: Term;
  readonly undoneBy: Term;
}

/** What came of an asking: steps 1 to 3 of `then`. `dueAt`: undefined where no moment is known before the answer is. */
export function answerTo(promise: Asked, asking: Asking, dueAt: number | undefined): Answer {
  const answer = standingAnswer(promise, asking);
  const forestalling = firstOf(matching(asking, promise.before, following(asking)));
  const excuse = firstOf(matching(asking, promise.unless, following(asking)));
  const answeredAt = answer?.at ?? Number.POSITIVE_INFINITY;
  const forestalledAt = forestalling?.at ?? Number.POSITIVE_INFINITY;
  const latestExcuse = Math.min(forestalledAt, dueAt ?? Number.POSITIVE_INFINITY);

  if (excuse !== undefined && excuse.at < answeredAt && excuse.at <= latestExcuse) return { kind: "excused" };
  if (forestalling !== undefined && forestalledAt < answeredAt) return { kind: "forestalled" };
  return answer === undefined ? { kind: "unanswered" } : { kind: "answered", event: answer };
}

/** The first that was not undone later. */
function standingAnswer(promise: Asked, asking: Asking): LedgerEvent | undefined {
  const undoing = latestOf(matching(asking, promise.undoneBy, following(asking)));
  const answers = matching(asking, promise.then, following(asking));
  if (undoing === undefined) return firstOf(answers);
  return firstOf(answers.filter((event) => event !== undoing && event.at >= undoing.at));
}
