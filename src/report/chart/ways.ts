import { curveBasis, line } from "d3-shape";
import { html, type Markup } from "../markup.ts";

/** A point of a picture, in its units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A step of a journey where it stands; `x` and `y` are its middle. */
export interface PlacedStep extends Point {
  readonly event: string;
  readonly width: number;
  readonly height: number;
  readonly onPath: boolean;
  readonly lines: readonly { readonly text: string; readonly className: string }[];
}

/** A way from a step to another. */
export interface PlacedMove {
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  readonly label: Point & { readonly text: string; readonly width: number };
  /** How thick it is drawn. */
  readonly thick: number;
  /** Meant: a step of the path to its next. */
  readonly meant: boolean;
  /** Nobody goes there. */
  readonly gone: boolean;
}

export interface PlacedWays {
  readonly width: number;
  readonly height: number;
  readonly steps: readonly PlacedStep[];
  readonly moves: readonly PlacedMove[];
}

export const LINE_HEIGHT = 18;
export const STEP_ROOM = 10;

const curve = line<Point>(
  ({ x }) => Math.round(x * 10) / 10,
  ({ y }) => Math.round(y * 10) / 10,
).curve(curveBasis);
const headLength = (thick: number): number => 6 + 1.3 * thick;

/** The line of a way, up to its head. */
export function movePath(points: readonly Point[], thick: number): string {
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return "";
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const length = headLength(thick) - 1;
  return (
    curve([...points.slice(0, -1), { x: end.x - length * Math.cos(angle), y: end.y - length * Math.sin(angle) }]) ?? ""
  );
}

/** The head of a way: a triangle at its end. */
export function headPath(points: readonly Point[], thick: number): string {
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return "";
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const [length, half] = [headLength(thick), 3.5 + 0.75 * thick];
  const corner = (side: number): string => {
    const x = end.x - length * Math.cos(angle) - side * half * Math.sin(angle);
    const y = end.y - length * Math.sin(angle) + side * half * Math.cos(angle);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  return `M${end.x.toFixed(1)},${end.y.toFixed(1)}L${corner(1)}L${corner(-1)}Z`;
}

export const moveClass = ({ meant, gone }: Pick<PlacedMove, "meant" | "gone">): string =>
  gone ? `way ${meant ? "meant" : "detour"}` : "way nobody";

/** A journey as it is gone, as one picture: for paper and files. */
export function drawWays({ width, height, steps, moves }: PlacedWays, title: string, desc: string): Markup {
  return html`<svg class="ways" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>${title}</title><desc>${desc}</desc>${moves.map(drawMove)}${steps.map(drawStep)}${moves.map(drawLabel)}</svg>`;
}

const drawMove = (move: PlacedMove): Markup =>
  html`<g class="${moveClass(move)}"><path class="line" d="${movePath(move.points, move.thick)}" stroke-width="${move.thick}"/><path class="head" d="${headPath(move.points, move.thick)}"/></g>`;

const drawLabel = ({ label }: PlacedMove): Markup =>
  html`<text class="tick" x="${label.x}" y="${label.y + 4}" text-anchor="middle">${label.text}</text>`;

function drawStep({ x, y, width, height, onPath, lines }: PlacedStep): Markup {
  const [left, top] = [x - width / 2, y - height / 2];
  const words = lines.map(
    ({ text, className }, i) =>
      html`<text class="${className}" x="${left + STEP_ROOM}" y="${top + STEP_ROOM + 13 + i * LINE_HEIGHT}">${fitted(text, width)}</text>`,
  );
  return html`<g class="step ${onPath ? "meant" : "detour"}"><rect x="${left}" y="${top}" width="${width}" height="${height}" rx="5"/>${words}</g>`;
}

/** Cut where it would run out of its box. */
function fitted(text: string, width: number): string {
  const most = Math.floor((width - 2 * STEP_ROOM) / 6.6);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
