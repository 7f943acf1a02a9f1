const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const some = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 });
const brief = new Intl.NumberFormat("en-GB", { notation: "compact", maximumSignificantDigits: 3 });

/** How many there are, in full: 25,409. */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** How many there are where room is short: 25.4k. */
export function formatBriefCount(count: number): string {
  return Math.abs(count) < 10_000 ? whole.format(count) : brief.format(count);
}

/** A number that need not be whole, with as many digits as it deserves: 25,409, 12.3, 0.045. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15) return brief.format(value);
  return size >= 1000 || Number.isInteger(value) ? whole.format(value) : some.format(value);
}

/** "1 customer", "25,477 customers". */
export function countOf(count: number, one: string, many: string): string {
  return `${formatCount(count)}\u00a0${count === 1 ? one : many}`;
}
