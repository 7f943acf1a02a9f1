import { z } from "zod";
import type { Look } from "../../ledger/import/look.ts";
import type { ImportResult } from "../../ledger/import/options.ts";
import { SILENT } from "../../ledger/uploads.ts";
import { MOMENT, momentOf } from "../answers.ts";
import type { ImportRow } from "./imports.ts";

const column = z.string().min(1).max(1000);

/** Which column is what; what is not said is guessed. */
export const MAPPING = z
  .strictObject({
    customer: column.optional().meta({ description: "The column that holds the customer" }),
    name: column.optional().meta({ description: "The column that holds the name of the event" }),
    event: z.string().min(1).max(200).optional().meta({ description: "The name of all events, without such a column" }),
    at: column.optional().meta({ description: "The column that holds the time" }),
    id: column
      .optional()
      .meta({ description: "The column that holds an id; without one, ids are made of the content" }),
    timezone: z.string().max(100).optional().meta({ description: "Where times without an offset are meant" }),
    dates: z.enum(["day-first", "month-first"]).optional().meta({ description: "What 03/04/2026 means" }),
  })
  .meta({ id: "ImportMapping" });
export type Mapping = z.output<typeof MAPPING>;

const ROLE = z.enum(["customer", "name", "at", "id"]);
const maybe = z.string().nullable();

export const FILE = z.strictObject({ file: z.string(), name: z.string(), bytes: z.int() }).meta({ id: "HandedInFile" });

export const LOOK = z
  .strictObject({
    format: z.string(),
    about: z.int().nullable().meta({ description: "About how many rows there are" }),
    columns: z.array(
      z.strictObject({ name: z.string(), holds: z.enum(["moment", "number", "text", "nothing"]), example: z.string() }),
    ),
    found: z.strictObject({ customer: maybe, name: maybe, event: maybe, at: maybe, id: maybe }),
    guessed: z.array(ROLE),
    missing: z.array(ROLE).meta({ description: "What nobody said and nothing tells" }),
    timezone: z.string().meta({ description: "Where times without an offset are meant" }),
    dates: z.enum(["day-first", "month-first"]).nullable(),
    trouble: z
      .strictObject({ code: z.string(), words: z.string() })
      .nullable()
      .meta({ description: "Why it cannot be imported as it is" }),
    rows: z
      .array(
        z.strictObject({
          customer: z.string(),
          name: z.string(),
          at: z.string(),
          properties: z.string(),
          reason: z.string(),
        }),
      )
      .meta({ description: "The first 20, as they would be read" }),
    rejects: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
    sample: z.int().meta({ description: "Among so many rows at the beginning `rejects` were counted" }),
  })
  .meta({ id: "FileLook" });

export function lookOf(look: Look, timezone: string): z.output<typeof LOOK> {
  const { customer, name, event, at, id } = look.found;
  const maybes = { about: look.about ?? null, dates: look.dates ?? null, trouble: look.trouble ?? null };
  return {
    format: look.format,
    columns: [...look.columns],
    found: { customer: customer ?? null, name: name ?? null, event: event ?? null, at: at ?? null, id: id ?? null },
    guessed: [...look.guessed],
    missing: [...look.missing],
    rows: [...look.rows],
    rejects: [...look.rejects],
    sample: look.sample,
    timezone,
    ...maybes,
  };
}

const RESULT = z.strictObject({
  events: z.int(),
  duplicates: z.int().meta({ description: "Were in the ledger already" }),
  rejected: z.int(),
  unknown_events: z.array(z.strictObject({ name: z.string(), count: z.int() })),
  unreadable: z.array(z.strictObject({ property: z.string(), type: z.string(), count: z.int() })),
  first: MOMENT.nullable(),
  last: MOMENT.nullable(),
});

export const IMPORT = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    bytes: z.int(),
    by: z.string(),
    state: z.enum(["running", "done", "failed", "stopped"]),
    begun_at: MOMENT,
    ended_at: MOMENT.nullable(),
    rows: z.int().meta({ description: "Read so far" }),
    about: z.int().nullable().meta({ description: "Of about so many" }),
    result: RESULT.nullable(),
    code: z.string().nullable(),
    words: z.string().nullable().meta({ description: "Why it failed" }),
  })
  .meta({ id: "Import" });

const CUT_OFF = {
  state: "failed",
  code: "cut-off",
  words: "The server that imported this has ended; hand the file in again: what came in already is not doubled.",
} as const;

export function importOf(row: ImportRow, now: number): z.output<typeof IMPORT> {
  const silent = row.state === "running" && now - (row.told_at?.getTime() ?? 0) > SILENT;
  return {
    id: row.id,
    name: row.name,
    bytes: Number(row.bytes),
    by: row.actor_name,
    begun_at: momentOf(row.begun_at),
    ended_at: row.ended_at === null ? null : momentOf(row.ended_at),
    rows: Number(row.rows),
    about: row.about === null ? null : Number(row.about),
    result: resultOf(row.result),
    ...(silent ? CUT_OFF : { state: row.state, code: row.code, words: row.words }),
  };
}

function resultOf(result: ImportRow["result"]): z.output<typeof RESULT> | null {
  if (result === null) return null;
  // Written by us alone, from this very type.
  const { events, duplicates, rejected, unknownEvents, unreadable, first, last } = result as unknown as ImportResult;
  const moment = (ms: number | undefined) => (ms === undefined ? null : momentOf(new Date(ms)));
  return {
    events,
    duplicates,
    rejected,
    unknown_events: [...unknownEvents],
    unreadable: [...unreadable],
    first: moment(first),
    last: moment(last),
  };
}
