import type { JourneyPath } from "../../gaps/gap.ts";
import { countOf } from "../format/count.ts";
import { formatDuration } from "../format/duration.ts";
import { formatRate } from "../format/rate.ts";

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
