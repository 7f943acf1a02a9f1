import type { Deficit, Deficits, Shortfall } from "../value/deficit/deficit.ts";
import { GRADE_WORDS } from "../value/estimate.ts";
import { formatAmount } from "./format/amount.ts";
import { countOf } from "./format/count.ts";
import { formatDuration } from "./format/duration.ts";
import { formatMoment } from "./format/moment.ts";
import { formatChance } from "./format/rate.ts";
import { type Ink, inkOf } from "./terminal/ink.ts";
import type { Screen } from "./terminal/screen.ts";
import { paragraph, plain, wrap } from "./terminal/words.ts";
import { breakingSentence } from "./words/breaking.ts";
import { between } from "./words/equity.ts";

interface Manner {
  readonly currency: string | null;
  readonly width: number;
  readonly ink: Ink;
  /** The promise in the customers' words. */
  readonly says: ReadonlyMap<string, string>;
}

/** Reasons of one customer that are shown. */
const SHOWN = 3;

/** Whom to help first, for a terminal: who can still be saved, who was let down, and how well it is known. */
export function atRiskText(found: Deficits, screen: Screen & { readonly timezone: string }): string {
  const ink = inkOf(screen.color);
  const says = new Map(found.forecasts.map(({ promise, says }) => [promise, says]));
  const manner = { currency: found.currency, width: Math.max(60, screen.width), ink, says };
  const saved = found.still_to_save.flatMap((one) => savedLines(one, manner));
  const broken = found.let_down.flatMap((one) => brokenLines(one, manner));
  const known = found.forecasts.flatMap(({ judged, says: words, open }) =>
    wrap(`“${plain(words)}” (${open} open): ${breakingSentence({ judged })}`, manner.width - 4).map(hanging),
  );
  const blocks: (readonly [string, readonly string[]])[] = [
    [ink.strong("Whom to help first"), head(found, screen.timezone, manner)],
    [ink.strong("Still to be saved"), saved.length > 0 ? saved : ["  Nobody stands out of those who are waiting."]],
    [ink.strong("Already let down"), broken.length > 0 ? broken : ["  Nobody that we know of."]],
    [ink.strong("How well this is known"), [...known, ...costLines(found, manner)]],
  ];
  return blocks
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => paragraph([title, ...lines]))
    .join("\n");
}

const hanging = (line: string, i: number): string => `${i === 0 ? "  " : "    "}${line}`;

function head(
  { customers, total, total_known, to_save, as_of, currency }: Deficits,
  timezone: string,
  { width }: Manner,
): string[] {
  const all = countOf(customers, "customer is", "customers are");
  const amount = (value: number): string => formatAmount(Math.round(value), currency);
  const moment = formatMoment(as_of, timezone);
  if (customers === 0)
    return wrap(
      `As of ${moment} nobody is short of anything, or likely to be, as far as the events tell.`,
      width - 2,
    ).map((line) => `  ${line}`);
  const sum =
    total === null || to_save === null
      ? "what that costs nobody has measured or declared (worth), so the stakes put them in order"
      : `${total_known === null ? amount(total) : between(total_known, amount)} in all, weighed by the stakes, of which ${amount(to_save)} can still be saved`;
  return wrap(`As of ${moment} ${all} short of something, or likely to be: ${sum}.`, width - 2).map(
    (line) => `  ${line}`,
  );
}

function savedLines({ customer, to_save, deficit, shortfalls }: Deficit, manner: Manner): string[] {
  const open = shortfalls.filter(({ state }) => state === "likely");
  const before = shortfalls.length - open.length;
  const had = before === 0 ? "" : `, and ${countOf(before, "broken promise", "broken promises")} before`;
  const title = `  ${manner.ink.strong(plain(customer))}  ${worthOf(to_save, manner)}${had}${deficit !== null && before > 0 ? `: ${worthOf(deficit, manner)} in all` : ""}`;
  return [title, ...open.slice(0, SHOWN).flatMap((one) => chanceLines(one, manner))];
}

const worthOf = (amount: number | null, { currency }: Manner): string =>
  amount === null ? "of unknown cost" : formatAmount(Math.round(amount), currency);

function chanceLines(one: Shortfall, manner: Manner): string[] {
  const left = one.hours_left === null ? "" : `, ${formatDuration(one.hours_left * 3600)} left`;
  const because = one.causes.length === 0 ? "" : `; what speaks for it: ${one.causes.map(plain).join(", ")}`;
  const words = `${formatChance(one.chance)} likely to be broken${left}: “${plain(one.says)}” (${aboutOf(one)})${because}`;
  return wrap(words, manner.width - 6).map((line, i) => `${i === 0 ? "    " : "      "}${line}`);
}

function aboutOf({ subject, occasion, stakes }: Shortfall): string {
  const why = occasion === null ? [] : [`${plain(occasion)}${stakes === 1 ? "" : `, stakes ${stakes}`}`];
  return [plain(subject), ...why].join(", ");
}

function brokenLines({ customer, deficit, shortfalls }: Deficit, manner: Manner): string[] {
  const broken = shortfalls.filter(({ state }) => state === "broken");
  const title = `  ${manner.ink.strong(plain(customer))}  ${worthOf(deficit, manner)}, ${countOf(broken.length, "broken promise", "broken promises")}`;
  const lines = broken
    .slice(0, SHOWN)
    .flatMap((one) =>
      wrap(`“${plain(one.says)}” (${aboutOf(one)})`, manner.width - 6).map(
        (line, i) => `${i === 0 ? "    " : "      "}${line}`,
      ),
    );
  const more = broken.length - SHOWN;
  return [title, ...lines, ...(more > 0 ? [manner.ink.soft(`    and ${more} more`)] : [])];
}

/** Where the costs come from. */
function costLines({ costs, total_known, forecasts }: Deficits, { width, ink }: Manner): string[] {
  const of = (source: string): string[] =>
    costs.filter((one) => one.source === source).map(({ promise }) => plain(promise));
  const [measured, declared, none] = [of("measured"), of("declared"), of("none")];
  const parts = [
    measured.length > 0 ? `measured: ${measured.join(", ")}` : null,
    declared.length > 0 ? `declared in the file (worth): ${declared.join(", ")}` : null,
    none.length > 0 ? `unknown, and so counted as nothing: ${none.join(", ")}` : null,
  ].filter((part) => part !== null);
  const graded =
    total_known === null
      ? null
      : `Amounts rest on ${countOf(total_known.n, "promise", "promises")} and are grade ${total_known.grade}, as the least known of these (${GRADE_WORDS[total_known.grade]}); they put people in order and are no bill.`;
  const seen = forecasts.some(({ judged }) => !("kind" in judged)) ? `Chances are grade D: ${GRADE_WORDS.D}.` : null;
  return [`What a broken one costs is ${parts.join("; ")}.`, graded, seen]
    .filter((words) => words !== null)
    .flatMap((words) => wrap(words, width - 4).map((line, i) => ink.soft(hanging(line, i))));
}
