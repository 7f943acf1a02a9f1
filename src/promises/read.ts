import type { CustomerPromise, Experience } from "../language/experience.ts";
import { inOrder } from "../language/in-order.ts";
import { followsColumn, propertyColumn } from "../ledger/columns.ts";
import { bound, commas, naturals, sql, text, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { ROW_KEY } from "./element.ts";
import type { Verdict, VerdictWord } from "./verdict.ts";

/** A row of the table `verdicts` as the store gives it. */
export interface VerdictRow {
  readonly promise: string;
  readonly customer_key: string;
  readonly subject_key: string;
  readonly occasion: string;
  readonly asked_at: string;
  readonly asked_key: string;
  readonly due_at: string | null;
  readonly answered_at: string | null;
  readonly answer_key: string;
  readonly delivered: number | null;
  readonly expected: number | null;
  readonly target: number | null;
  readonly verdict: VerdictWord;
  readonly on_target: boolean | null;
  readonly felt: number | null;
}

const ms = (moment: string): number => Date.parse(`${moment.replace(" ", "T")}Z`);
const optionalMs = (moment: string | null): number | undefined => (moment === null ? undefined : ms(moment));

/** Verdict rows with the texts of their keys, in the order in which they come; undefined where an event has been erased or moved since. */
export async function nameEach(
  store: Store,
  experience: Experience,
  rows: readonly VerdictRow[],
): Promise<readonly (Verdict | undefined)[]> {
  const follows = [...new Set(experience.journeys.map((journey) => journey.follows))];
  const ids = await eventsOf(store, follows, rows);
  const followed = new Map(experience.journeys.map((journey) => [journey.name, follows.indexOf(journey.follows)]));
  const promises = new Map(experience.promises.map((promise) => [promise.name, promise]));
  return rows.map((row) => {
    const promise = promises.get(row.promise);
    const event = ids.get(`${row.customer_key} ${row.asked_at} ${row.asked_key}`);
    const subject = promise && event && subjectOf(promise, event, followed);
    if (event === undefined || subject === undefined) return undefined;
    return {
      promise: row.promise,
      customer: event.customer,
      subject,
      occasion: row.occasion === "" ? undefined : row.occasion,
      askedAt: ms(row.asked_at),
      askedId: event.id,
      dueAt: optionalMs(row.due_at),
      answeredAt: optionalMs(row.answered_at),
      answerId:
        row.answered_at === null ? undefined : ids.get(`${row.customer_key} ${row.answered_at} ${row.answer_key}`)?.id,
      delivered: row.delivered ?? undefined,
      expected: row.expected ?? undefined,
      target: row.target ?? undefined,
      verdict: row.verdict,
      onTarget: row.on_target ?? undefined,
      felt: row.felt ?? undefined,
    };
  });
}

/** Those of `nameEach` that have their events still, in the order of promise, customer, subject, asked_at, asked_id. */
export async function nameRows(
  store: Store,
  experience: Experience,
  rows: readonly VerdictRow[],
): Promise<readonly Verdict[]> {
  const places = new Map(experience.promises.map(({ name }, i) => [name, i]));
  const place = (verdict: Verdict): number => places.get(verdict.promise) ?? 0;
  const named = await nameEach(store, experience, rows);
  return named
    .flatMap((verdict) => verdict ?? [])
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        inOrder(a.customer, b.customer) ||
        inOrder(a.subject, b.subject) ||
        a.askedAt - b.askedAt ||
        inOrder(a.askedId, b.askedId),
    );
}

interface EventRow {
  readonly customer_key: string;
  readonly at: string;
  readonly key: string;
  readonly customer: string;
  readonly id: string;
  /** What journeys follow, in the order of their properties; null where the event is in none. */
  readonly subjects: readonly (string | null)[];
}

/** The event that asked is itself in the journey. */
function subjectOf(
  { journey }: CustomerPromise,
  { customer, subjects }: EventRow,
  followed: ReadonlyMap<string, number>,
): string | undefined {
  if (journey === undefined) return customer;
  return subjects[followed.get(journey) ?? -1] ?? undefined;
}

/** Up to so many moments are named, so that a customer of many events gives no more of them than are wanted. */
const MOST_MOMENTS = 2000;

/** The events that asked and answered, by customer, time and the key that verdicts hold. */
async function eventsOf(
  store: Store,
  follows: readonly string[],
  rows: readonly VerdictRow[],
): Promise<ReadonlyMap<string, EventRow>> {
  const customers = [...new Set(rows.map((row) => row.customer_key))];
  const moments = [...new Set(rows.flatMap((row) => [row.asked_at, row.answered_at ?? row.asked_at]).map(ms))];
  const then =
    moments.length > MOST_MOMENTS ? sql`true` : sql`toUnixTimestamp64Milli(at) in ${bound("Array(Int64)", moments)}`;
  const subjects = follows.map(
    (property) => sql`if(${followsColumn(property)} = 0, null, toString(${propertyColumn(property)}))`,
  );
  const found = await store.rows<EventRow>(sql`select customer_key, at, ${ROW_KEY} as key, customer, id,
    [${commas(subjects)}]::Array(Nullable(String)) as subjects
  from events where customer_key in ${naturals(customers)} and ${then}`);
  return new Map(found.map((row) => [`${row.customer_key} ${row.at} ${row.key}`, row]));
}

/** Everything that was promised to one customer, as it was last judged. */
export async function verdictsOnCustomer(
  store: Store,
  experience: Experience,
  customer: string,
): Promise<readonly Verdict[]> {
  const rows = await store.rows<VerdictRow>(
    sql`select * from verdicts where customer_key = cityHash64(${text(customer)}) and promise in ${texts(experience.promises.map((promise) => promise.name))}`,
  );
  return nameRows(store, experience, rows);
}
