import type { LegUse, PromiseGap } from "../../gaps/gap.ts";
import { formatDuration } from "../format/duration.ts";
import { formatRate } from "../format/rate.ts";
import { html, type Markup } from "../markup.ts";
import { worstLegSentence } from "../words/legs.ts";
import { eventName, teamName } from "./names.ts";
import { bar, dataTable } from "./table.ts";

const COLUMNS = [
  { head: "Leg of the path", kind: "words" },
  { head: "Who answers", kind: "words" },
  { head: "Usual time when kept, and when late", kind: "picture" },
  { head: "Lost on average", kind: "number" },
  { head: "Of the late", kind: "number" },
] as const;

const NOTE = "“Of the late” is the share of late promises that lost most of their time in this leg.";

/** Where the time goes: each leg of the path, as it is when the promise is kept and when it is late. */
export function legsPart(gap: PromiseGap): Markup | null {
  if (gap.legs === null || gap.legs.length === 0) return null;
  const longest = Math.max(...gap.legs.flatMap((leg) => [leg.kept_p50 ?? 0, leg.late_p50 ?? 0]), 1);
  const sentence = worstLegSentence(gap.legs);
  const rows = gap.legs.map((leg) => [
    html`<span class="leg">${eventName(leg.from)} <span class="arrow">→</span> ${eventName(leg.to)}</span>`,
    html`${teamName(leg.team, leg.outside)}${leg.touchpoint === null ? null : html`<span class="soft"> at ${leg.touchpoint}</span>`}`,
    html`${timeBar("kept", leg.kept_p50, longest)}${timeBar("late", leg.late_p50, longest)}`,
    leg.excess_mean === null ? "–" : formatDuration(leg.excess_mean),
    shareCell(leg),
  ]);
  return html`<div class="part wide legs"><h3>Where the time goes</h3>${sentence === null ? null : html`<p>${sentence}</p>`}${dataTable(`Where the time goes: ${gap.promise}`, COLUMNS, rows, NOTE)}</div>`;
}

function timeBar(word: "kept" | "late", seconds: number | null, longest: number): Markup {
  const share = seconds === null ? 0 : seconds / longest;
  return html`<span class="time"><span class="label">${word}</span>${bar(share, word === "kept" ? "within" : "beyond")}<span class="value">${seconds === null ? "–" : formatDuration(seconds)}</span></span>`;
}

function shareCell(leg: LegUse): Markup | string {
  if (leg.share_of_late === null) return "–";
  return html`<b>${formatRate(leg.share_of_late)}</b>${bar(leg.share_of_late, "beyond")}`;
}
