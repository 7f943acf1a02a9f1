import type { Deficit, Shortfall } from "../../value/deficit/deficit.ts";
import { countOf } from "../format/count.ts";
import { formatDuration } from "../format/duration.ts";
import { formatChance } from "../format/rate.ts";

/** Why somebody is on the list of whom to help first, in one or two sentences. */
export function deficitReason({ shortfalls }: Pick<Deficit, "shortfalls">): string {
  const likely = shortfalls.filter(({ state }) => state === "likely");
  const broken = shortfalls.filter(({ state }) => state === "broken");
  const [urgent] = likely.toSorted((a, b) => b.chance * b.stakes - a.chance * a.stakes);
  return [
    ...(urgent === undefined ? [] : [likelyWords(urgent)]),
    ...(broken.length === 0 ? [] : [brokenWords(broken)]),
  ].join(" ");
}

function likelyWords({ says, chance, hours_left, causes }: Shortfall): string {
  const left = hours_left === null ? "" : ` within ${formatDuration(hours_left * 3600)}`;
  const because = causes.length === 0 ? "" : `: what speaks for it is ${causes.join(", ")}`;
  return `“${says}” is ${formatChance(chance)} likely to be broken${left}${because}.`;
}

function brokenWords(broken: readonly Shortfall[]): string {
  const says = [...new Set(broken.map((one) => one.says))];
  const [first = "", ...others] = says.map((words) => `“${words}”`);
  const named =
    others.length === 0
      ? first
      : others.length === 1
        ? `${first} and ${others[0]}`
        : `${first} and ${others.length} others`;
  const most = broken.find(({ stakes }) => stakes > 1);
  const stakes =
    most?.occasion == null ? "" : ` It was for ${most.occasion}, where a broken promise weighs ${most.stakes} times.`;
  return `${countOf(broken.length, "promise was", "promises were")} broken: ${named}.${stakes}`;
}
