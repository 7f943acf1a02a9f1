import type { LegUse } from "../../gaps/gap.ts";
import { formatBriefDuration } from "../format/duration.ts";
import { formatRate } from "../format/rate.ts";
import { worstLegSentence } from "../words/legs.ts";
import type { Ink } from "./ink.ts";
import { cut, padEnd, padStart, plain, widthOf, wrap } from "./words.ts";

/** Where the time goes: each leg when the promise is kept, above it when it is late. */
export function legLines(legs: readonly LegUse[], width: number, ink: Ink): string[] {
  const names = legs.map((leg) => `${plain(leg.from)} → ${plain(leg.to)}`);
  const nameWidth = Math.min(Math.floor(width * 0.46), Math.max(...names.map(widthOf)));
  const barWidth = Math.max(8, Math.min(40, width - nameWidth - 35));
  const longest = Math.max(1, ...legs.flatMap((leg) => [leg.kept_p50 ?? 0, leg.late_p50 ?? 0]));
  const bar = (seconds: number | null) =>
    padEnd("█".repeat(Math.max(0, Math.ceil(((seconds ?? 0) / longest) * barWidth))), barWidth);
  const time = (seconds: number | null) => padStart(cut(seconds === null ? "–" : formatBriefDuration(seconds), 8), 8);
  const sentence = worstLegSentence(
    legs.map((leg) => ({ ...leg, from: plain(leg.from), to: plain(leg.to), team: leg.team && plain(leg.team) })),
  );
  const rows = legs.flatMap((leg, i) => {
    const share = leg.share_of_late === null ? "" : `${formatRate(leg.share_of_late)} of late`;
    const team = leg.team === null ? "" : `${leg.outside ? "*" : ""}${plain(leg.team)}`;
    return [
      [padEnd(cut(names[i] ?? "", nameWidth), nameWidth), "kept", time(leg.kept_p50), ink.kept(bar(leg.kept_p50))].join(
        " ",
      ),
      [
        ink.soft(padEnd(cut(team, nameWidth), nameWidth)),
        "late",
        time(leg.late_p50),
        ink.broken(bar(leg.late_p50)),
        share,
      ].join(" "),
    ];
  });
  return [...(sentence === null ? [] : wrap(sentence, width)), ...rows];
}
