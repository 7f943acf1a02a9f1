import { countOf } from "../format/count.ts";
import { formatDay, formatMonth } from "../format/moment.ts";
import { html, type Markup } from "../markup.ts";
import { drawVerdict, SHAPES } from "./story-shapes.ts";
import { byLane, byMonth, type Fate, type Span } from "./story-spans.ts";
import { percentOf, picture } from "./svg.ts";

export interface Story {
  readonly spans: readonly Span[];
  /** Ms since 1970 UTC: how far the verdicts go. */
  readonly asOf: number;
  readonly timezone: string;
}

/** More spans than this are counted by month. */
const MOST = 60;
const TOP = 26;
const LABEL = 17;
const ROW = 18;
const FOOT = 24;

/**
 * What was promised to one customer, promise by promise: from asking to answer, with a tick where it was due. What
 * became of it is a shape and a colour. Of very many, each month has its worst with how many there were.
 */
export function storyChart({ spans, asOf, timezone }: Story, title: string): Markup {
  const shown = spans.length > MOST ? byMonth(spans, timezone) : spans;
  const lanes = byLane(shown, asOf);
  const from = Math.min(asOf, ...spans.map(({ asked }) => asked));
  const open = spans.flatMap(({ due, fate }) => (fate === "open" && due !== null ? [due] : []));
  const to = Math.max(asOf, ...open, ...spans.map(({ answered, asked }) => answered ?? asked), from + 1);
  const x = (at: number) => 2 + percentOf(at, from, to) * 0.96;
  let top = TOP;
  const parts = lanes.map(({ says, rows }) => {
    const y = top + LABEL;
    top = y + rows.length * ROW + 4;
    const drawn = rows.map((row, i) => row.map((span) => drawSpan(span, y + 8 + i * ROW, x, asOf)));
    return html`<text class="story-says" x="0" y="${y - 4}">${says}</text>${drawn}`;
  });
  const height = top + FOOT;
  const counts = SHAPES.map(({ fate }) => `${spans.filter((one) => one.fate === fate).length} ${fate}`);
  return picture(
    {
      title,
      desc: `${countOf(spans.length, "promise", "promises")}: ${counts.join(", ")}.`,
      height,
      className: "story",
    },
    [
      legend(),
      ticks(from, to, x, timezone, top),
      html`<line class="story-now" x1="${x(asOf)}%" x2="${x(asOf)}%" y1="${TOP - 6}" y2="${top}"/>`,
      parts,
    ],
  );
}

/** The shapes in words, where they cannot be overlooked. */
function legend(): Markup[] {
  return SHAPES.map(
    ({ fate }, i) =>
      html`${drawVerdict(fate, i * 20 + 2, 8)}<text class="tick" x="${i * 20 + 2}%" dx="10" y="12">${fate}</text>`,
  );
}

function drawSpan(span: Span, y: number, x: (at: number) => number, asOf: number): Markup {
  const { asked, due, answered, fate, count } = span;
  const end = answered ?? (fate === "missed" && due !== null ? due : fate === "open" ? asOf : asked);
  const [a, b] = [x(asked), x(end)];
  const line = html`<line class="story-span ${fate}" x1="${a}%" x2="${b}%" y1="${y}" y2="${y}"/>`;
  const ahead =
    fate === "open" && due !== null && due > asOf
      ? html`<line class="story-ahead" x1="${b}%" x2="${x(due)}%" y1="${y}" y2="${y}"/>`
      : null;
  const tick =
    due === null || count > 1
      ? null
      : html`<line class="story-due" x1="${x(due)}%" x2="${x(due)}%" y1="${y - 7}" y2="${y + 7}"/>`;
  const many = count > 1 ? html`<text class="tick" x="${b}%" dx="9" y="${y + 4}">${count}</text>` : null;
  return html`${line}${ahead}${tick}<circle class="story-asked" cx="${a}%" cy="${y}" r="2"/>${drawVerdict(fate, b, y)}${many}`;
}

const LONG = 100 * 86_400_000;

function ticks(from: number, to: number, x: (at: number) => number, timezone: string, foot: number): Markup[] {
  const days = [0, 1, 2, 3].map((i) => from + ((to - from) * i) / 3);
  return days.map((at, i) => {
    const day = formatDay(new Date(at).toISOString(), timezone);
    const label = to - from > LONG ? formatMonth(day.slice(0, 7)) : day;
    const anchor = i === 0 ? "start" : i === 3 ? "end" : "middle";
    return html`<line class="grid" x1="${x(at)}%" x2="${x(at)}%" y1="${TOP - 6}" y2="${foot + 3}"/><text class="tick" x="${i === 0 ? 0 : i === 3 ? 100 : x(at)}%" y="${foot + 17}" text-anchor="${anchor}">${label}</text>`;
  });
}

export type { Fate, Span };
