import fc from "fast-check";
import type { CustomerPromise, Duration, Experience, Term } from "../../src/language/experience.ts";
import { after } from "../oracle/duration.ts";
import type { Json, LedgerEvent } from "../oracle/event.ts";
import { onTheWall } from "../oracle/zone.ts";
import { experience } from "./experience-arbitrary.ts";
import { AMOUNTS, LENGTHS, PIECES, TEXTS } from "./expression-arbitrary.ts";
import { dayIn, momentIn, type Season, season } from "./season.ts";
import { EVENTS } from "./vocabulary.ts";

/** An event before the ledger gave it a key. */
export type Happening = Omit<LedgerEvent, "key">;

/** One experience file, what happened to a number of customers, and the moments as of which they are judged. */
export interface World {
  readonly experience: Experience;
  readonly events: readonly Happening[];
  readonly asOf: readonly number[];
}

export interface Size {
  readonly promises: number;
  readonly customers: number;
  /** Of each customer at the most. */
  readonly events: number;
}

/** Few times, and among them the due moments and the milliseconds beside them. */
export function world({ promises, customers, events }: Size): fc.Arbitrary<World> {
  return season
    .chain((when) =>
      fc.record({ when: fc.constant(when), experience: experience(when, promises), starts: starts(when) }),
    )
    .chain(({ when, experience, starts }) => {
      const stories = storiesOf(experience, starts);
      const allDues = [...new Set(stories.flatMap(({ ends }) => ends))];
      return fc
        .record({
          dues: fc.shuffledSubarray(allDues, {
            minLength: Math.min(6, allDues.length),
            maxLength: Math.min(12, allDues.length),
          }),
          more: momentsOf(when),
        })
        .chain(({ dues, more }) => {
          const times = [...new Set([...starts, ...dues, ...more])].toSorted((a, b) => a - b);
          const moment = fc.constantFrom(...times);
          return fc.record({
            experience: fc.constant(experience),
            events: fc
              .array(life(when, times, stories, events), { minLength: customers, maxLength: customers })
              .map((lives) => lives.flatMap((own, i) => own.map((one, j) => identified(one, i, j)))),
            asOf: fc.tuple(moment, fc.oneof(moment, fc.constant(Math.max(...times, ...allDues) + 1))),
          });
        });
    });
}

const starts = (when: Season) => fc.uniqueArray(momentIn(when), { minLength: 2, maxLength: 4 });
const momentsOf = (when: Season) => fc.uniqueArray(momentIn(when), { maxLength: 3 });

function identified(event: Omit<Happening, "customer" | "id">, customer: number, place: number): Happening {
  const name = `${customer % 5 === 0 ? "né 'c\\" : "c"}${String(customer).padStart(3, "0")}`;
  return { ...event, customer: name, id: `${name}-${place}` };
}

type Moments = readonly number[];

/** What would happen on the borders of one window of a promise. */
interface Story {
  /** When the window begins, and the events that begin it. */
  readonly start: number;
  readonly early: readonly string[];
  /** When it ends and the milliseconds beside that, and the events that matter then. */
  readonly ends: Moments;
  readonly late: readonly string[];
}

/** From each start to where a window of some promise ends. */
function storiesOf(experience: Experience, starts: Moments): readonly Story[] {
  return starts.flatMap((start) =>
    experience.promises.flatMap((promise) =>
      durationsOf(promise).map((length) => {
        const end = after(experience, start, length);
        return { start, ends: [end, end + 1, end - 1], ...eventsOf(promise) };
      }),
    ),
  );
}

function eventsOf(promise: CustomerPromise): Pick<Story, "early" | "late"> {
  const names = (...terms: readonly Term[]) => terms.flat().map(({ event }) => event);
  switch (promise.kind) {
    case "then":
      return { early: names(promise.when), late: names(promise.then, promise.then, promise.unless, promise.before) };
    case "count":
    case "never":
      return { early: names(promise.when), late: names(promise.count, promise.unless) };
    case "first":
      return { early: names(promise.first), late: names(promise.when) };
    case "measure":
      return { early: names(promise.when), late: names(promise.then, promise.when) };
  }
}

function durationsOf(promise: CustomerPromise): readonly Duration[] {
  switch (promise.kind) {
    case "then": {
      const limits = [promise.expected, promise.target].flatMap((values) =>
        values === undefined ? [] : [values.usual, ...values.for.map(({ value }) => value)],
      );
      return limits.flatMap((limit) => (limit.kind === "within" ? [limit.duration] : []));
    }
    case "count":
    case "never":
      return [promise.for];
    case "first":
      return promise.within === undefined ? [] : [promise.within];
    case "measure":
      return [];
  }
}

/** What happened to one customer: about half of it on the borders of one window. */
function life(
  when: Season,
  times: Moments,
  stories: readonly Story[],
  most: number,
): fc.Arbitrary<readonly Omit<Happening, "customer" | "id">[]> {
  const happening = (names: readonly string[], moments: Moments) =>
    fc.record({
      name: fc.constantFrom(...names),
      at: fc.constantFrom(...moments),
      properties: properties(when, times),
    });
  const anything = happening(EVENTS, times);
  if (stories.length === 0) return fc.array(anything, { maxLength: most, size: "max" });
  return fc.constantFrom(...stories).chain(({ start, early, ends, late }) => {
    const one = fc.oneof(
      { arbitrary: anything, weight: 4 },
      { arbitrary: happening(early, [start]), weight: 2 },
      { arbitrary: happening(late, ends), weight: 2 },
    );
    return fc.array(one, { maxLength: most, size: "max" });
  });
}

/** Each property is absent now and then, and now and then cannot be read as what it is declared to be. */
function properties(when: Season, times: readonly number[]): fc.Arbitrary<Readonly<Record<string, Json>>> {
  const moment = fc.constantFrom(...times);
  const written = fc.oneof(
    { arbitrary: moment.map((ms) => new Date(ms).toISOString()), weight: 3 },
    { arbitrary: moment.map((ms) => onTheWall(ms, when.timezone).toString()), weight: 1 },
    { arbitrary: fc.constantFrom(...SKIPPED), weight: 1 },
  );
  const mostly = (good: fc.Arbitrary<Json>) =>
    fc.oneof({ arbitrary: good, weight: 6 }, { arbitrary: fc.constantFrom<Json>("soon", null), weight: 1 });
  return fc
    .record({
      order: present(fc.constantFrom<Json>("1", "1", "1", "2", 1, null)),
      parcel: present(fc.constantFrom<Json>("1", "1", "2", "x y")),
      topic: present(fc.constantFrom<Json>(...TEXTS, 1, null)),
      amount: present(fc.constantFrom<Json>(...AMOUNTS, "1", "2.5", "much", null)),
      pieces: present(fc.constantFrom<Json>(...PIECES, "2", "few", null)),
      urgent: present(fc.constantFrom<Json>(true, false, "true", null)),
      promised: present(mostly(written)),
      day: present(mostly(dayIn(when))),
      lasted: present(fc.constantFrom<Json>(...LENGTHS, "60", null)),
    })
    .map((all) =>
      Object.fromEntries(
        Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
      ),
    );
}

/** Times of day, without an offset, that the clocks of one season or another skip. */
const SKIPPED = ["2024-03-31T03:30:00", "2018-11-04T00:30:00", "2024-10-06T02:15:00"];

const present = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json | undefined> =>
  fc.option(value, { nil: undefined, freq: 7 });
