import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Sql, sql } from "../../src/sql/sql.ts";
import type { Store } from "../../src/storage/store.ts";

/** Public event logs, and what other programs say of them. Not part of the repository. */
export const LOGS_DIR = join(import.meta.dirname, "../../../shared/truth/logs");
export const LOGS = ["running-example", "roadtraffic100", "interval", "helpdesk", "teleclaims", "bpic2012"] as const;
export type LogName = (typeof LOGS)[number];

export const isThere = (log: LogName): boolean => existsSync(join(LOGS_DIR, log, "events.csv.gz"));

export const fileOf = (log: LogName, file: string): string => {
  const bytes = readFileSync(join(LOGS_DIR, log, file));
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
};

export interface LogEvent {
  readonly case: string;
  readonly place: number;
  readonly time: number;
  /** The time with which it is loaded: of equal times in a case, each is a millisecond after the one before. */
  readonly at: number;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Log {
  readonly name: LogName;
  readonly attributes: readonly string[];
  readonly events: readonly LogEvent[];
  /** Names of events, in order. */
  readonly names: readonly string[];
  /** How many times as long everything takes, but for the milliseconds that break ties. */
  readonly stretch: number;
  /** The most milliseconds by which breaking ties has moved an event. */
  readonly slack: number;
  readonly lastAt: number;
}

const FIXED = ["case", "idx", "ts_ms", "name"];

export function readLog(name: LogName): Log {
  const [head = "", ...lines] = fileOf(name, "events.csv.gz")
    .split(/\r?\n/)
    .filter((line) => line !== "");
  const attributes = head.split(",").slice(FIXED.length);
  const events = lines.map((line) => {
    const [of = "", place, ms, event = "", ...values] = line.split(",");
    const known = attributes.flatMap((attribute, i) => (values[i] ? [[attribute, values[i]]] : []));
    const time = Number(ms);
    return { case: of, place: Number(place), time, at: time, name: event, attributes: Object.fromEntries(known) };
  });
  const names = [...new Set(events.map((event) => event.name))].sort();
  return breakTies({ name, attributes, events, names, stretch: 1, slack: 0, lastAt: 0 });
}

/**
 * Breaking ties moves an event by up to `slack`. Where everything takes 2 × slack + 1 times as long and windows are
 * longer by `slack`, no event comes into a window or falls out of it by that.
 */
export function stretch(log: Log): Log {
  return breakTies({ ...log, stretch: 2 * log.slack + 1 });
}

function breakTies(log: Log): Log {
  const first = log.events.reduce((least, { time }) => Math.min(least, time), Number.POSITIVE_INFINITY);
  const lastOfCase = new Map<string, number>();
  let slack = 0;
  let lastAt = 0;
  const events = log.events.map((event) => {
    const own = first + (event.time - first) * log.stretch;
    const at = Math.max(own, (lastOfCase.get(event.case) ?? Number.NEGATIVE_INFINITY) + 1);
    lastOfCase.set(event.case, at);
    slack = Math.max(slack, at - own);
    lastAt = Math.max(lastAt, at);
    return { ...event, at };
  });
  return { ...log, events, slack, lastAt };
}

/** Each case is a customer with one journey. Columns must have been brought to the experience before. */
export async function loadLog(store: Store, log: Log): Promise<void> {
  await store.insert(INTO, "JSONEachRow", linesOf(log));
}

const INTO: Sql = sql`INSERT INTO events (customer, name, at, received, source, id, batch, properties)`;
const CHUNK = 10_000;

async function* linesOf({ events, name }: Log): AsyncIterable<string> {
  for (let from = 0; from < events.length; from += CHUNK) {
    yield events
      .slice(from, from + CHUNK)
      .map((event) => `${JSON.stringify(rowOf(event, name))}\n`)
      .join("");
  }
}

function rowOf(event: LogEvent, source: string) {
  const at = written(event.at);
  const own = { case: event.case, place: event.place, time: `${written(event.time)}Z` };
  const properties = JSON.stringify({ ...event.attributes, ...own });
  const id = `${event.case}/${event.place}`;
  return { customer: event.case, name: event.name, at, received: at, source, id, batch: 1, properties };
}

const written = (ms: number): string => new Date(ms).toISOString().slice(0, 23).replace("T", " ");
