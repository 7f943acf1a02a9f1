import { area, line } from "d3-shape";
import type { Part } from "../../gaps/gap.ts";
import { html, type Markup } from "../markup.ts";
import { stretched } from "./svg.ts";

/** Kept rates as a line with the band of their intervals; it breaks where there is no evidence. `across` in per cent. */
export function rateBand(
  slices: readonly Part[],
  height: number,
  across: (i: number) => number,
  down: (rate: number) => number,
): Markup {
  const known = (slice: Part) => slice.kept_rate !== null && slice.kept_rate_interval !== null;
  const x = (_: Part, i: number) => across(i) * 10;
  const band = area<Part>(
    x,
    (slice) => down(slice.kept_rate_interval?.[0] ?? 0),
    (slice) => down(slice.kept_rate_interval?.[1] ?? 0),
  );
  const middle = line<Part>(x, (slice) => down(slice.kept_rate ?? 0));
  const content = html`<path class="interval-band" d="${band.defined(known).digits(1)(slices) ?? ""}"/><path class="rate-line" d="${middle.defined(known).digits(1)(slices) ?? ""}"/>`;
  return stretched({ x: 0, y: 0, width: 100, height }, { from: 0, to: 1000 }, content);
}
