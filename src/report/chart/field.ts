import type { ThreeMarks } from "../marks/three-marks.ts";
import { percentOf } from "./svg.ts";

/** Where the deliveries are drawn: per cent sideways, pixels down. */
export interface Field {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** Where a number of the axis stands in the picture, in per cent. */
export function placeOf(value: number, marks: ThreeMarks, field: Field): number {
  return field.left + (percentOf(value, marks.from, marks.to) / 100) * field.width;
}
