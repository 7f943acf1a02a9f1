import type { Experience } from "../experience.ts";
import type { Report } from "../report.ts";
import type { Remains, Section } from "../schema.ts";
import { resolveCalendars } from "./calendars.ts";
import { type Context, entriesOf, type PromiseContext } from "./context.ts";
import { resolveEvents } from "./events.ts";
import { resolveJourneys, resolveOccasions } from "./journeys.ts";
import { checkCurrency, checkTimezone } from "./locale.ts";
import { resolveTeams, resolveTouchpoints } from "./organisation.ts";
import { resolvePromises } from "./promises.ts";
import { resolveValue } from "./value.ts";

/**
 * Follows every name to what it stands for and reads every duration, bound and expression. `names` are the names that
 * the file gives in a section. Worth something only when nothing was reported.
 */
export function resolveExperience(
  file: Remains,
  names: (section: Section) => Iterable<string>,
  report: Report,
): Experience {
  if (file.currency !== undefined) checkCurrency(file.currency, ["currency"], report);
  if (file.timezone !== undefined) checkTimezone(file.timezone, ["timezone"], report);
  const known: Context["known"] = {
    teams: new Set(names("teams")),
    touchpoints: new Set(names("touchpoints")),
    events: new Set(names("events")),
    journeys: new Set(names("journeys")),
    occasions: new Set(names("occasions")),
    promises: new Set(names("promises")),
    calendars: new Set(names("calendars")),
  };
  const follows = new Map<string, string>();
  for (const [name, journey] of entriesOf("journeys", file)) {
    if (journey.follows !== undefined && !follows.has(journey.follows)) follows.set(journey.follows, name);
  }
  const context: Context = { report, file, known, follows, timezone: file.timezone ?? "UTC" };
  const [teams, touchpoints, events] = [resolveTeams(context), resolveTouchpoints(context), resolveEvents(context)];
  const byName = <T extends { readonly name: string }>(items: readonly T[]) =>
    new Map(items.map((item) => [item.name, item]));
  const forPromises: PromiseContext = {
    ...context,
    teams: byName(teams),
    touchpoints: byName(touchpoints),
    events: byName(events),
  };
  return {
    name: file.name ?? "",
    currency: file.currency,
    timezone: context.timezone,
    calendars: resolveCalendars(context),
    teams,
    touchpoints,
    events,
    journeys: resolveJourneys(context),
    occasions: resolveOccasions(context),
    promises: resolvePromises(forPromises),
    value: resolveValue(context, events),
  };
}
