import { createRequire } from "node:module";
import type Holidays from "date-holidays";
import { isDate } from "../dates.ts";
import type { Path } from "../diagnostic.ts";
import type { Calendar } from "../experience.ts";
import { nearestName } from "../nearest-name.ts";
import { type Context, entriesOf } from "./context.ts";
import { checkTimezone } from "./locale.ts";
import { DAYS, joinOpenings, readOpening } from "./opening.ts";

/** Opening hours. */
export function resolveCalendars(context: Context): readonly Calendar[] {
  return entriesOf("calendars", context.file).map(([name, entry]) => {
    const path = ["calendars", name];
    const { closed = [], holidays, timezone } = entry;
    if (timezone !== undefined) checkTimezone(timezone, [...path, "timezone"], context.report);
    if (holidays !== undefined) checkHolidays(holidays, [...path, "holidays"], context);
    for (const [index, date] of closed.entries()) {
      const at = { path: [...path, "closed", index] };
      if (!isDate(date)) context.report.add("date-malformed", at, { name: date });
      else if (closed.indexOf(date) < index) context.report.add("duplicate-in-list", at, { name: date });
    }
    const open = resolveOpen(entry.open ?? [], [...path, "open"], context);
    return { name, timezone: timezone ?? context.timezone, open, holidays, closed: [...closed].sort() };
  });
}

function resolveOpen(lines: string | readonly string[], path: Path, context: Context): Calendar["open"] {
  const list = typeof lines === "string" ? [lines] : lines;
  if (list.length === 0 && !context.report.spoiled(path)) {
    context.report.add("empty-list", { path }, { words: "range of opening hours" });
  }
  let open: Calendar["open"] = [];
  for (const [index, line] of list.entries()) {
    const at = { path: typeof lines === "string" ? path : [...path, index] };
    const read = readOpening(line);
    if ("fault" in read) {
      context.report.add("opening-hours-malformed", at, { words: read.fault });
      continue;
    }
    const joined = joinOpenings([...open, ...read.openings]);
    if (joined.overlap !== undefined)
      context.report.add("opening-hours-overlap", at, { day: DAYS[joined.overlap - 1]! });
    open = joined.open;
  }
  return open;
}

function checkHolidays(code: string, path: Path, context: Context): void {
  const known = holidays();
  const [country = "", state, region, more] = code.split("-");
  const codes = (table: object | undefined, before: string) => Object.keys(table ?? {}).map((key) => before + key);
  const countries = codes(known.getCountries(), "");
  const states = countries.includes(country) ? codes(known.getStates(country), `${country}-`) : [];
  const inState = states.includes(`${country}-${state}`);
  const regions = inState && state !== undefined ? codes(known.getRegions(country, state), `${country}-${state}-`) : [];
  const level = state === undefined ? countries : region === undefined ? states : regions;
  if (more === undefined && level.includes(code)) return;
  const near = nearestName(
    code,
    [...countries, ...states, ...regions].filter((other) => other.length === code.length),
  );
  context.report.add("holidays-unknown", { path }, { name: code }, near);
}

let loaded: Holidays | undefined;

/** Only when it is needed: the package takes a third of a second to load. */
function holidays(): Holidays {
  const load = createRequire(import.meta.url);
  loaded ??= new (load("date-holidays") as typeof Holidays)();
  return loaded;
}
