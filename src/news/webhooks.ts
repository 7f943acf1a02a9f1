import { randomBytes } from "node:crypto";
import { KeptError } from "../kept-error.ts";
import type { Inside } from "../storage/postgres/at-once.ts";
import type { State } from "../storage/postgres/state.ts";
import { isNewsKind, type NewsKind } from "./news.ts";

/** Where news is sent, as its owner may see it. */
export interface WebhookRow {
  readonly id: string;
  readonly url: string;
  readonly kinds: readonly NewsKind[];
  readonly promises: readonly string[];
  readonly about: string;
  readonly createdAt: Date;
  readonly stopped: string | null;
  readonly stoppedAt: Date | null;
  readonly failingSince: Date | null;
}

export interface NewWebhook {
  readonly url: string;
  readonly kinds: readonly NewsKind[];
  /** Empty: all. */
  readonly promises: readonly string[];
  readonly about: string;
  readonly createdBy: string;
}

/** More than this is a mistake. */
const MOST = 100;
const COLUMNS = [
  "id",
  "url",
  "kinds",
  "promises",
  "about",
  "created_at",
  "stopped",
  "stopped_at",
  "failing_since",
] as const;

const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

/** The secret is given this once. `at` in ms since 1970 UTC. */
export async function makeWebhook(
  { db }: Inside,
  at: number,
  { url, kinds, promises, about, createdBy }: NewWebhook,
): Promise<{ readonly id: string; readonly secret: string }> {
  const counted = await db
    .selectFrom("webhooks")
    .select(({ fn }) => fn.countAll<string>().as("n"))
    .executeTakeFirst();
  if (Number(counted?.n ?? 0) >= MOST)
    throw new KeptError("too-many", `There are ${MOST} webhooks already; take one away first.`, { status: 409 });
  const id = randomBytes(9).toString("base64url");
  const secret = newSecret();
  const what = { url, kinds: [...kinds], promises: [...promises], about };
  await db
    .insertInto("webhooks")
    .values({ id, ...what, secret, created_by: createdBy, created_at: new Date(at) })
    .execute();
  return { id, secret };
}

export async function readWebhooks({ db }: State): Promise<readonly WebhookRow[]> {
  const rows = await db.selectFrom("webhooks").select(COLUMNS).orderBy("created_at").orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    kinds: row.kinds.filter(isNewsKind),
    promises: row.promises,
    about: row.about,
    createdAt: row.created_at,
    stopped: row.stopped,
    stoppedAt: row.stopped_at,
    failingSince: row.failing_since,
  }));
}

/** Another secret, in place of one that others may have seen; undefined where there is no such webhook. */
export async function renewSecret({ db }: Inside, id: string): Promise<string | undefined> {
  const secret = newSecret();
  const { numUpdatedRows } = await db.updateTable("webhooks").set({ secret }).where("id", "=", id).executeTakeFirst();
  return numUpdatedRows > 0n ? secret : undefined;
}

/** Sends nothing any more, or goes on with what waits. Whether there is such a webhook. */
export async function stopWebhook({ db }: Inside, at: number, id: string, stop: boolean): Promise<boolean> {
  const moment = new Date(at);
  const set = stop
    ? { stopped: "by-hand", stopped_at: moment }
    : { stopped: null, stopped_at: null, failing_since: null };
  const { numUpdatedRows } = await db.updateTable("webhooks").set(set).where("id", "=", id).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** With it goes its log. Whether there was such a webhook. */
export async function removeWebhook({ db }: Inside, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom("webhooks").where("id", "=", id).executeTakeFirst();
  return numDeletedRows > 0n;
}

export interface DeliveryRow {
  readonly id: string;
  readonly kind: string;
  readonly made_at: Date;
  readonly attempts: number;
  readonly next_at: Date | null;
  readonly outcome: string;
  readonly last_at: Date | null;
  readonly last_status: number | null;
  readonly last_words: string | null;
}

/** What was sent or is to be, newest first, after a place if given. */
export async function readDeliveries(
  { db }: State,
  webhook: string,
  limit: number,
  after?: { readonly madeAt: Date; readonly id: string },
): Promise<readonly DeliveryRow[]> {
  return db
    .selectFrom("deliveries")
    .select(["id", "kind", "made_at", "attempts", "next_at", "outcome", "last_at", "last_status", "last_words"])
    .where("webhook", "=", webhook)
    .$if(after !== undefined, (query) =>
      query.where(({ eb, or, and }) =>
        or([
          eb("made_at", "<", after?.madeAt ?? new Date(0)),
          and([eb("made_at", "=", after?.madeAt ?? new Date(0)), eb("id", ">", after?.id ?? "")]),
        ]),
      ),
    )
    .orderBy("made_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Tries a delivery again now, also one that was given up. Whether there is such a delivery. */
export async function sendAgain({ db }: State, at: number, webhook: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("deliveries")
    .set({ next_at: new Date(at), outcome: "waiting" })
    .where("id", "=", id)
    .where("webhook", "=", webhook)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Erases what news and deliveries say of a customer, by the hash of their id as a decimal text. Returns how many rows went. */
export async function forgetNewsOn({ db }: Pick<State, "db">, customerKey: string): Promise<number> {
  const news = await db.deleteFrom("news").where("customer_key", "=", customerKey).executeTakeFirst();
  const sent = await db.deleteFrom("deliveries").where("customer_key", "=", customerKey).executeTakeFirst();
  return Number(news.numDeletedRows + sent.numDeletedRows);
}
