import type { PromiseGap } from "../../gaps/gap.ts";
import { countOf } from "../format/count.ts";
import { formatScore } from "../format/score.ts";

/** What customers said, where the promise was kept and where it was broken; null where nobody said anything. */
export function feltSentence({ felt: { kept, broken } }: PromiseGap): string | null {
  const say = (mean: number, n: number) => `${formatScore(mean)} (${countOf(n, "answer", "answers")})`;
  if (kept.mean === null && broken.mean === null) return null;
  if (kept.mean === null || broken.mean === null) {
    if (broken.mean !== null)
      return `Where it was broken they give ${say(broken.mean, broken.n)}; where it was kept nobody answered.`;
    return `Where it was kept they give ${say(kept.mean ?? 0, kept.n)}; where it was broken nobody answered.`;
  }
  const difference = kept.mean - broken.mean;
  const words =
    Math.abs(difference) < 0.05
      ? "no difference"
      : `${formatScore(Math.abs(difference))} ${difference > 0 ? "less" : "more"}`;
  return `Where it was kept they give ${say(kept.mean, kept.n)}, where it was broken ${say(broken.mean, broken.n)}: ${words}.`;
}
