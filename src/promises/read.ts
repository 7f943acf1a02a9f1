import type { CustomerPromise, Experience } from "../language/experience.ts";
import { inOrder } from "../language/in-order.ts";
import { followsColumn, propertyColumn } from "../ledger/columns.ts";
import { naturals, sql, text, texts } from "../sql/sql.ts";
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
  const customers = [...new Set(rows.map((row) => row.customer_key))];
  const ids = await eventsOf(store, customers);
  const subjects = await subjectsOf(store, experience, customers);
  const promises = new Map(experience.promises.map((promise) => [promise.name, promise]));
  return rows.map((row) => {
    const promise = promises.get(row.promise);
    const event = ids.get(`${row.customer_key} ${row.asked_at} ${row.asked_key}`);
    const subject = promise && event && subjectOf(promise, row, event.customer, subjects);
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

/** Verdict rows with the texts of their keys, in the order of promise, customer, subject, asked_at, asked_id. */
export async function nameRows(
  store: Store,
  experience: Experience,
  rows: readonly VerdictRow[],
): Promise<readonly Verdict[]> {
  const places = new Map(experience.promises.map(({ name }, i) => [name, i]));
  const place = (verdict: Verdict): number => places.get(verdict.promise) ?? 0;
  const named = (await nameEach(store, experience, rows)).map((verdict, i) => {
    if (verdict === undefined) throw new Error(`the verdict on ${rows[i]?.promise} has lost its event or its journey`);
    return verdict;
  });
  return named.sort(
    (a, b) =>
      place(a) - place(b) ||
      inOrder(a.customer, b.customer) ||
      inOrder(a.subject, b.subject) ||
      a.askedAt - b.askedAt ||
      inOrder(a.askedId, b.askedId),
  );
}

function subjectOf(
  promise: CustomerPromise,
  row: VerdictRow,
  customer: string,
  subjects: ReadonlyMap<string, string>,
): string | undefined {
  if (promise.journey === undefined) return customer;
  return subjects.get(`${promise.journey} ${row.customer_key} ${row.subject_key}`);
}

/** Customer and id by customer, time and the key that verdicts hold. */
async function eventsOf(store: Store, customers: readonly string[]) {
  const rows = await store.rows<{ customer_key: string; at: string; key: string; customer: string; id: string }>(
    sql`select customer_key, at, ${ROW_KEY} as key, customer, id from events where customer_key in ${naturals(customers)}`,
  );
  return new Map(rows.map((row) => [`${row.customer_key} ${row.at} ${row.key}`, row]));
}

async function subjectsOf(store: Store, { journeys }: Experience, customers: readonly string[]) {
  const named = await Promise.all(
    journeys.map(({ name, follows }) =>
      store.rows<{ journey: string; customer_key: string; subject_key: string; subject: string }>(
        sql`select distinct ${text(name)} as journey, customer_key, ${followsColumn(follows)} as subject_key, ${propertyColumn(follows)} as subject
            from events where customer_key in ${naturals(customers)} and ${followsColumn(follows)} != 0`,
      ),
    ),
  );
  return new Map(named.flat().map((row) => [`${row.journey} ${row.customer_key} ${row.subject_key}`, row.subject]));
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
