import { OUTCOMES, type OutcomeCost, type PromiseCost } from "../value/cost/cost.ts";
import type { DriversOrRefusal } from "../value/drivers/driver.ts";
import { GRADE_WORDS } from "../value/estimate.ts";
import { countOf, formatCount } from "./format/count.ts";
import { formatMoment } from "./format/moment.ts";
import { formatRate } from "./format/rate.ts";
import { type Ink, inkOf } from "./terminal/ink.ts";
import type { Screen } from "./terminal/screen.ts";
import { tableLines } from "./terminal/table.ts";
import { cut, padEnd, padStart, paragraph, plain, wrap } from "./terminal/words.ts";
import { bestOf, costNotes, costSentence, formatDifference, formatEnds, OUTCOME_WORDS } from "./words/cost.ts";
import { adjustedPoints, johnsonWords } from "./words/drivers.ts";

export interface ValueText {
  readonly experience: string;
  /** ISO 8601, UTC. */
  readonly as_of: string;
  readonly timezone: string;
  readonly currency: string | null;
  readonly costs: readonly PromiseCost[];
  readonly drivers: DriversOrRefusal;
}

const HEAD = 12;
const FIGURE = 14;
const ENDS = 26;

/** What broken promises cost and which of them move the felt score most, for a terminal. */
export function valueText(value: ValueText, screen: Screen): string {
  const width = Math.max(60, screen.width);
  const ink = inkOf(screen.color);
  const days = Math.round(value.costs[0]?.window_days ?? 0);
  const blocks = [
    [
      ink.strong(cut(`${plain(value.experience)}: what a broken promise costs`, width)),
      ...wrap(
        `as of ${formatMoment(value.as_of, value.timezone)} ${plain(value.timezone)} · buying again and what is brought in: within ${days} days`,
        width,
      ).map(ink.soft),
    ],
    ...value.costs.map((cost) => costLines(cost, value.currency, width, ink)),
    legend(value.costs, width, ink),
    driverLines(value.drivers, value.costs, width, ink),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => paragraph(lines))
    .join("\n");
}

/** One promise: a line for each outcome, then what it means. */
export function costLines(cost: PromiseCost, currency: string | null, width: number, ink: Ink): string[] {
  const counted = `${plain(cost.promise)} · ${countOf(cost.broken, "broken", "broken")}, ${countOf(cost.kept, "kept", "kept")}`;
  return [
    ...wrap(`“${plain(cost.says)}”`, width).map(ink.strong),
    ...wrap(counted, width).map(ink.soft),
    ...costTable(cost, currency, width, ink),
  ];
}

/** The lines of the outcomes alone, with what they mean. */
export function costTable(cost: PromiseCost, currency: string | null, width: number, ink: Ink): string[] {
  return OUTCOMES.flatMap((outcome) => {
    const own = cost[outcome];
    const words = [costSentence(own, currency, cost.window_days), ...costNotes(own)].join(" ");
    return [figureLine(own, currency, width, ink), ...wrap(words, width, "  ").map(ink.soft)];
  });
}

function figureLine(cost: OutcomeCost, currency: string | null, width: number, ink: Ink): string {
  const best = bestOf(cost);
  const head = padEnd(OUTCOME_WORDS[cost.outcome], HEAD);
  if (best === null) return `${head}${padStart("–", FIGURE)}  not known`;
  const figure = padStart(formatDifference(best.value, cost.unit, currency), FIGURE);
  const ends = padEnd(formatEnds(best, cost.unit, currency), ENDS);
  const paint = best.high < 0 ? ink.broken : best.low > 0 ? ink.kept : ink.soft;
  return cut(`${head}${figure}  ${ends}  grade ${best.grade}  n ${formatCount(best.n)}`, width).replace(
    figure,
    paint(figure),
  );
}

function legend(costs: readonly PromiseCost[], width: number, ink: Ink): string[] {
  const grades = new Set(costs.flatMap((cost) => OUTCOMES.flatMap((outcome) => bestOf(cost[outcome])?.grade ?? [])));
  return [...grades].sort().flatMap((grade) => wrap(`Grade ${grade}: ${GRADE_WORDS[grade]}.`, width).map(ink.soft));
}

function driverLines(
  drivers: DriversOrRefusal,
  costs: readonly PromiseCost[],
  width: number,
  ink: Ink,
): readonly string[] {
  const head = ink.strong("Which broken promises move the felt score most");
  if (drivers.kind === "refusal")
    return [head, ...wrap(`It cannot be known: ${drivers.reason} Needed: ${drivers.needed}`, width)];
  const about = `Of what ${countOf(drivers.n, "customer", "customers")} said last, broken promises explain ${formatRate(drivers.explained)}; a promise counts when it was broken in the ${Math.round(drivers.window_days)} days before.`;
  const rows = drivers.promises.map((one) => [
    plain(one.promise),
    formatRate(one.share.value),
    `${formatRate(one.share.low)}–${formatRate(one.share.high)}`,
    formatDifference(one.points.value, "points", null),
    formatEnds(one.points, "points", null),
    adjustedPoints(costs, one.promise),
  ]);
  const heads = ["", "Share", "", "Points", "", "Adjusted"].map((head, i) => ({ head, figures: i > 0 }));
  const left = drivers.left_out.map(({ promise, why }) => `${plain(promise)}: ${why}`).join("; ");
  return [
    head,
    ...wrap(about, width).map(ink.soft),
    ...tableLines(heads, rows, width, ink),
    ...wrap(
      `Shares are averaged over all orders in which the promises could be looked at (LMG); ${johnsonWords(drivers)} Points hold the other promises equal. Seen together, and no more: grade D. Adjusted is what a broken one costs of the felt score, as above.`,
      width,
    ).map(ink.soft),
    ...(left === "" ? [] : wrap(`Left out: ${left}.`, width).map(ink.soft)),
  ];
}
