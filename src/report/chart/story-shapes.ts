import { html, type Markup } from "../markup.ts";
import type { Fate } from "./story-spans.ts";

/** What became of a promise as a shape of twelve pixels: told apart also without colours. */
export const SHAPES: readonly { readonly fate: Fate; readonly path: string }[] = [
  { fate: "kept", path: "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z" },
  { fate: "late", path: "M6 .5l6 11H0z" },
  { fate: "missed", path: "M1.5 0L6 4.5 10.5 0 12 1.5 7.5 6 12 10.5 10.5 12 6 7.5 1.5 12 0 10.5 4.5 6 0 1.5z" },
  { fate: "open", path: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z" },
  { fate: "excused", path: "M0 4.5h12v3H0z" },
];

/** The shape at a place: per cent sideways, pixels down. */
export function drawVerdict(fate: Fate, percent: number, y: number): Markup {
  const path = SHAPES.find((shape) => shape.fate === fate)?.path ?? "";
  return html`<g transform="translate(-6 ${y - 6})"><svg x="${percent}%" y="0" width="12" height="12" viewBox="0 0 12 12"><path class="story-mark ${fate}" d="${path}"/></svg></g>`;
}
