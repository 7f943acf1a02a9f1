import type { Follow, Journey, Step } from "./query.ts";

/** A way from a step to another; with no waits where nobody goes it, though it is meant. */
export interface Move extends Pick<Follow, "from" | "to" | "count"> {
  readonly meant: boolean;
  readonly p50: number | null;
  readonly p90: number | null;
}

/** What is shown of a journey, and how much is left out. */
export interface JourneyMap {
  readonly steps: readonly Step[];
  readonly moves: readonly Move[];
  readonly hiddenSteps: number;
  readonly hiddenMoves: number;
}

/** From which share of all on a way is shown, to choose from. */
export const SHARES = [0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5] as const;
/** So many ways can still be read. */
const READABLE = 24;

/** The smallest of the shares at which the picture can be read. */
export function readableShare(journey: Journey): number {
  const count = (share: number) => mapOf(journey, share).moves.length;
  return SHARES.find((share) => count(share) <= READABLE) ?? SHARES.at(-1) ?? 0;
}

/** The path as it is meant, and the ways that at least a share of the journeys go. */
export function mapOf(journey: Journey, share: number): JourneyMap {
  const { path, steps, subjects } = journey;
  const moves = movesOf(journey);
  const shown = moves.filter(({ meant, count }) => meant || (count > 0 && count >= share * subjects));
  const touched = new Set([...path, ...shown.flatMap(({ from, to }) => [from, to])]);
  const left = steps.filter(({ event }) => touched.has(event));
  return {
    steps: left,
    moves: shown,
    hiddenSteps: steps.length - left.length,
    hiddenMoves: moves.length - shown.length,
  };
}

/** All ways, and those of the path that nobody goes; the most frequent first. */
export function movesOf({ path, follows }: Journey): readonly Move[] {
  const meant = path.slice(1).map((to, i) => ({ from: path[i] ?? "", to }));
  const isMeant = (from: string, to: string) => meant.some((one) => one.from === from && one.to === to);
  const gone = follows.map((follow) => ({ ...follow, meant: isMeant(follow.from, follow.to) }));
  const never = meant
    .filter(({ from, to }) => !follows.some((follow) => follow.from === from && follow.to === to))
    .map(({ from, to }) => ({ from, to, count: 0, p50: null, p90: null, meant: true }));
  return [...gone, ...never];
}
