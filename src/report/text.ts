import type { PromiseGap, Report } from "../gaps/gap.ts";
import type { PromiseCost } from "../value/cost/cost.ts";
import type { Equity } from "../value/equity/equity.ts";
import { isRefusal, type Refusal } from "../value/estimate.ts";
import type { EquityAtRisk } from "../value/findings/equity-at-risk.ts";
import { countOf, formatCount } from "./format/count.ts";
import { formatDay, formatMoment } from "./format/moment.ts";
import { formatGoal, formatInterval, formatRate } from "./format/rate.ts";
import { isFew, threeMarks } from "./marks/three-marks.ts";
import { type Ink, inkOf, signOf } from "./terminal/ink.ts";
import type { Screen } from "./terminal/screen.ts";
import { signatureLines } from "./terminal/signature.ts";
import { countIn, cut, padEnd, padStart, paragraph, plain, wrap } from "./terminal/words.ts";
import { costBrief } from "./words/cost.ts";
import { broken } from "./words/counts.ts";
import { lead as leadOfWorth } from "./words/equity.ts";
import { equityAtRiskSentences } from "./words/equity-at-risk.ts";
import { leadOf } from "./words/lead.ts";
import { standingOf } from "./words/standing.ts";

interface Layout {
  readonly words: number;
  readonly line: number;
  readonly last: number;
}

const KEPT = 6;
const GOAL = 8;
const GAP = "  ";

/** What goes beyond counting, where it was measured. */
interface Valued {
  readonly costs?: readonly PromiseCost[];
  readonly equity?: Equity | Refusal | undefined;
  readonly at_risk?: EquityAtRisk | Refusal | undefined;
}

/** The report for a terminal: what matters most, then two or three lines for every promise. */
export function reportText(report: Report, screen: Screen, { costs = [], equity, at_risk }: Valued = {}): string {
  const width = Math.max(60, screen.width);
  const ink = inkOf(screen.color);
  const blocks = [
    masthead(report, width, ink),
    lead(report, width, ink),
    table(report, width, ink),
    costLines(costs, report.currency, width, ink),
    worthLines({ equity, at_risk }, report.currency, width, ink),
    unknown(report, width, ink),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => paragraph(lines))
    .join("\n")}`;
}

function masthead(report: Report, width: number, ink: Ink): string[] {
  const { timezone, first_event, last_event } = report;
  const known = first_event !== null && last_event !== null;
  const facts = [
    `as of ${formatMoment(report.as_of, timezone)} ${plain(timezone)}`,
    countOf(report.customers, "customer", "customers"),
    countOf(report.events, "event", "events"),
    known ? `${formatDay(first_event, timezone)} to ${formatDay(last_event, timezone)}` : "no event yet",
  ];
  return [ink.strong(cut(plain(report.experience), width)), ...wrap(facts.join(" · "), width).map(ink.soft)];
}

function lead(report: Report, width: number, ink: Ink): string[] {
  const { before, says, after, then } = leadOf(report);
  const sentence = says === null ? before : `${before}“${plain(says)}”${after}`;
  return [...wrap(sentence, width).map(ink.strong), ...(then === null ? [] : wrap(then, width))];
}

function table(report: Report, width: number, ink: Ink): string[] {
  if (report.promises.length === 0) return [];
  const layout = layoutOf(width);
  const rows = report.promises.flatMap((gap) => [...rowOf(gap, report.currency, layout, ink), ""]);
  return [heads(layout, ink), ink.soft("─".repeat(width)), ...rows, ...legend(report, width, ink)];
}

/** What a broken one costs where that is proven, in a line each; how many more there are, in one. */
function costLines(costs: readonly PromiseCost[], currency: string | null, width: number, ink: Ink): string[] {
  if (costs.length === 0) return [];
  const known = costs.flatMap((cost) => {
    const brief = costBrief(cost, currency, true);
    return brief === null ? [] : [{ promise: cost.promise, brief }];
  });
  const silent = costs.length - known.length;
  return [
    ink.strong("What a broken promise costs"),
    ...known.flatMap(({ promise, brief }) => wrap(`${plain(promise)}: ${brief}`, width)),
    ...(silent === 0
      ? []
      : wrap(`For ${countOf(silent, "promise", "promises")} no cost is proven: kept value says why.`, width).map(
          ink.soft,
        )),
  ];
}

/** What customers are worth and what of it is at risk, in a few sentences. */
function worthLines({ equity, at_risk }: Valued, currency: string | null, width: number, ink: Ink): string[] {
  if (equity === undefined) return [];
  const worth = isRefusal(equity)
    ? [`It cannot be said. ${equity.reason} What would be needed: ${equity.needed}`]
    : [...leadOfWorth(equity), ...(at_risk === undefined ? [] : equityAtRiskSentences(at_risk, currency).slice(0, 1))];
  return [
    ink.strong("What customers are worth"),
    ...worth.flatMap((sentence) => wrap(plain(sentence), width)),
    ...wrap("More of it: kept equity; whom to help first: kept at-risk.", width).map(ink.soft),
  ];
}

function layoutOf(width: number): Layout {
  const last = Math.min(18, 13 + Math.max(0, Math.floor((width - 80) / 8)));
  const room = width - KEPT - GOAL - last - 4 * GAP.length;
  const line = Math.min(40, Math.floor(room * 0.42));
  return { words: room - line, line, last };
}

function heads(layout: Layout, ink: Ink): string {
  const cells = [
    padEnd("Promise", layout.words),
    padEnd("Delivered", layout.line),
    padStart("Kept", KEPT),
    padEnd("  Goal", GOAL),
    padStart("Broken", layout.last),
  ];
  return ink.soft(cells.join(GAP));
}

/** The customer's words are never cut in the middle of the first line: they may take two, then the name takes a third. */
function rowOf(gap: PromiseGap, currency: string | null, layout: Layout, ink: Ink): string[] {
  const [density, marks] = signatureLines(gap, currency, layout.line, ink);
  const says = wrap(plain(gap.says), layout.words);
  const shown = says.length > 2 ? [says[0] ?? "", cut(says.slice(1).join(" "), layout.words)] : says;
  const name = ink.soft(cut(plain(gap.promise), layout.words));
  const words = [...shown.map(ink.strong), name];
  const [rate, interval] = rateCells(gap, ink);
  const count = padStart(gap.kept_rate === null ? "–" : countIn(broken(gap), layout.last), layout.last);
  const team = padStart(cut(teamOf(gap), layout.last), layout.last);
  const beside = [
    [density, rate, count],
    [marks, interval, team],
  ];
  return words.map((line, i) => [padEnd(line, layout.words), ...(beside[i] ?? [])].join(GAP));
}

function rateCells(gap: PromiseGap, ink: Ink): [string, string] {
  const width = KEPT + GOAL + GAP.length;
  const standing = standingOf(gap, gap.goal);
  const goal = gap.goal === null ? "" : formatGoal(gap.goal);
  if (gap.kept_rate === null)
    return [ink.soft(padEnd("no evidence", width)), ink.soft(padEnd(goal && `goal ${goal}`, width))];
  const rate = padStart(formatRate(gap.kept_rate), KEPT) + GAP + padEnd(goal && `${signOf(standing)} ${goal}`, GOAL);
  return [ink.standing(standing)(rate), ink.soft(padEnd(formatInterval(gap.kept_rate_interval), width))];
}

function teamOf(gap: PromiseGap): string {
  return gap.team === null ? "–" : `${gap.outside ? "*" : ""}${plain(gap.team)}`;
}

function legend(report: Report, width: number, ink: Ink): string[] {
  const few = report.promises
    .map((gap) => threeMarks(gap, report.currency))
    .some((marks) => marks !== null && isFew(marks));
  const parts = [
    "▼ they expect",
    "◇ we mean",
    "✓ goal held",
    "✗ goal missed",
    "≈ may be chance",
    "* outside the company",
  ];
  const words = [...parts, ...(few ? ["a digit: so few cases that each is counted"] : [])].map((part) =>
    part.replaceAll(" ", "\u00a0"),
  );
  return wrap(words.join(" · "), width).map(ink.soft);
}

function unknown(report: Report, width: number, ink: Ink): string[] {
  const events = report.unknown_events.toSorted((a, b) => b.count - a.count);
  if (events.length === 0) return [];
  const names = events.slice(0, 5).map((event) => `${plain(event.name)} (${formatCount(event.count)})`);
  const more = events.length > 5 ? ` and ${events.length - 5} more` : "";
  const are = countOf(events.length, "event name is", "event names are");
  return wrap(`${are} unknown to the experience file: ${names.join(", ")}${more}.`, width).map(ink.soft);
}
