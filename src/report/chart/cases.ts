import type { ThreeMarks } from "../marks/three-marks.ts";
import { html, type Markup } from "../markup.ts";
import { type Field, placeOf } from "./field.ts";

/** Numbers and amounts as bars: a spike is a spike and is not softened into its neighbours. */
export function drawBars(marks: ThreeMarks, field: Field, one: number): Markup[] {
  const gap = marks.bins.length > 20 ? 0 : 0.08;
  return marks.bins.flatMap((bin) => {
    const whole = placeOf(bin.to, marks, field) - placeOf(bin.from, marks, field);
    const left = placeOf(bin.from, marks, field) + whole * gap;
    const width = whole * (1 - 2 * gap);
    const bar = (side: "within" | "beyond", under: number) => {
      if (bin[side] === 0) return [];
      const height = Math.max(1.5, bin[side] * one);
      const y = field.top + field.height - Math.max(1.5, (under + bin[side]) * one);
      return [html`<rect class="${side}" x="${left}%" width="${width}%" y="${y}" height="${height}"/>`];
    };
    return [...bar("within", 0), ...bar("beyond", bin.within)];
  });
}

/** Few cases: one dot for each, stacked where they lie close. */
export function drawDots(marks: ThreeMarks, field: Field): Markup[] {
  return marks.bins.flatMap((bin) => {
    const x = placeOf((bin.from + bin.to) / 2, marks, field);
    return [...stack("within", bin.within, 0, x, field), ...stack("beyond", bin.beyond, bin.within, x, field)];
  });
}

/** So many dots above each other, on top of those that stand there already. */
export function stack(className: string, count: number, under: number, x: number, field: Field): Markup[] {
  const step = Math.min(8, field.height / Math.max(1, under + count));
  return Array.from({ length: count }, (_, i) => {
    const y = field.top + field.height - step * (under + i + 0.5);
    return html`<circle class="${className}" cx="${x}%" cy="${y}" r="${Math.min(3.5, step / 2)}"/>`;
  });
}
