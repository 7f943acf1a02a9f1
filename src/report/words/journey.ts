import type { JourneyPath } from "../../gaps/gap.ts";
import { countOf } from "../format/count.ts";
import { formatDuration } from "../format/duration.ts";
import { formatRate } from "../format/rate.ts";

/** A way with the same step again and again put together. */
export function runsOf(way: readonly string[]): readonly { readonly event: string; readonly times: number }[] {
  const runs: { event: string; times: number }[] = [];
  for (const event of way) {
    const last = runs.at(-1);
    if (last?.event === event) last.times += 1;
    else runs.push({ event, times: 1 });
  }
  return runs;
}

type Briefly = Pick<JourneyPath, "subjects" | "path" | "as_meant" | "variant_count" | "throughput">;

/** How a journey is gone, in two or three sentences. */
export function journeySentence({ subjects, path, as_meant, variant_count, throughput }: Briefly): string {
  const ways = variant_count === 1 ? "all in one way" : `in ${countOf(variant_count, "way", "different ways")}`;
  const gone = `${countOf(subjects, "was", "were")} begun, ${ways}.`;
  if (subjects === 0 || throughput === null || throughput.n === 0) return "None was begun.";
  const meant = path.length < 2 ? "" : ` ${formatRate(as_meant / subjects)} went as it is meant.`;
  const { p50, p90 } = throughput;
  const time = ` From first to last event half take at most ${formatDuration(p50)}, nine in ten at most ${formatDuration(p90)}.`;
  return `${gone}${meant}${time}`;
}
