import { type Hole, html, type Markup } from "../markup.ts";

export interface Picture {
  readonly title: string;
  /** The whole picture in words, for who cannot see it. */
  readonly desc: string;
  readonly height: number;
  readonly className: string;
}

/** A picture as wide as its place: sideways everything stands in per cent, so words keep their size on every screen. */
export function picture(about: Picture, content: Hole): Markup {
  return html`<svg class="${about.className}" role="img" width="100%" height="${about.height}"><title>${about.title}</title><desc>${about.desc}</desc>${content}</svg>`;
}

/** A part of a picture in which one unit sideways is a thousandth of its width: for lines and areas, never for words. */
export function stretched(
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  view: { readonly from: number; readonly to: number },
  content: Hole,
): Markup {
  return html`<svg x="${place.x}%" y="${place.y}" width="${place.width}%" height="${place.height}" viewBox="${view.from} 0 ${view.to - view.from} ${place.height}" preserveAspectRatio="none">${content}</svg>`;
}

/** Words beside a place must not run out of the picture: near an edge they lean inwards. */
export function anchorAt(percent: number, lean = 22): "start" | "middle" | "end" {
  if (percent < lean) return "start";
  return percent > 100 - lean ? "end" : "middle";
}

/** A number between two others as a number between 0 and 100, held inside. */
export function percentOf(value: number, from: number, to: number): number {
  if (!(to > from)) return 50;
  return Math.min(100, Math.max(0, ((value - from) / (to - from)) * 100));
}
