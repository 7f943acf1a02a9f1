import type { CustomerBrief } from "../gaps/brief.ts";
import type { Experience } from "../language/experience.ts";
import type { LedgerEvent } from "../ledger/story.ts";
import type { Verdict } from "../promises/verdict.ts";
import { formatAmount } from "../report/format/amount.ts";
import { countOf } from "../report/format/count.ts";
import { formatDuration } from "../report/format/duration.ts";
import { formatMoment } from "../report/format/moment.ts";
import { formatChance, formatInterval, formatRate } from "../report/format/rate.ts";
import { type Ink, inkOf } from "../report/terminal/ink.ts";
import type { Screen } from "../report/terminal/screen.ts";
import { paragraph, plain, wrap } from "../report/terminal/words.ts";
import { timeWords } from "../report/words/equity.ts";
import { exchangeSentence } from "../report/words/exchange.ts";
import type { Deficit } from "../value/deficit/deficit.ts";
import type { Outlook } from "../value/equity/outlook.ts";
import { isRefusal, type Refusal } from "../value/estimate.ts";
import type { CustomerValue } from "../value/findings/customer-value.ts";

/** A customer's brief and story for a terminal. */
export function customerText(
  brief: CustomerBrief,
  { deficit, outlook, stated, exchange }: CustomerValue,
  experience: Experience,
  asOf: number,
  screen: Screen,
): string {
  const ink = inkOf(screen.color);
  const width = Math.max(60, screen.width);
  const when = (ms: number): string => formatMoment(new Date(ms).toISOString(), experience.timezone);
  const says = new Map(experience.promises.map((promise) => [promise.name, promise.says]));
  const line = (verdict: Verdict, words: string): string[] =>
    wrap(`${plain(says.get(verdict.promise) ?? verdict.promise)} — ${words}`, width - 2).map(
      (part, i) => `${i === 0 ? "  " : "    "}${part}`,
    );
  const owed = brief.owed.flatMap((verdict) =>
    line(verdict, dueWords(verdict, asOf, when) + chanceWords(verdict, deficit)),
  );
  const broken = brief.broken.flatMap((verdict) => line(verdict, brokenWords(verdict, when)));
  const blocks: (readonly [string, readonly string[]])[] = [
    [
      ink.strong(plain(brief.customer)),
      [
        summary(brief, experience),
        ...wrap(exchangeSentence(exchange, experience.currency ?? null), width - 2).map((part) => `  ${part}`),
        ...outlookLines(outlook, experience),
        ...wrap(answerWords(stated, when), width - 2).map((part) => `  ${part}`),
        ...deficitLines(deficit, experience),
      ],
    ],
    ["Why they bought", brief.occasions.flatMap((occasion) => occasionLines(occasion, width))],
    ["What we owe them now", owed.length > 0 ? owed : ["  Nothing is open."]],
    ["Where we let them down", broken.length > 0 ? broken : ["  Nowhere that we know of."]],
    [
      "What they said last",
      brief.said
        ? [
            `  ${when(brief.said.at)}: ${brief.said.score} of ${brief.said.to}${brief.said.words ? `, “${plain(brief.said.words)}”` : ""}`,
          ]
        : ["  Nothing yet."],
    ],
    [
      "Their story",
      brief.story.map((event) => `  ${when(event.at)}  ${plain(event.name).padEnd(24)}${known(event, ink)}`),
    ],
  ];
  return blocks
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => paragraph([title, ...lines]))
    .join("\n");
}

const summary = ({ story, kept, broken, received }: CustomerBrief, { currency }: Experience): string =>
  `  ${countOf(story.length, "event", "events")}; ${kept} kept, ${broken.length} broken; received from them ${formatAmount(received, currency ?? null)}.`;

/** Would they buy again now, by what they do? Or why that cannot be said. */
function outlookLines(outlook: Outlook | Refusal, { currency, value }: Experience): string[] {
  if (isRefusal(outlook)) return [`  Would they buy again? It cannot be said. ${outlook.reason}`];
  const { again, worth } = outlook;
  const amount = (one: number): string => formatAmount(Math.round(one), currency ?? null);
  const chance = `  Would they buy again within ${timeWords(outlook.again_within_days)}? ${formatRate(again.value)} (${formatInterval([again.low, again.high])}).`;
  if (worth === null) return [chance];
  const ends = `${amount(worth.low)} to ${amount(worth.high)}`;
  return [chance, `  Worth ${amount(worth.value)} (${ends}) in the next ${timeWords(value.horizonDays)}.`];
}

/** What they said themselves, beside what they do. */
function answerWords(stated: CustomerValue["stated"], when: (ms: number) => string): string {
  if (isRefusal(stated)) return `Whether they say so themselves is not known. ${stated.reason}`;
  return `They said ${stated.yes ? "yes" : "no"} themselves when they were asked (${when(Date.parse(stated.at))}).`;
}

/** What they are short of, in money weighed by the stakes. */
function deficitLines(deficit: Deficit | null, { currency }: Experience): string[] {
  if (deficit === null || deficit.deficit === null || deficit.deficit <= 0) return [];
  const amount = (value: number): string => formatAmount(Math.round(value), currency ?? null);
  const open = (deficit.to_save ?? 0) > 0 ? `, of which ${amount(deficit.to_save ?? 0)} can still be saved` : "";
  return [`  Short of ${amount(deficit.deficit)}, weighed by the stakes${open}.`];
}

/** The chance that an open one will be broken, where it is known. */
function chanceWords({ promise, subject, askedAt }: Verdict, deficit: Deficit | null): string {
  const asked = new Date(askedAt).toISOString();
  const found = deficit?.shortfalls.find(
    (one) => one.state === "likely" && one.promise === promise && one.subject === subject && one.asked_at === asked,
  );
  if (found === undefined) return "";
  const because = found.causes.length === 0 ? "" : ` (what speaks for it: ${found.causes.map(plain).join(", ")})`;
  return `; ${formatChance(found.chance)} likely to be broken${because}`;
}

function occasionLines(occasion: CustomerBrief["occasions"][number], width: number): string[] {
  const parts = [
    occasion.life,
    occasion.hopes && `Hopes: ${occasion.hopes}`,
    occasion.ifWeFail && `If we fail: ${occasion.ifWeFail}`,
    occasion.ifWeShine && `If we shine: ${occasion.ifWeShine}`,
  ];
  const lines = parts.flatMap((part) =>
    part === undefined ? [] : wrap(plain(part), width - 4).map((one) => `    ${one}`),
  );
  return [`  ${plain(occasion.name)}${occasion.stakes === 1 ? "" : ` (stakes ${occasion.stakes})`}`, ...lines];
}

function dueWords({ dueAt, askedAt }: Verdict, asOf: number, when: (ms: number) => string): string {
  if (dueAt === undefined) return `since ${when(askedAt)}`;
  return `by ${when(dueAt)}, ${formatDuration((dueAt - asOf) / 1000)} left`;
}

function brokenWords({ verdict, askedAt, dueAt, answeredAt }: Verdict, when: (ms: number) => string): string {
  if (verdict === "late" && dueAt !== undefined && answeredAt !== undefined)
    return `late by ${formatDuration((answeredAt - dueAt) / 1000)} (${when(answeredAt)})`;
  return answeredAt === undefined ? `never, since ${when(askedAt)}` : `broken on ${when(answeredAt)}`;
}

function known({ properties }: LedgerEvent, ink: Ink): string {
  const parts = Object.entries(properties).map(
    ([name, value]) => `${plain(name)} ${plain(typeof value === "string" ? value : JSON.stringify(value))}`,
  );
  return ink.soft(parts.join(", "));
}
