import type { House } from "../../house.ts";
import type { CustomerPromise, Experience } from "../../language/experience.ts";
import type { Live } from "../../news/live.ts";
import type { VerdictNews } from "../../news/news.ts";
import { nameEach, type VerdictRow } from "../../promises/read.ts";
import { isBroken, type Verdict, type VerdictWord } from "../../promises/verdict.ts";
import type { Shelf } from "../../published/shelf.ts";
import { natural, naturals, sql, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";

interface Change {
  readonly number: string;
  readonly as_of: string;
  readonly promise: string;
  readonly customer_key: string;
  readonly subject_key: string;
  readonly asked_at: string;
  readonly asked_key: string;
  readonly due_at: string | null;
  readonly occasion: string;
  readonly after: VerdictWord | "none";
}

/** What broke longer ago than this when it becomes known is history, and not told one by one. */
const HISTORY_DAYS = 7;

/**
 * After each round of judging tells what broke and what turned out not to be broken, from the table `changes`. One
 * server does it for all; cut off, the next goes on from the last judgement that was told whole.
 */
export function startAnnouncing(
  house: House,
  shelf: Shelf,
  live: Live,
  onTrouble: (thrown: unknown) => void,
): () => Promise<void> {
  let ended = false;
  let working: Promise<void> | undefined;
  let again = false;
  const work = async (): Promise<void> => {
    do {
      again = false;
      await house.state.withLock("announcing", () => announce(house, shelf, live));
    } while (again && !ended);
  };
  const wake = (): void => {
    again = true;
    if (working !== undefined || ended) return;
    working = work()
      .catch(onTrouble)
      .finally(() => {
        working = undefined;
      });
  };
  const silence = live.subscribe(({ news }) => news.kind === "judged" && wake());
  return async () => {
    ended = true;
    silence();
    await working;
  };
}

async function announce({ store, state }: House, shelf: Shelf, live: Live): Promise<void> {
  const experience = shelf.current()?.experience;
  const [row] = await store.rows<{ last: string }>(sql`select toString(max(number)) as last from judgements`);
  if (experience === undefined || row === undefined) return;
  const progress = await state.db.selectFrom("news_progress").select("judgement").executeTakeFirst();
  // From the first time on: what was before is no news.
  const from = progress === undefined ? await before(store) : BigInt(progress.judgement);
  for await (const changes of store.stream<Change>(changesAfter(from)))
    await live.publish(...(await newsOf(store, experience, changes)));
  const judgement = row.last;
  const { db } = state;
  const next = db.insertInto("news_progress").values({ judgement });
  await next.onConflict((conflict) => conflict.column("one").doUpdateSet({ judgement })).execute();
}

/** The number before the first change that is known. */
async function before(store: Store): Promise<bigint> {
  const [row] = await store.rows<{ first: string }>(sql`select toString(min(number)) as first from changes`);
  const first = BigInt(row?.first ?? 0);
  return first === 0n ? 0n : first - 1n;
}

const changesAfter = (
  number: bigint,
) => sql`select number, as_of, promise, customer_key, subject_key, asked_at, asked_key, due_at, '' as occasion, after
from changes
where number > ${natural(number)} and (before in ('late', 'missed')) != (after in ('late', 'missed'))
  and coalesce(due_at, asked_at) > as_of - toIntervalDay(${natural(HISTORY_DAYS)})
order by number, customer_key, promise, subject_key, asked_at, asked_key`;

async function newsOf(
  store: Store,
  experience: Experience,
  changes: readonly Change[],
): Promise<readonly VerdictNews[]> {
  const occasions = await occasionsOf(store, changes);
  const rows = changes.map((change) => ({ ...NOTHING_KNOWN, ...change, occasion: occasions.get(keyOf(change)) ?? "" }));
  const named = await nameEach(store, experience, rows);
  return changes.flatMap((change, i) => {
    const verdict = named[i];
    const promise = experience.promises.find(({ name }) => name === change.promise);
    return verdict === undefined || promise === undefined ? [] : [newsOn(change, verdict, promise)];
  });
}

const NOTHING_KNOWN = {
  answered_at: null,
  answer_key: "0",
  delivered: null,
  expected: null,
  target: null,
  verdict: "open",
  on_target: null,
  felt: null,
} as const satisfies Partial<VerdictRow>;

const keyOf = (row: Pick<Change, "promise" | "customer_key" | "subject_key" | "asked_at" | "asked_key">): string =>
  [row.promise, row.customer_key, row.subject_key, row.asked_at, row.asked_key].join(" ");

async function occasionsOf(store: Store, changes: readonly Change[]): Promise<ReadonlyMap<string, string>> {
  const [keys, promises] = [changes.map((change) => change.customer_key), changes.map(({ promise }) => promise)];
  const rows = await store.rows<Change>(
    sql`select promise, customer_key, subject_key, asked_at, asked_key, occasion from verdicts
      where customer_key in ${naturals([...new Set(keys)])} and promise in ${texts([...new Set(promises)])}`,
  );
  return new Map(rows.map((row) => [keyOf(row), row.occasion]));
}

const iso = (moment: string): string => `${moment.replace(" ", "T")}Z`;

const newsOn = (change: Change, verdict: Verdict, promise: CustomerPromise): VerdictNews => ({
  kind: isBroken(change.after) ? "promise.broken" : "promise.righted",
  promise: promise.name,
  says: promise.says,
  customer: verdict.customer,
  customer_key: change.customer_key,
  subject: verdict.subject,
  occasion: verdict.occasion ?? null,
  team: promise.team ?? null,
  touchpoint: promise.touchpoint ?? null,
  asked_at: iso(change.asked_at),
  asked_id: verdict.askedId,
  due_at: change.due_at === null ? null : iso(change.due_at),
  verdict: change.after === "none" ? "gone" : change.after,
  as_of: iso(change.as_of),
});
