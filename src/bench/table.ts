import type { BenchResult, Way } from "./run.ts";

const WORDS: Readonly<Record<Way["way"], string>> = {
  yardstick: "written by hand: counts alone",
  scan: "bare scan of its columns",
  counts: "Kept: counts alone",
  rows: "Kept: every verdict written",
};

/** The results as lines of a table, with what did not agree. */
export function linesOf(results: readonly BenchResult[]): string {
  return results.map(sectionOf).join("\n");
}

function sectionOf({ events, ways, disagreements, peakMemory, again }: BenchResult): string {
  const title = `${millions(events)} events`;
  if (again !== undefined) {
    return `${title}, judged again after ${again.newEvents} new events of as many customers: ${again.seconds.toFixed(2)} s\n`;
  }
  const lines = ways.map(({ way, seconds, cpuSeconds, ratio }) =>
    [
      `  ${WORDS[way].padEnd(30)}`,
      `${seconds.toFixed(2).padStart(8)} s`,
      `${cpuSeconds === undefined ? "" : `${cpuSeconds.toFixed(2)} s of processor`}`.padStart(22),
      `${ratio.toFixed(2).padStart(7)} ×`,
      `${((seconds * 1e9) / events).toFixed(0).padStart(7)} ns an event`,
    ].join(" "),
  );
  const memory =
    peakMemory === undefined ? [] : [`  memory of the engine, at most so far: ${Math.round(peakMemory / 2 ** 20)} MiB`];
  const agree =
    disagreements.length === 0 ? ["  all figures agree"] : disagreements.map((words) => `  NOT THE SAME: ${words}`);
  return `${[title, ...lines, ...memory, ...agree].join("\n")}\n`;
}

const millions = (events: number): string =>
  events < 100_000 ? String(events) : `${(events / 1e6).toFixed(1)} million`;
