const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists, written 2026-12-24, within the years that the engine can hold. */
export function isDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2299 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
