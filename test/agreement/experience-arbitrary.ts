import fc from "fast-check";
import type { Experience, Journey, Occasion } from "../../src/language/experience.ts";
import { usualValue } from "../../src/language/usual-value.ts";
import { calendarsOf } from "./duration-arbitrary.ts";
import { promise, type Setting, term } from "./promise-arbitrary.ts";
import type { Season } from "./season.ts";
import { EVENT_KINDS, EVENTS } from "./vocabulary.ts";

/** A random experience of `promises` promises, at home in the season's time zone. */
export function experience(season: Season, promises: number): fc.Arbitrary<Experience> {
  return fc
    .record({ calendars: calendarsOf(season), journeys, occasions: occasions(season) })
    .chain(({ calendars, journeys, occasions }) => {
      const setting: Setting = {
        season,
        calendars,
        journeys: journeys.map(({ name }) => name),
        occasions: occasions.map(({ name }) => name),
      };
      return fc.array(promise(setting), { minLength: promises, maxLength: promises }).map((all) => ({
        name: "Agreement",
        currency: undefined,
        timezone: season.timezone,
        calendars,
        teams: [],
        touchpoints: [],
        events: EVENT_KINDS,
        journeys,
        occasions,
        promises: all.map((one, i) => ({ ...one, name: `promise-${i + 1}` })),
        value: usualValue(EVENT_KINDS),
      }));
    });
}

const ends = fc.subarray([...EVENTS], { maxLength: 2 });

/** Two journeys that the same event can belong to, and no event need. */
const journeys: fc.Arbitrary<readonly Journey[]> = fc.tuple(ends, ends).map(([one, other]) => [
  { name: "purchase", follows: "order", path: [], ends: one },
  { name: "delivery", follows: "parcel", path: [], ends: other },
]);

const occasions = (season: Season): fc.Arbitrary<readonly Occasion[]> =>
  fc.subarray(["broken", "gift"]).chain((names) =>
    fc.tuple(...names.map(() => term({ season }, ["event"]))).map((terms) =>
      terms.map((when, i) => ({
        name: names[i] ?? "",
        when,
        life: undefined,
        hopes: undefined,
        ifWeFail: undefined,
        ifWeShine: undefined,
        stakes: 1,
      })),
    ),
  );
