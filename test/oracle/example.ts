import type {
  Calendar,
  CountPromise,
  CustomerPromise,
  Experience,
  Expression,
  FirstPromise,
  MeasurePromise,
  Operator,
  PerOccasion,
  PropertyType,
  Term,
  ThenPromise,
  TimeLimit,
} from "../../src/language/experience.ts";
import { usualValue } from "../../src/language/usual-value.ts";
import type { Json, LedgerEvent } from "./event.ts";

/** Short ways to write experiences and events by hand. */
export const experience = (promise: CustomerPromise, rest: Partial<Experience> = {}): Experience => ({
  name: "Example",
  currency: undefined,
  timezone: "UTC",
  calendars: [],
  teams: [],
  touchpoints: [],
  events: [],
  journeys: [],
  occasions: [],
  value: usualValue([]),
  ...rest,
  promises: [promise],
});

const common = {
  name: "p",
  says: "p",
  made: { at: undefined, how: undefined, quote: undefined, source: undefined },
  journey: undefined,
  goal: undefined,
  agreed: [],
  worth: undefined,
  touchpoint: undefined,
  team: undefined,
};

export const names = (...events: readonly string[]): Term => events.map((event) => ({ event, if: undefined }));

export const usual = <T>(value: T): PerOccasion<T> => ({ usual: value, for: [] });

const HOUR = 3_600_000;
export const hours = (n: number): TimeLimit => ({ kind: "within", duration: { kind: "elapsed", ms: n * HOUR } });
export const eventually: TimeLimit = { kind: "eventually" };

export const thenPromise = (rest: Partial<ThenPromise> = {}): ThenPromise => ({
  ...common,
  kind: "then",
  when: names("ask"),
  then: names("answer"),
  unless: [],
  before: [],
  undoneBy: [],
  with: [],
  expected: usual(hours(2)),
  target: undefined,
  ...rest,
});

export const countPromise = (rest: Partial<CountPromise> = {}): CountPromise => ({
  ...common,
  kind: "count",
  when: names("ask"),
  count: names("call"),
  for: { kind: "elapsed", ms: 2 * HOUR },
  unless: [],
  expected: usual({ least: undefined, most: 1 }),
  target: undefined,
  ...rest,
});

export const measurePromise = (rest: Partial<MeasurePromise> = {}): MeasurePromise => ({
  ...common,
  kind: "measure",
  when: names("ask"),
  then: [],
  unless: [],
  before: [],
  undoneBy: [],
  with: [],
  measure: property("asked", "amount", "number"),
  expected: usual({ least: undefined, most: 10 }),
  target: undefined,
  ...rest,
});

export const firstPromise = (rest: Partial<FirstPromise> = {}): FirstPromise => ({
  ...common,
  kind: "first",
  when: names("ask"),
  first: names("check"),
  within: undefined,
  ...rest,
});

export const property = (of: string, name: string, type: PropertyType): Expression => ({
  kind: "property",
  type,
  of,
  name,
});
export const literal = (type: PropertyType, value: string | number | boolean): Expression => ({
  kind: "literal",
  type,
  value,
});
export const call = (type: PropertyType, op: Operator, ...args: readonly Expression[]): Expression => ({
  kind: "call",
  type,
  op,
  args,
});

export const office: Calendar = {
  name: "office",
  timezone: "Europe/Helsinki",
  open: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 8 * 60, to: 18 * 60 })),
  holidays: "FI",
  closed: [],
};

/** A moment on the first of January 2024, or a whole one, in UTC. */
export const ms = (time: string): number => Date.parse(time.length > 12 ? `${time}Z` : `2024-01-01T${time}Z`);

let made = 0n;

/** The key grows with each event, unless `key` says otherwise. The id is the name and the time, unless given. */
export function event(
  name: string,
  time: string,
  properties: Readonly<Record<string, Json>> = {},
  rest: Partial<LedgerEvent> = {},
): LedgerEvent {
  made++;
  return { customer: "c", name, at: ms(time), id: `${name} ${time}`, key: made, properties, ...rest };
}
