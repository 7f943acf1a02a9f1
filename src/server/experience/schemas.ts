import { z } from "zod";
import type { Diagnostic } from "../../language/diagnostic.ts";
import { formatDiagnostic } from "../../language/format-diagnostic.ts";
import type { Version } from "../../published/history.ts";
import { MOMENT, momentOf } from "../answers.ts";

const place = z.int().meta({ description: "From 1; columns in UTF-16 units; the end is exclusive" });

export const DIAGNOSTIC = z
  .strictObject({
    code: z.string(),
    id: z.string().meta({ description: "Such as K301: docs/diagnostics.md" }),
    severity: z.enum(["fault", "warning"]),
    message: z.string(),
    nearest: z.string().nullable(),
    path: z.array(z.union([z.string(), z.int()])),
    line: place,
    column: place,
    end_line: place,
    end_column: place,
    shown: z.string().meta({ description: "As `kept check` shows it, with the line and a caret" }),
  })
  .meta({ id: "Diagnostic" });

export const diagnosticOf = (diagnostic: Diagnostic): z.output<typeof DIAGNOSTIC> => ({
  code: diagnostic.code,
  id: diagnostic.id,
  severity: diagnostic.severity,
  message: diagnostic.message,
  nearest: diagnostic.nearest ?? null,
  path: [...diagnostic.path],
  line: diagnostic.line,
  column: diagnostic.column,
  end_line: diagnostic.endLine,
  end_column: diagnostic.endColumn,
  shown: formatDiagnostic(diagnostic),
});

const name = z.string();
const maybe = z.string().nullable();

/** What the pages need of an experience; conditions stay as they are written in the file. */
export const PARSED = z
  .strictObject({
    name,
    currency: maybe,
    timezone: z.string(),
    teams: z.array(z.strictObject({ name, in: maybe, outside: z.boolean() })),
    touchpoints: z.array(z.strictObject({ name, team: maybe })),
    events: z.array(
      z.strictObject({
        name,
        at: maybe,
        has: z.array(z.strictObject({ name, type: z.string() })),
        felt: z.boolean(),
        received: maybe,
      }),
    ),
    journeys: z.array(
      z.strictObject({ name, follows: z.string(), path: z.array(z.string()), ends: z.array(z.string()) }),
    ),
    occasions: z.array(
      z.strictObject({
        name,
        life: maybe,
        hopes: maybe,
        if_we_fail: maybe,
        if_we_shine: maybe,
        stakes: z.number(),
      }),
    ),
    promises: z.array(
      z.strictObject({
        name,
        says: z.string(),
        kind: z.enum(["then", "count", "never", "measure", "first"]),
        journey: maybe,
        when: z.array(z.string()),
        touchpoint: maybe,
        team: maybe,
        goal: z.number().nullable(),
        agreed: z.array(z.string()),
        worth: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: "Experience" });

const TEXT = z.string().max(1_000_000).meta({ description: "The experience file: YAML" });

export const CHECK = z.strictObject({ text: TEXT });
export const PREVIEW = z.strictObject({
  text: TEXT,
  months: z.int().min(1).max(24).default(1).meta({ description: "Whole calendar months back from the last judgement" }),
});
export const PUBLISH = z.strictObject({
  text: TEXT,
  why: z.string().trim().min(1).max(1000).meta({ description: "For those who look at the history" }),
  from: z.int().min(0).meta({ description: "The version that was changed; 0 for the file" }),
});
export const ROLL_BACK = PUBLISH.omit({ text: true }).extend({ to: z.int().min(1) });

const word = z.enum(["none", "kept", "late", "missed", "open", "excused", "unpromised", "unmeasured"]);

export const PREVIEWED = z
  .strictObject({
    from: MOMENT,
    to: MOMENT,
    share: z.number().meta({
      description:
        "Of all customers, the share that was looked at; where it is not 1, counts are scaled up to all, and are estimates",
    }),
    words: z.array(z.string()).meta({ description: "What the change would do, in sentences" }),
    promises: z.array(
      z.strictObject({
        promise: z.string(),
        change: z.enum(["changed", "new", "gone"]),
        same: z.int(),
        moves: z.array(z.strictObject({ from: word, to: word, count: z.int() })),
      }),
    ),
    columns: z.array(z.string()).meta({ description: "What publishing would do in the ledger" }),
  })
  .meta({ id: "Preview" });

export const VERSION = z
  .strictObject({
    version: z.int(),
    at: MOMENT,
    by: z.string(),
    actor: z.strictObject({ kind: z.string(), id: z.string() }),
    why: z.string(),
    brings_back: z.int().nullable(),
  })
  .meta({ id: "ExperienceVersion" });

export const versionOf = (version: Version): z.output<typeof VERSION> => ({
  version: version.version,
  at: momentOf(version.at),
  by: version.by,
  actor: { kind: version.actorKind, id: version.actor },
  why: version.why,
  brings_back: version.bringsBack,
});
