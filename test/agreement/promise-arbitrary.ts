import fc from "fast-check";
import type {
  Bound,
  Calendar,
  CountPromise,
  CustomerPromise,
  FirstPromise,
  MeasurePromise,
  PerOccasion,
  Term,
  ThenPromise,
  TimeLimit,
  With,
} from "../../src/language/experience.ts";
import { countPromise, firstPromise, measurePromise, thenPromise } from "../oracle/example.ts";
import { duration } from "./duration-arbitrary.ts";
import { amount, condition, deadline } from "./expression-arbitrary.ts";
import type { Season } from "./season.ts";
import { EVENTS } from "./vocabulary.ts";

/** What promises may name. */
export interface Setting {
  readonly season: Season;
  readonly calendars: readonly Calendar[];
  readonly journeys: readonly string[];
  readonly occasions: readonly string[];
}

/** One to three events, one in three with a condition; `names`: what conditions may speak of. */
export function term({ season }: Setting | { readonly season: Season }, names: readonly string[]): fc.Arbitrary<Term> {
  const one = fc.record({
    event: fc.constantFrom(...EVENTS),
    if: fc.option(condition({ season, names }), { nil: undefined, freq: 2 }),
  });
  const bare = fc.record({ event: fc.constantFrom(...EVENTS), if: fc.constant(undefined) });
  return fc.uniqueArray(fc.oneof({ arbitrary: bare, weight: 2 }, { arbitrary: one, weight: 1 }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ event }) => event,
    size: "xsmall",
  });
}

const WHEN = ["event"];
const ELSEWHERE = ["event", "asked"];

/** Mostly nothing. */
const sometimes = (setting: Setting): fc.Arbitrary<Term> =>
  fc.oneof({ arbitrary: fc.constant([]), weight: 2 }, { arbitrary: term(setting, ELSEWHERE), weight: 1 });

const often = (setting: Setting): fc.Arbitrary<Term> =>
  fc.oneof({ arbitrary: fc.constant([]), weight: 1 }, { arbitrary: term(setting, ELSEWHERE), weight: 1 });

function perOccasion<T>({ occasions }: Setting, value: fc.Arbitrary<T>): fc.Arbitrary<PerOccasion<T>> {
  const others = fc
    .tuple(
      ...occasions.map((occasion) =>
        fc.option(
          value.map((one) => ({ occasion, value: one })),
          { nil: undefined },
        ),
      ),
    )
    .map((all) => all.flatMap((one) => (one === undefined ? [] : [one])));
  return fc.record({ usual: value, for: others });
}

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 2 });

const withs = (setting: Setting): fc.Arbitrary<readonly With[]> =>
  fc.uniqueArray(fc.record({ name: fc.constantFrom("quote", "last"), event: term(setting, ELSEWHERE) }), {
    maxLength: 2,
    selector: ({ name }) => name,
  });

function timeLimit(setting: Setting, names: readonly string[]): fc.Arbitrary<TimeLimit> {
  const { season } = setting;
  return fc.oneof(
    { arbitrary: duration(setting.calendars).map((one): TimeLimit => ({ kind: "within", duration: one })), weight: 6 },
    { arbitrary: deadline({ season, names }).map((moment): TimeLimit => ({ kind: "by", moment })), weight: 3 },
    { arbitrary: fc.constant<TimeLimit>({ kind: "eventually" }), weight: 2 },
  );
}

function then(setting: Setting): fc.Arbitrary<ThenPromise> {
  return withs(setting).chain((all) => {
    const names = all.map(({ name }) => name);
    const limit = fc.oneof(
      { arbitrary: timeLimit(setting, ["asked", ...names]), weight: 3 },
      { arbitrary: timeLimit(setting, ["asked", "answer", ...names]), weight: 1 },
    );
    const answer = term(setting, ELSEWHERE);
    const parts = { then: answer, unless: often(setting), before: sometimes(setting), undoneBy: sometimes(setting) };
    return fc
      .record({
        ...common(setting),
        ...parts,
        expected: perOccasion(setting, limit),
        target: maybe(perOccasion(setting, limit)),
      })
      .map((rest) => thenPromise({ ...rest, with: all }));
  });
}

const common = (setting: Setting) => ({
  journey: fc.constantFrom(...setting.journeys, undefined),
  when: term(setting, WHEN),
});

function bound(values: readonly number[]): fc.Arbitrary<Bound> {
  const value = fc.constantFrom(...values);
  return fc.oneof(
    value.map((most): Bound => ({ least: undefined, most })),
    value.map((least): Bound => ({ least, most: undefined })),
    fc.tuple(value, value).map(([one, other]): Bound => ({ least: Math.min(one, other), most: Math.max(one, other) })),
  );
}

function count(setting: Setting): fc.Arbitrary<CountPromise> {
  const bounds = perOccasion(setting, bound([0, 1, 2, 3]));
  return fc
    .record({
      ...common(setting),
      count: term(setting, ELSEWHERE),
      for: duration(setting.calendars),
      unless: often(setting),
      expected: bounds,
      target: maybe(bounds),
    })
    .map((rest) => countPromise(rest));
}

function never(setting: Setting): fc.Arbitrary<CountPromise> {
  const none: PerOccasion<Bound> = { usual: { least: undefined, most: 0 }, for: [] };
  const parts = { count: term(setting, ELSEWHERE), for: duration(setting.calendars), unless: often(setting) };
  return fc
    .record({ ...common(setting), ...parts })
    .map((rest) => countPromise({ ...rest, kind: "never", expected: none }));
}

function measure(setting: Setting): fc.Arbitrary<MeasurePromise> {
  const bounds = perOccasion(setting, bound([-1, 0, 0.3, 1, 2, 3600]));
  return fc.tuple(withs(setting), fc.boolean()).chain(([all, bare]) => {
    const named = all.map(({ name }) => name);
    const names = bare ? ["asked", ...named] : ["answer", "asked", ...named];
    const none = fc.constant<Term>([]);
    return fc
      .record({
        ...common(setting),
        then: bare ? none : term(setting, ELSEWHERE),
        unless: bare ? none : sometimes(setting),
        before: bare ? none : sometimes(setting),
        undoneBy: bare ? none : sometimes(setting),
        measure: amount({ season: setting.season, names }),
        expected: bounds,
        target: maybe(bounds),
      })
      .map((rest) => measurePromise({ ...rest, with: all }));
  });
}

const first = (setting: Setting): fc.Arbitrary<FirstPromise> =>
  fc
    .record({ ...common(setting), first: term(setting, ELSEWHERE), within: maybe(duration(setting.calendars)) })
    .map((rest) => firstPromise(rest));

/** A promise of any kind, `then` the most often. */
export const promise = (setting: Setting): fc.Arbitrary<CustomerPromise> =>
  fc.oneof(
    { arbitrary: then(setting), weight: 4 },
    { arbitrary: count(setting), weight: 2 },
    { arbitrary: never(setting), weight: 1 },
    { arbitrary: measure(setting), weight: 2 },
    { arbitrary: first(setting), weight: 1 },
  );
