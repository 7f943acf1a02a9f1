import { smooth } from "./smooth.ts";
import type { Bin, ThreeMarks } from "./three-marks.ts";

type Side = "within" | "beyond";

/** One coloured part of the density: heights at the middles of its stretches, from one end to the other. */
export interface Shape {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  readonly middles: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/**
 * The density in its two colours. Where all expect the same it is cut exactly there, and each side is smoothed for
 * itself, so that nobody is moved over the mark; else the broken ones lie on top of the kept.
 */
export function shapesOf(marks: ThreeMarks): Shape[] {
  const cut = marks.expected && !marks.expected.varies ? marks.expected.at : null;
  const [first, last] = [marks.bins[0], marks.bins.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (cut === null || cut <= first.from || cut >= last.to) return stacked(marks.bins, first.from, last.to);
  const leftIs = beyondIsLeft(marks.bins) ? "beyond" : "within";
  const rightIs = leftIs === "within" ? "beyond" : "within";
  return [
    oneSide(leftIs, movedTo("left", marks.bins, leftIs, cut), first.from, cut),
    oneSide(rightIs, movedTo("right", marks.bins, rightIs, cut), cut, last.to),
  ];
}

/** The counts of one colour on its side of the mark; the few that stand on the other side of it go to its edge. */
function movedTo(
  place: "left" | "right",
  bins: readonly Bin[],
  side: Side,
  cut: number,
): { middle: number; count: number }[] {
  const own = (bin: Bin) => (place === "left" ? bin.from < cut : bin.to > cut);
  const edge = place === "left" ? bins.findLastIndex(own) : bins.findIndex(own);
  const strays = bins.filter((bin) => !own(bin)).reduce((sum, bin) => sum + bin[side], 0);
  return bins.flatMap((bin, i) => {
    if (!own(bin)) return [];
    const [from, to] = place === "left" ? [bin.from, Math.min(bin.to, cut)] : [Math.max(bin.from, cut), bin.to];
    return [{ middle: (from + to) / 2, count: bin[side] + (i === edge ? strays : 0) }];
  });
}

function oneSide(side: Side, places: readonly { middle: number; count: number }[], from: number, to: number): Shape {
  const high = smooth(places.map((place) => place.count));
  return { side, from, to, middles: places.map((place) => place.middle), low: high.map(() => 0), high };
}

function stacked(bins: readonly Bin[], from: number, to: number): Shape[] {
  const middles = bins.map((bin) => (bin.from + bin.to) / 2);
  const within = smooth(bins.map((bin) => bin.within));
  const beyond = smooth(bins.map((bin) => bin.beyond));
  const total = within.map((count, i) => count + (beyond[i] ?? 0));
  return [
    { side: "within", from, to, middles, low: within.map(() => 0), high: within },
    { side: "beyond", from, to, middles, low: within, high: total },
  ];
}

/** Whether too little is what breaks the promise ("at least three times"). */
export function beyondIsLeft(bins: readonly Bin[]): boolean {
  const middle = (side: Side) => {
    const count = bins.reduce((sum, bin) => sum + bin[side], 0);
    return count > 0 ? bins.reduce((sum, bin) => sum + bin[side] * (bin.from + bin.to), 0) / count : null;
  };
  const [within, beyond] = [middle("within"), middle("beyond")];
  return within !== null && beyond !== null && beyond < within;
}
