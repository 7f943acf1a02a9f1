import { area, curveMonotoneX } from "d3-shape";
import { type Shape, shapesOf } from "../marks/shape.ts";
import { isFew, type ThreeMarks } from "../marks/three-marks.ts";
import { html, type Markup } from "../markup.ts";
import { drawBars, drawDots } from "./cases.ts";
import type { Field } from "./field.ts";
import { percentOf, stretched } from "./svg.ts";

/** What was delivered: a soft density of times, bars of numbers, dots where there are few; beyond expected in its own colour. */
export function drawDeliveries(marks: ThreeMarks, field: Field): Markup | readonly Markup[] {
  if (marks.bins.length === 0) return [];
  if (isFew(marks)) return drawDots(marks, field);
  const one = heightOfOne(marks, field);
  if (marks.axis.unit !== "seconds") return drawBars(marks, field, one);
  const paths = shapesOf(marks).map((shape) => drawShape(shape, marks, field, one));
  const whole = { x: field.left, y: field.top, width: field.width, height: field.height };
  return stretched(whole, { from: 0, to: 1000 }, paths);
}

/** How high one case stands, so that the highest place fills the field. */
export function heightOfOne(marks: ThreeMarks, field: Field): number {
  const highest =
    marks.axis.unit === "seconds"
      ? Math.max(0, ...shapesOf(marks).flatMap((shape) => shape.high))
      : Math.max(0, ...marks.bins.map((bin) => bin.within + bin.beyond));
  return highest > 0 ? field.height / highest : 0;
}

function drawShape(shape: Shape, marks: ThreeMarks, field: Field, one: number): Markup {
  const across = (value: number) => percentOf(value, marks.from, marks.to) * 10;
  const places = [shape.from, ...shape.middles, shape.to].map(across);
  const at = (counts: readonly number[], i: number) => counts[Math.min(counts.length - 1, Math.max(0, i - 1))] ?? 0;
  const down = (count: number) => field.height - count * one;
  const outline = area<number>(
    (x) => x,
    (_, i) => down(at(shape.low, i)),
    (_, i) => down(at(shape.high, i)),
  );
  return html`<path class="${shape.side}" d="${outline.curve(curveMonotoneX).digits(1)(places) ?? ""}"/>`;
}
