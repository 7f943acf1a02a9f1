/** The moment in a time zone, unambiguous wherever it is read: "2018-10-17 21:00". */
export function formatMoment(iso: string, timezone: string): string {
  const part = partsOf(iso, timezone);
  return `${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}`;
}

/** The day of a moment in a time zone: "2018-10-17". */
export function formatDay(iso: string, timezone: string): string {
  const part = partsOf(iso, timezone);
  return `${part("year")}-${part("month")}-${part("day")}`;
}

function partsOf(iso: string, timezone: string): (type: Intl.DateTimeFormatPartTypes) => string {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: timezone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const parts = format.formatToParts(new Date(iso));
  return (type) => parts.find((part) => part.type === type)?.value ?? "";
}

const shortMonth = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });

/** A month's key, "2018-03", as a label: "Mar 2018"; anything else stays as it is. */
export function formatMonth(key: string): string {
  const found = /^(\d{4})-(\d{2})$/.exec(key);
  if (!found) return key;
  const name = shortMonth.format(new Date(Date.UTC(2000, Number(found[2]) - 1)));
  return `${name} ${found[1]}`;
}
