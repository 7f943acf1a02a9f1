import { createHash, randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { KeptError } from "../kept-error.ts";
import type { Inside } from "../storage/postgres/at-once.ts";
import type { State } from "../storage/postgres/state.ts";
import type { Caller } from "./caller.ts";
import { isPermission, isRole, mayRole, type Permission } from "./rights.ts";

/** Keys in the memory of this server: looked up in microseconds, thrown out as soon as one is revoked anywhere. */
export interface KeyRing {
  /**
   * Whose secret it is; nothing when it is none of ours, or no longer. One that is not known here is asked for first: it
   * may have been made on another server a moment ago, and senders throw away what is refused.
   */
  callerOf(secret: string): Promise<KeyCaller | undefined>;
  /** Reads all keys anew; awaited after a change on this server, so that the answer already holds for the next request. */
  reload(): Promise<void>;
  close(): void;
}

export type KeyCaller = Extract<Caller, { kind: "key" | "token" }>;

interface Entry {
  readonly caller: KeyCaller;
  /** Ms since 1970 UTC. */
  readonly expires: number;
}

/** A connection that is lost may hide a revocation: what was read longer ago than this no longer counts. In ms. */
const STALE = 60_000;
const REFRESH = 15_000;
/** Secrets that nobody knows make us read so often at most, in ms. */
const GAP = 100;

export async function openKeyRing(state: State, now: () => number): Promise<KeyRing> {
  let entries: ReadonlyMap<string, Entry> = new Map();
  // By the clock that never jumps: when the last reading began, and the one that `entries` comes from.
  let begun = Number.NEGATIVE_INFINITY;
  let read = Number.NEGATIVE_INFINITY;
  const reload = async () => {
    const own = performance.now();
    begun = own;
    const found = await readEntries(state);
    // One that began earlier may not know of a revocation.
    if (own < read) return;
    entries = found;
    read = own;
  };
  const again = () => void reload().catch(() => {});
  let next: Promise<void> | undefined;
  /** A reading that begins after now, shared by all who wait for it. */
  const reloadSoon = () => {
    next ??= sleep(Math.max(0, begun + GAP - performance.now())).then(() => {
      next = undefined;
      return reload();
    });
    return next;
  };
  const find = (secret: string): KeyCaller | undefined => {
    if (performance.now() - read > STALE) throw unchecked();
    const entry = entries.get(hashOf(secret));
    return entry !== undefined && entry.expires > now() ? entry.caller : undefined;
  };
  const silence = await state.listen("rights", again);
  await reload();
  const timer = setInterval(again, REFRESH);
  timer.unref();
  return {
    reload,
    async callerOf(secret) {
      const known = find(secret);
      if (known !== undefined) return known;
      await reloadSoon().catch((thrown: unknown) => {
        throw unchecked(thrown);
      });
      return find(secret);
    },
    close() {
      clearInterval(timer);
      silence();
    },
  };
}

const unchecked = (cause?: unknown) =>
  new KeptError("state-gone", "Keys cannot be checked, because PostgreSQL does not answer.", { cause });

async function readEntries(state: State): Promise<ReadonlyMap<string, Entry>> {
  const rows = await state.db
    .selectFrom("keys")
    .leftJoin("users", "users.id", "keys.owner_id")
    .select(["keys.id", "keys.kind", "keys.hash", "keys.name", "keys.scopes", "keys.owner_id", "keys.expires_at"])
    .select(["users.role", "users.disabled"])
    .where("keys.revoked_at", "is", null)
    .execute();
  return new Map(rows.flatMap((row) => entryOf(row)));
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly hash: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly owner_id: string | null;
  readonly expires_at: Date | null;
  readonly role: string | null;
  readonly disabled: boolean | null;
}

function entryOf(row: Row): [string, Entry][] {
  const expires = row.expires_at?.getTime() ?? Number.POSITIVE_INFINITY;
  if (row.kind === "write") return [[row.hash, { caller: { kind: "key", id: row.id, name: row.name }, expires }]];
  const { role, owner_id: ownerId } = row;
  if (ownerId === null || role === null || row.disabled || !isRole(role)) return [];
  const scopes = row.scopes.filter(isPermission).filter((scope) => mayRole(role, scope));
  return [[row.hash, { caller: { kind: "token", id: row.id, name: row.name, ownerId, scopes }, expires }]];
}

/** The secrets are long and random: a plain hash cannot be turned back. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

export interface NewKey {
  readonly kind: "token" | "write";
  readonly name: string;
  readonly scopes: readonly Permission[];
  /** The person whose token it is. */
  readonly ownerId: string | undefined;
  readonly createdBy: string;
  /** Ms since 1970 UTC. */
  readonly expiresAt: number | undefined;
}

/** Makes a key. The secret is returned this once and kept nowhere. */
export async function makeKey(
  state: Inside,
  at: number,
  key: NewKey,
): Promise<{ readonly id: string; readonly secret: string }> {
  const id = randomBytes(9).toString("base64url");
  const secret = `kept_${key.kind}_${randomBytes(32).toString("base64url")}`;
  await state.db
    .insertInto("keys")
    .values({
      id,
      kind: key.kind,
      hash: hashOf(secret),
      hint: secret.slice(-4),
      name: key.name,
      scopes: [...key.scopes],
      owner_id: key.ownerId ?? null,
      created_by: key.createdBy,
      created_at: new Date(at),
      expires_at: key.expiresAt === undefined ? null : new Date(key.expiresAt),
    })
    .execute();
  return { id, secret };
}

/** Whether there was such a key that still worked: a token of this person, or without one a write key. */
export async function revokeKey(state: Inside, at: number, id: string, ownerId: string | undefined): Promise<boolean> {
  const { numUpdatedRows } = await state.db
    .updateTable("keys")
    .set({ revoked_at: new Date(at) })
    .where("id", "=", id)
    .where("owner_id", ownerId === undefined ? "is" : "=", ownerId ?? null)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

/** The tokens of a person, or without one the write keys, that are not revoked; newest first. */
export async function listKeys(state: State, ownerId: string | undefined): Promise<readonly KeyRow[]> {
  const rows = await state.db
    .selectFrom("keys")
    .select(["id", "name", "hint", "scopes", "created_at", "expires_at"])
    .where("owner_id", ownerId === undefined ? "is" : "=", ownerId ?? null)
    .where("revoked_at", "is", null)
    .orderBy("created_at", "desc")
    .execute();
  return rows.map(({ created_at: createdAt, expires_at: expiresAt, ...row }) => ({ ...row, createdAt, expiresAt }));
}

/** What tokens and write keys are called, by their id, also those that were revoked. */
export async function namesOfKeys(state: State, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await state.db.selectFrom("keys").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
