import { formatBriefCount } from "../format/count.ts";
import { beyondIsLeft } from "../marks/shape.ts";
import { isFew, type ThreeMarks } from "../marks/three-marks.ts";
import { html, type Markup } from "../markup.ts";
import { stack } from "./cases.ts";
import { heightOfOne } from "./density.ts";
import type { Field } from "./field.ts";

const WIDTH = 11;

interface Lane {
  readonly count: number;
  readonly label: string;
  readonly className: string;
}

/** Room at the right end for those that lie beyond the axis and those that never came. */
export function laneRoom(marks: ThreeMarks): number {
  return lanesOf(marks).length * WIDTH;
}

/** A case has the same ink here as in the density; what would stand too high ends at the top. */
export function drawLanes(marks: ThreeMarks, field: Field, size: "large" | "small"): Markup[] {
  const lanes = lanesOf(marks);
  const foot = field.top + field.height;
  const bin = marks.bins[0];
  const binWidth = bin === undefined ? 1 : ((bin.to - bin.from) / (marks.to - marks.from)) * field.width;
  const one = heightOfOne(marks, field) || field.height / Math.max(1, ...lanes.map((lane) => lane.count));
  return lanes.map((lane, i) => {
    const x = field.width + i * WIDTH + 2.5;
    const middle = x + 4;
    const few = isFew(marks) && lane.count <= 30;
    const height = few ? 8 * lane.count : Math.min(field.height, Math.max(2.5, (lane.count * one * binWidth) / 8));
    const shape = few
      ? stack(lane.className, lane.count, 0, middle, field)
      : html`<rect class="${lane.className}" x="${x}%" width="8%" y="${foot - height}" height="${height}"/>`;
    const over = Math.max(field.top + 8, foot - height - 5);
    const number = html`<text class="${lane.className}-words" x="${middle}%" y="${over}" text-anchor="middle">${formatBriefCount(lane.count)}</text>`;
    const below = foot + (size === "large" ? 17 : 13);
    // In little room the words of the last lane end where it ends, and those before it make way for them.
    const end = i === lanes.length - 1 ? x + 8 : x + 2;
    const [at, anchor] = size === "large" ? [middle, "middle"] : [end, "end"];
    return html`${shape}${size === "large" ? number : null}<line class="axis" x1="${x}%" x2="${x + 8}%" y1="${foot + 0.5}" y2="${foot + 0.5}"/><text class="tick" x="${at}%" y="${below}" text-anchor="${anchor}">${lane.label}</text>`;
  });
}

function lanesOf(marks: ThreeMarks): Lane[] {
  const more = marks.axis.unit === "seconds" ? "later" : "more";
  const fine = marks.expected === null || beyondIsLeft(marks.bins) || marks.expected.to > marks.to;
  const above = { count: marks.above, label: more, className: fine ? "aside" : "beyond" };
  return [above, { count: marks.never, label: "never", className: "never" }].filter((lane) => lane.count > 0);
}
