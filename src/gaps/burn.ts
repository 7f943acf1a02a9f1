import type { Budget } from "./gap.ts";

/** What was judged, and of that broken, in one stretch of time. */
export interface Judged {
  readonly judged: number;
  readonly broken: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The windows that are looked at, each reaching back from the judged moment. */
export const WINDOWS = [
  { window: "5 minutes", ms: 5 * MINUTE },
  { window: "30 minutes", ms: 30 * MINUTE },
  { window: "1 hour", ms: HOUR },
  { window: "6 hours", ms: 6 * HOUR },
  { window: "3 days", ms: 3 * DAY },
  { window: "7 days", ms: 7 * DAY },
  { window: "30 days", ms: 30 * DAY },
] as const;

type Window = (typeof WINDOWS)[number]["window"];

/**
 * The pairs of the SRE workbook, chapter 5, and below them one for promises that take days: the budget of the last
 * 30 days is used up, and the last 7 go on using it up. The short window ends the alert once the trouble is over.
 * A goal under 93 % leaves so much room that the first pair can never trip, one under 83 % the second.
 */
const ALERTS: readonly {
  readonly alert: "page" | "ticket";
  readonly long: Window;
  readonly short: Window;
  readonly burn: number;
}[] = [
  { alert: "page", long: "1 hour", short: "5 minutes", burn: 14.4 },
  { alert: "page", long: "6 hours", short: "30 minutes", burn: 6 },
  { alert: "ticket", long: "3 days", short: "6 hours", burn: 1 },
  { alert: "ticket", long: "30 days", short: "7 days", burn: 1 },
];

/** Nobody is called for fewer broken promises than this, however few were judged. */
const LEAST_BROKEN = 5;

/**
 * The room that a goal leaves for broken promises, how much of it is used over the whole time, and how fast it is used
 * now: a burn of 1 uses it up exactly over 30 days. `windows` in the order of WINDOWS. A goal of 100 % leaves no room,
 * so nothing can be a share of it.
 */
export function budgetOf(goal: number, whole: Judged, windows: readonly Judged[]): Budget {
  // 1 − 0.95 is 0.05 and nothing beside.
  const allowed = Number((1 - goal).toFixed(12));
  const rate = ({ judged, broken }: Judged): number | null =>
    judged === 0 || allowed === 0 ? null : broken / judged / allowed;
  const burn = WINDOWS.map(({ window }, i) => {
    const counted = windows[i] ?? { judged: 0, broken: 0 };
    return { window, rate: rate(counted), judged: counted.judged, broken: counted.broken };
  });
  const trips = (window: Window, times: number): boolean =>
    burn.some((one) => one.window === window && one.broken > times * allowed * one.judged);
  const broken = (window: Window): number => burn.find((one) => one.window === window)?.broken ?? 0;
  const tripped = ALERTS.find(
    ({ long, short, burn }) => broken(long) >= LEAST_BROKEN && trips(long, burn) && trips(short, burn),
  );
  return {
    allowed,
    used: rate(whole),
    burn: burn.map(({ window, rate, judged }) => ({ window, rate, judged })),
    alert: tripped?.alert ?? null,
  };
}
