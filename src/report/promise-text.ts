import type { PromiseGap } from "../gaps/gap.ts";
import type { PromiseBreaking } from "../value/breaking/measure.ts";
import type { PromiseCost } from "../value/cost/cost.ts";
import type { PromiseExpectation } from "../value/expectation/measure.ts";
import { type Axis, axisTicks } from "./format/quantity.ts";
import { formatInterval, formatRate } from "./format/rate.ts";
import { revealedMark } from "./marks/revealed.ts";
import { isFew, type Mark, threeMarks } from "./marks/three-marks.ts";
import { densityLines } from "./terminal/density.ts";
import { type Ink, inkOf } from "./terminal/ink.ts";
import { legLines } from "./terminal/legs.ts";
import { columnOf, marksLine, revealedLine } from "./terminal/marks.ts";
import type { Screen } from "./terminal/screen.ts";
import { asideWords, signatureLines } from "./terminal/signature.ts";
import { sliceLines } from "./terminal/slices.ts";
import { countIn, cut, padEnd, padStart, paragraph, plain, widthOf, wrap } from "./terminal/words.ts";
import { costTable } from "./value-text.ts";
import { openSentences } from "./words/breaking.ts";
import { alertSentence, budgetSentence, formatBurn } from "./words/budget.ts";
import { distanceSentences } from "./words/distance.ts";
import { expectationSentences } from "./words/expectation.ts";
import { fatesOf, targetSentence } from "./words/fate.ts";
import { feltSentence } from "./words/felt.ts";
import { sayStanding, standingOf } from "./words/standing.ts";

const HEIGHT = 5;

/** What may have been measured of it besides the gap. */
export interface PromiseMore {
  readonly expectation?: PromiseExpectation | undefined;
  readonly cost?: PromiseCost | undefined;
  readonly breaking?: PromiseBreaking | undefined;
}

/** One promise in depth for a terminal: its three marks, what became of it, and where it breaks. */
export function promiseText(
  gap: PromiseGap,
  screen: Screen & { readonly currency: string | null },
  { expectation, cost, breaking }: PromiseMore = {},
): string {
  const width = Math.max(60, screen.width);
  const ink = inkOf(screen.color);
  const unit = (gap.delivered ?? gap.expected ?? gap.target)?.unit;
  const axis = unit === undefined ? null : { unit, currency: screen.currency };
  const slices = Object.entries({
    "By occasion": gap.by_occasion,
    "By team": gap.by_team,
    "By touchpoint": gap.by_touchpoint,
  });
  const properties = Object.entries(gap.by_property).map(([name, rows]) => [`By ${plain(name)}`, rows] as const);
  const cuts = [["By month", gap.by_month.toSorted(byKey)] as const, ...slices, ...properties];
  const parts: (readonly [string | null, readonly string[]])[] = [
    [null, head(gap, width, ink)],
    [null, picture(gap, axis, width, ink, revealedMark(gap, expectation))],
    ["What became of it", fates(gap, width, ink)],
    ["How far apart", distanceSentences(gap, screen.currency).flatMap((sentence) => wrap(sentence, width))],
    ["Goal and budget", budget(gap, width, ink)],
    ["Felt", wrap(feltSentence(gap) ?? "", width).filter((line) => line !== "")],
    [
      "What they really expect",
      (expectation ? expectationSentences(expectation, gap, screen.currency) : []).flatMap((one) => wrap(one, width)),
    ],
    ["What a broken one costs", cost ? costTable(cost, screen.currency, width, ink) : []],
    ["What is likely to break", breaking ? openSentences(breaking).flatMap((one) => wrap(one, width)) : []],
    ["Where the time goes", gap.legs === null || gap.legs.length === 0 ? [] : legLines(gap.legs, width, ink)],
    ...cuts.map(
      ([name, rows]) =>
        [name, rows.some((row) => row.key !== null) ? sliceLines(name, rows, gap, axis, width, ink) : []] as const,
    ),
  ];
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => paragraph([...(name === null ? [] : [ink.strong(cut(name, width))]), ...lines]))
    .join("\n");
}

function byKey(a: { readonly key: string | null }, b: { readonly key: string | null }): number {
  return (a.key ?? "") < (b.key ?? "") ? -1 : 1;
}

function head(gap: PromiseGap, width: number, ink: Ink): string[] {
  const standing = standingOf(gap, gap.goal);
  const team = gap.team === null ? "nobody named" : `${plain(gap.team)}${gap.outside ? " (outside)" : ""} answers`;
  const facts = [
    plain(gap.promise),
    team + (gap.touchpoint === null ? "" : ` at ${plain(gap.touchpoint)}`),
    ...(gap.journey === null ? [] : [`journey ${plain(gap.journey)}`]),
    ...(gap.made.at === null ? [] : [`${plain(gap.made.how ?? "made")} at ${plain(gap.made.at)}`]),
    ...(gap.made.quote === null ? [] : [`“${plain(gap.made.quote)}”`]),
  ];
  const interval = `95% interval ${formatInterval(gap.kept_rate_interval)}`;
  const rate =
    gap.kept_rate === null
      ? "no evidence: nothing was judged"
      : `${formatRate(gap.kept_rate)} kept · ${interval} · ${sayStanding(standing, gap.goal)}`;
  return [
    ...wrap(`“${plain(gap.says)}”`, width).map(ink.strong),
    ...wrap(facts.join(" · "), width).map(ink.soft),
    "",
    ...wrap(rate, width).map(ink.standing(standing)),
  ];
}

/** The three-mark line with its marks above, several lines of density, and the axis below. */
function picture(gap: PromiseGap, axis: Axis | null, screenWidth: number, ink: Ink, revealed: Mark | null): string[] {
  const width = Math.min(screenWidth, 100);
  const marks = threeMarks(gap, axis?.currency ?? null, revealed);
  if (marks === null) return signatureLines(gap, null, width, ink).filter((line) => line.trim() !== "");
  const labels = axisLabels(marks.from, marks.to, marks.axis, width, (at) => columnOf(at, marks, width));
  const key = [
    marks.expected && "▼ they expect",
    marks.target && "◇ we mean",
    marks.revealed && "◆ they turn at",
    asideWords(marks),
  ];
  return [
    marksLine(marks, width, ink),
    ...revealedLine(marks, width, ink),
    ...densityLines(marks, width, isFew(marks) ? 1 : HEIGHT, ink),
    ink.soft("─".repeat(width)),
    ink.soft(labels),
    ...wrap(key.filter((part) => part !== null).join(" · "), width).map(ink.soft),
  ];
}

function axisLabels(from: number, to: number, axis: Axis, width: number, columnAt: (value: number) => number): string {
  let line = "";
  for (const { at, label } of axisTicks(from, to, Math.floor(width / 14), axis)) {
    const column = Math.max(0, Math.min(width - widthOf(label), columnAt(at) - Math.floor(widthOf(label) / 2)));
    if (column < widthOf(line) + (line === "" ? 0 : 2)) continue;
    line = padEnd(line, column) + label;
  }
  return line;
}

function fates(gap: PromiseGap, width: number, ink: Ink): string[] {
  const all = fatesOf(gap).reduce((sum, fate) => sum + fate.count, 0);
  const wordsWidth = Math.max(8, ...fatesOf(gap).map((fate) => widthOf(fate.words)));
  const barWidth = Math.max(0, Math.min(40, width - wordsWidth - 24));
  const rows = fatesOf(gap).map(({ kind, words, count }) => {
    const paint = kind === "kept" ? ink.kept : kind === "late" || kind === "missed" ? ink.broken : ink.soft;
    const bar = paint("█".repeat(Math.max(1, Math.round((count / all) * barWidth))));
    return `${padEnd(words, wordsWidth)}  ${padStart(countIn(count, 11), 11)}  ${padStart(formatRate(count / all), 6)}  ${barWidth > 0 ? bar : ""}`;
  });
  const target = targetSentence(gap);
  if (rows.length === 0) return ["It was never asked for."];
  return [...rows, ...(target === null ? [] : wrap(target, width))];
}

function budget(gap: PromiseGap, width: number, ink: Ink): string[] {
  const sentence = budgetSentence(gap);
  const alert = alertSentence(gap);
  if (sentence === null || gap.budget === null) return [];
  const burn = gap.budget.burn.map((each) => `${plain(each.window)} ${formatBurn(each.rate)}`).join(" · ");
  return [
    ...wrap(sentence, width),
    ...(alert === null ? [] : wrap(alert, width).map(ink.broken)),
    ...(burn === "" ? [] : wrap(`Burn over the last: ${burn}`, width).map(ink.soft)),
  ];
}
