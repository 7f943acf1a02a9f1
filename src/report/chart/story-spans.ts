import { formatDay } from "../format/moment.ts";

export type Fate = "kept" | "late" | "missed" | "open" | "excused";

/** One asking of a promise. Times are ms since 1970 UTC. */
export interface Span {
  readonly promise: string;
  readonly says: string;
  readonly asked: number;
  readonly due: number | null;
  readonly answered: number | null;
  readonly fate: Fate;
  /** How many askings it stands for. */
  readonly count: number;
}

const WORST: readonly Fate[] = ["missed", "late", "open", "kept", "excused"];

/** One span for each promise, month and fate, where the first of them was asked. */
export function byMonth(spans: readonly Span[], timezone: string): readonly Span[] {
  const groups = new Map<string, Span>();
  for (const span of [...spans].sort((a, b) => a.asked - b.asked)) {
    const month = formatDay(new Date(span.asked).toISOString(), timezone).slice(0, 7);
    const key = `${span.promise} ${month} ${span.fate}`;
    const first = groups.get(key);
    groups.set(key, { ...(first ?? span), count: (first?.count ?? 0) + span.count });
  }
  // Of many there is no one answer: they stand where the first was asked.
  return [...groups.values()].map((span) => (span.count === 1 ? span : { ...span, answered: null, due: null }));
}

export interface Lane {
  readonly says: string;
  /** What would lie on each other stands below. */
  readonly rows: readonly (readonly Span[])[];
}

/** Spans promise by promise, those with the most broken first, none upon another. */
export function byLane(spans: readonly Span[], asOf: number): readonly Lane[] {
  const lanes = new Map<string, Span[]>();
  for (const span of spans) lanes.set(span.promise, [...(lanes.get(span.promise) ?? []), span]);
  const rank = (own: readonly Span[]) => Math.min(...own.map(({ fate }) => WORST.indexOf(fate)));
  const all = spans.flatMap(({ asked, due, answered }) => [asked, due ?? asked, answered ?? asked]);
  const room = (Math.max(asOf, ...all) - Math.min(asOf, ...all)) * 0.05;
  return [...lanes.values()]
    .sort((a, b) => rank(a) - rank(b))
    .map((own) => ({ says: own[0]?.says ?? "", rows: rowsOf(own, asOf, room) }));
}

function rowsOf(spans: readonly Span[], asOf: number, room: number): readonly (readonly Span[])[] {
  const rows: { until: number; spans: Span[] }[] = [];
  for (const span of [...spans].sort((a, b) => a.asked - b.asked)) {
    const end = Math.max(span.asked, span.answered ?? 0, span.due ?? 0, span.fate === "open" ? asOf : 0) + room;
    const free = rows.find(({ until }) => until <= span.asked);
    if (free === undefined) rows.push({ until: end, spans: [span] });
    else {
      free.until = end;
      free.spans.push(span);
    }
  }
  return rows.map((row) => row.spans);
}
