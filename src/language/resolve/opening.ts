import type { Calendar } from "../experience.ts";

type Opening = Calendar["open"][number];
export const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const TIME = /^([01]?\d|2[0-4]):([0-5]\d)$/;

export type ReadOpening = { readonly openings: readonly Opening[] } | { readonly fault: string };

/** Opening hours such as Mon-Fri 08:00-12:00 13:00-17:00. */
export function readOpening(text: string): ReadOpening {
  const [days, ...times] = text.trim().split(/\s*,\s*(?=[\d])|\s+/);
  const weekdays = readDays(days ?? "");
  if (!weekdays) return { fault: `"${days}" is no day or range of days.` };
  if (times.length === 0) return { fault: `"${text.trim()}" has no times.` };
  const openings: Opening[] = [];
  for (const time of times) {
    const [from, to, more] = time.split(/[-–]/).map(readTime);
    if (from === undefined || to === undefined || more !== undefined)
      return { fault: `"${time}" is no range of times.` };
    if (to <= from)
      return { fault: `"${time}" ends before it begins: hours over midnight are two ranges, to 24:00 and from 00:00.` };
    openings.push(...weekdays.map((weekday) => ({ weekday, from, to })));
  }
  return { openings };
}

function readDays(text: string): readonly number[] | undefined {
  const days: number[] = [];
  for (const part of text.split(",")) {
    const [from, to, more] = part.split(/[-–]/).map(readDay);
    if (from === undefined || more !== undefined || (/[-–]/.test(part) && to === undefined)) return undefined;
    for (let day = from; ; day = (day % 7) + 1) {
      days.push(day);
      if (day === (to ?? from)) break;
    }
  }
  return [...new Set(days)];
}

function readDay(text: string): number | undefined {
  const index = DAYS.findIndex((day) => day.toLowerCase() === text.trim().slice(0, 3).toLowerCase());
  return index < 0 || !/^\p{L}{3,9}$/u.test(text.trim()) ? undefined : index + 1;
}

function readTime(text: string): number | undefined {
  const parts = TIME.exec(text);
  const minutes = parts ? Number(parts[1]) * 60 + Number(parts[2]) : Number.NaN;
  return minutes <= 1440 ? minutes : undefined;
}

/** Sorted and joined where they touch; `overlap` is a weekday on which two ranges share a minute. */
export function joinOpenings(openings: readonly Opening[]): {
  readonly open: readonly Opening[];
  readonly overlap: number | undefined;
} {
  const sorted = [...openings].sort((a, b) => a.weekday - b.weekday || a.from - b.from);
  const open: Opening[] = [];
  let overlap: number | undefined;
  for (const next of sorted) {
    const last = open.at(-1);
    if (!last || last.weekday !== next.weekday || next.from > last.to) open.push(next);
    else {
      if (next.from < last.to) overlap ??= next.weekday;
      open[open.length - 1] = { ...last, to: Math.max(last.to, next.to) };
    }
  }
  return { open, overlap };
}
