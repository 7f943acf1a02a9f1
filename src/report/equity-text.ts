import type { Equity, Foresaw, Slice } from "../value/equity/equity.ts";
import { type Estimate, isRefusal, type Refusal } from "../value/estimate.ts";
import type { Exchanges } from "../value/exchange/exchange.ts";
import type { Balance } from "../value/findings/balance.ts";
import { formatAmount } from "./format/amount.ts";
import { countOf, formatCount } from "./format/count.ts";
import { formatMoment } from "./format/moment.ts";
import { formatInterval, formatRate } from "./format/rate.ts";
import { type Ink, inkOf } from "./terminal/ink.ts";
import type { Screen } from "./terminal/screen.ts";
import { tableLines } from "./terminal/table.ts";
import { padEnd, paragraph, plain, wrap } from "./terminal/words.ts";
import { assumptions, lead, statedSentences, timeWords } from "./words/equity.ts";
import { atRiskRows, equityAtRiskSentences } from "./words/equity-at-risk.ts";
import { EXCHANGE_HEADS, exchangeNotes, exchangeRows } from "./words/exchange.ts";

/** What the relationships with all customers are worth, for a terminal; or why that cannot be said. */
export function equityText(equity: Equity | Refusal, screen: Screen, more: Partial<Balance> & Priced = {}): string {
  const width = Math.max(60, screen.width);
  const ink = inkOf(screen.color);
  if (isRefusal(equity)) {
    const refused = [
      ...wrap(`What customers are worth cannot be said. ${equity.reason}`, width).map(ink.strong),
      ...wrap(`What would be needed: ${equity.needed}`, width),
    ];
    return sections(
      [
        [null, refused],
        [GIVEN, exchangeLines(more.exchanges, more.currency ?? null, width, ink)],
      ],
      ink,
    );
  }
  const parts: readonly Section[] = [
    [null, masthead(equity, width, ink)],
    [null, lead(equity).flatMap((sentence, i) => wrap(sentence, width).map(i === 0 ? ink.strong : (line) => line))],
    ["What of it is at risk", atRiskLines(more.at_risk, equity.currency, width, ink)],
    ["What it is made of", assumptions(equity).flatMap((sentence) => wrap(sentence, width))],
    ["By occasion", sliceLines(equity.by_occasion, equity, width, ink, "no occasion")],
    ["By first purchase", sliceLines(equity.by_cohort, equity, width, ink, "")],
    ["Do the chances mean what they say?", calibration(equity, width, ink)],
    ["How well the last days were foreseen", holdOut(equity, width, ink)],
    ["What they say, and what they do", statedSentences(equity).flatMap((sentence) => wrap(sentence, width))],
    [GIVEN, exchangeLines(more.exchanges, equity.currency, width, ink)],
    ["How it was come by", method(equity, width)],
  ];
  return sections(parts, ink);
}

/** For amounts where there is no equity that names the currency. */
interface Priced {
  readonly currency?: string | null;
}

const GIVEN = "What customers were given, and what was received";
type Section = readonly [head: string | null, lines: readonly string[]];

const sections = (parts: readonly Section[], ink: Ink): string =>
  parts
    .filter(([, lines]) => lines.length > 0)
    .map(([head, lines]) => paragraph(head === null ? lines : [ink.strong(head), ...lines]))
    .join("\n");

function atRiskLines(found: Balance["at_risk"] | undefined, currency: string | null, width: number, ink: Ink) {
  if (found === undefined) return [];
  const said = equityAtRiskSentences(found, currency).flatMap((sentence) => wrap(plain(sentence), width));
  const rows = isRefusal(found) ? [] : atRiskRows(found, currency);
  const heads = [{ head: "" }, { head: "At risk", figures: true }, { head: "A broken one takes" }];
  return rows.length === 0
    ? said
    : [
        ...said,
        ...tableLines(
          heads,
          rows.map(({ promise, amount, takes }) => [promise, amount, takes].map(plain)),
          width,
          ink,
        ),
      ];
}

function exchangeLines(
  found: Exchanges | undefined,
  currency: string | null,
  width: number,
  ink: Ink,
): readonly string[] {
  if (found === undefined) return [];
  const rows = exchangeRows(found, currency).map((row) => row.map(plain));
  return [
    ...figureTable(EXCHANGE_HEADS, rows, width, ink),
    ...exchangeNotes(found).flatMap((sentence) => wrap(plain(sentence), width).map(ink.soft)),
  ];
}

/** What each row is called, and its figures. */
const figureTable = (heads: readonly string[], rows: readonly (readonly string[])[], width: number, ink: Ink) =>
  tableLines(
    heads.map((head, i) => ({ head, figures: i > 0 })),
    rows,
    width,
    ink,
  );

function masthead(
  { experience, as_of, timezone, buyers, repeaters, first_day, last_day }: Equity,
  width: number,
  ink: Ink,
) {
  const facts = [
    `as of ${formatMoment(as_of, timezone)} ${plain(timezone)}`,
    `${countOf(buyers, "customer", "customers")} who bought, ${formatCount(repeaters)} of them on more than one day`,
    `${first_day} to ${last_day}`,
  ];
  return [ink.strong(plain(experience)), ...wrap(facts.join(" · "), width).map(ink.soft)];
}

const SHOWN = 12;

function sliceLines(
  slices: readonly Slice[],
  equity: Equity,
  width: number,
  ink: Ink,
  none: string,
): readonly string[] {
  const { currency, again } = equity;
  const known = slices.some((slice) => slice.equity !== null);
  const amount = (value: number): string => formatAmount(Math.round(value), currency);
  const rows = slices
    .slice(-SHOWN)
    .map((slice) => [
      slice.name === "" ? none : plain(slice.name),
      formatCount(slice.customers),
      formatRate(slice.again.value),
      ends(slice.again, (value) => formatRate(value)),
      ...(slice.equity === null
        ? [formatCount(slice.purchases_ahead.value), ends(slice.purchases_ahead, formatCount)]
        : [
            amount(slice.equity.value),
            ends(slice.equity, amount),
            amount(slice.equity.value / Math.max(1, slice.customers)),
          ]),
      amount(slice.received),
    ]);
  const heads = [
    "",
    "Customers",
    `Buy within ${timeWords(again.within_days)}`,
    "",
    ...(known ? ["Worth", "", "Each"] : ["Purchases to come", ""]),
    "Received so far",
  ];
  if (rows.length === 0) return [];
  const rest = slices.length - rows.length;
  return [...figureTable(heads, rows, width, ink), ...(rest > 0 ? [ink.soft(`and ${rest} earlier`)] : [])];
}

const ends = ({ low, high }: Estimate, format: (value: number) => string): string => `${format(low)}–${format(high)}`;

const BAR = 24;

function calibration({ again, hold_out }: Equity, width: number, ink: Ink): readonly string[] {
  const most = Math.max(...again.calibration.flatMap((tenth) => [tenth.foreseen, tenth.happened]), 1e-9);
  const bar = (share: number): string => padEnd("━".repeat(Math.round((share / most) * BAR)) || "╸", BAR);
  const rows = again.calibration.map((tenth) => {
    const fits = tenth.interval[0] <= tenth.foreseen && tenth.foreseen <= tenth.interval[1];
    return [
      formatCount(tenth.customers),
      formatRate(tenth.foreseen),
      formatRate(tenth.happened),
      formatInterval(tenth.interval),
      fits ? "✓" : tenth.foreseen > tenth.happened ? "too high" : "too low",
      bar(tenth.happened),
    ];
  });
  const heads = ["Customers", "Foreseen", "Bought", "", "", ""];
  return [
    ...wrap(
      `Customers as they were before ${hold_out.from}, in tenths from the least to the most likely: the chance that was foreseen of buying within ${timeWords(again.judged_on_days)}, and the share that did.`,
      width,
    ),
    ...tableLines(
      heads.map((head, i) => ({ head, figures: i < 4 })),
      rows,
      width,
      ink,
    ),
  ];
}

function holdOut({ hold_out }: Equity, width: number, ink: Ink): readonly string[] {
  const row = (name: string, one: Foresaw): readonly string[] => [
    name,
    formatCount(one.purchases_foreseen),
    formatCount(one.purchases),
    one.mae.toFixed(2),
    one.rmse.toFixed(2),
    one.auc === null ? "–" : one.auc.toFixed(2),
    one.brier.toFixed(4),
  ];
  const heads = ["Model", "Foreseen", "Made", "Off by", "Off by (rms)", "Order right", "Brier"];
  const rows = [
    ...hold_out.models.map((one, i) => row(`${i === 0 ? "▸ " : "  "}${one.title}`, one)),
    row("  own pace", hold_out.naive),
  ];
  return [
    ...wrap(
      `Purchases from ${hold_out.from} to ${hold_out.to} of ${countOf(hold_out.customers, "customer", "customers")} who had bought before, which the models were not shown. The first is used.`,
      width,
    ),
    ...figureTable(heads, rows, width, ink),
  ];
}

function method({ model, again, equity }: Equity, width: number): readonly string[] {
  const figure = isRefusal(equity) ? again.share : equity;
  return wrap(
    `${figure.method}. ${model.title}: ${model.words}. Intervals are of 95 % and hold what is not known of the model, what it was wrong by, and chance. Grade ${figure.grade}: it says what is to be expected of customers who behave like this, not why.`,
    width,
  );
}
