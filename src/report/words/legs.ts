import type { LegUse } from "../../gaps/gap.ts";
import { formatDuration } from "../format/duration.ts";
import { formatRate } from "../format/rate.ts";

/** The leg that cost the late promises most, and who answers for it; null where none was late. */
export function worstLegSentence(legs: readonly LegUse[]): string | null {
  const known = legs.filter((leg) => leg.share_of_late !== null && leg.share_of_late > 0);
  const worst = known.toSorted((a, b) => (b.share_of_late ?? 0) - (a.share_of_late ?? 0))[0];
  if (worst === undefined) return null;
  const team = worst.team === null ? "" : `, where ${worst.team} ${worst.outside ? "(outside) " : ""}answers`;
  const usual =
    worst.kept_p50 === null || worst.late_p50 === null
      ? ""
      : ` It usually takes ${formatDuration(worst.kept_p50)}, and ${formatDuration(worst.late_p50)} when the promise comes late.`;
  return `Of the late ones, ${formatRate(worst.share_of_late)} lost most of their time between ${worst.from} and ${worst.to}${team}.${usual}`;
}
