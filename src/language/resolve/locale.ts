import type { Path } from "../diagnostic.ts";
import { nearestName } from "../nearest-name.ts";
import type { Report } from "../report.ts";

/** A time zone must be one that every clock of the program knows: an IANA name in its own spelling, no offset. */
export function checkTimezone(name: string, path: Path, report: Report): void {
  const known = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  if (known.includes(name)) return;
  const spelling = known.find((zone) => zone.toLowerCase() === name.toLowerCase());
  if (spelling === undefined && isOtherName(name)) return;
  report.add("timezone-unknown", { path }, { name }, spelling ?? nearestName(name, known));
}

/** Old and second names, such as Asia/Kolkata beside Asia/Calcutta, are missing from the list but understood. */
function isOtherName(name: string): boolean {
  if (!/^[A-Z][A-Za-z0-9_+-]*(\/[A-Z][A-Za-z0-9_+-]*)*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export function checkCurrency(name: string, path: Path, report: Report): void {
  const known = Intl.supportedValuesOf("currency");
  if (!known.includes(name)) report.add("currency-unknown", { path }, { name }, nearestName(name, known));
}
