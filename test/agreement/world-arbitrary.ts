import fc from "fast-check";
import type { CustomerPromise, Duration, Experience } from "../../src/language/experience.ts";
import { after } from "../oracle/duration.ts";
import type { Json, LedgerEvent } from "../oracle/event.ts";
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
}

/** Few times, and among them the due moments and the milliseconds beside them. */
export function world({ promises, customers }: Size): fc.Arbitrary<World> {
  return season
    .chain((when) =>
      fc.record({ when: fc.constant(when), experience: experience(when, promises), starts: starts(when) }),
    )
    .chain(({ when, experience, starts }) => {
      const stories = storiesOf(experience, starts);
      const allDues = [...new Set(stories.flat())];
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
          return fc.record({
            experience: fc.constant(experience),
            events: fc
              .array(life(when, times, stories), { minLength: customers, maxLength: customers })
              .map((lives) => lives.flatMap((own, i) => own.map((one, j) => identified(one, i, j)))),
            asOf: fc.tuple(fc.constantFrom(...times), fc.constantFrom(...times, Math.max(...times, ...allDues) + 1)),
          });
        });
    });
}

const starts = (when: Season) => fc.uniqueArray(momentIn(when), { minLength: 2, maxLength: 4 });
const momentsOf = (when: Season) => fc.uniqueArray(momentIn(when), { maxLength: 3 });

function identified(event: Omit<Happening, "customer" | "id">, customer: number, place: number): Happening {
  const name = `c${String(customer).padStart(3, "0")}`;
  return { ...event, customer: name, id: `${name}-${place}` };
}

/** From each start to where a window of some promise ends, and the milliseconds after and before that. */
function storiesOf(experience: Experience, starts: readonly number[]): readonly (readonly number[])[] {
  const lengths = experience.promises.flatMap(durationsOf);
  return starts.flatMap((start) =>
    lengths.map((length) => {
      const end = after(experience, start, length);
      return [start, end, end + 1, end - 1];
    }),
  );
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

type Moments = readonly number[];

/** What happened to one customer: about half of it on the borders of one window. */
function life(
  when: Season,
  times: Moments,
  stories: readonly Moments[],
): fc.Arbitrary<readonly Omit<Happening, "customer" | "id">[]> {
  const story = fc.constantFrom(...(stories.length === 0 ? [times] : stories));
  return story.chain((own) =>
    fc.array(
      fc.record({
        name: fc.constantFrom(...EVENTS),
        at: fc.oneof(fc.constantFrom(...own), fc.constantFrom(...times)),
        properties: properties(when, times),
      }),
      { maxLength: 12, size: "max" },
    ),
  );
}

/** Each property is absent now and then, and now and then cannot be read as what it is declared to be. */
function properties(when: Season, times: readonly number[]): fc.Arbitrary<Readonly<Record<string, Json>>> {
  const written = fc.constantFrom(...times).map((ms) => new Date(ms).toISOString());
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

const present = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json | undefined> =>
  fc.option(value, { nil: undefined, freq: 7 });
