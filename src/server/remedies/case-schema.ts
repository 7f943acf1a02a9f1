import { z } from "zod";
import type { Experience } from "../../language/experience.ts";
import { type Case, type CaseLine, LINE_KINDS, OUTCOMES } from "../../remedies/case.ts";
import type { Since } from "../../remedies/since.ts";
import { MOMENT, momentOf } from "../answers.ts";

export const COLLEAGUE = z.strictObject({ id: z.string(), name: z.string() }).meta({ id: "Colleague" });

export const OUTCOME = z.enum(OUTCOMES).meta({
  description:
    "`righted`: they got what was promised after all. `made-up`: they got something for it. `no-need`: there was nothing to mend. `lost`: it could not be mended.",
});

const LINE = z.strictObject({
  at: MOMENT,
  by: z.string().meta({ description: "As they were called then" }),
  kind: z.enum(LINE_KINDS),
  words: z.string(),
});

const SINCE = z
  .strictObject({
    said: z.strictObject({ at: MOMENT, score: z.number(), from: z.number(), to: z.number() }).nullable(),
    bought: z.int().meta({ description: "Days on which they bought" }),
    broken: z.int().meta({ description: "Of the promises that it is about, how many are broken still" }),
  })
  .meta({ description: "What the customer said and did after it was opened" });

/** A deficit that somebody takes, with every line that was written on it. */
export const CASE = z
  .strictObject({
    id: z.string(),
    customer: z.string(),
    promise: z.string().nullable().meta({ description: "What it is chiefly about; null: all they are short of" }),
    says: z.string().nullable(),
    subject: z.string().nullable(),
    opened_at: MOMENT,
    opened_by: z.string(),
    owner: COLLEAGUE.nullable().meta({ description: "Who has it; null: nobody" }),
    taken_at: MOMENT.nullable(),
    due_at: MOMENT.nullable(),
    closed: z.strictObject({ at: MOMENT, by: z.string(), done: z.string(), outcome: OUTCOME }).nullable(),
    lines: z.array(LINE),
    since: SINCE.nullable(),
  })
  .meta({ id: "Case" });

export function caseOf(
  one: Case,
  { promises }: Pick<Experience, "promises">,
  lines: readonly CaseLine[],
  since: Since | undefined,
): z.output<typeof CASE> {
  const { id, customer, promise, subject, openedAt, openedBy, owner, takenAt, dueAt, closed } = one;
  return {
    id,
    customer,
    promise,
    says: promise === null ? null : (promises.find(({ name }) => name === promise)?.says ?? promise),
    subject,
    opened_at: momentOf(openedAt),
    opened_by: openedBy,
    owner: owner && { ...owner },
    taken_at: takenAt && momentOf(takenAt),
    due_at: dueAt && momentOf(dueAt),
    closed: closed && { ...closed, at: momentOf(closed.at) },
    lines: lines.map(({ at, by, kind, words }) => ({ at: momentOf(at), by, kind, words })),
    since:
      since === undefined
        ? null
        : { ...since, said: since.said && { ...since.said, at: momentOf(new Date(since.said.at)) } },
  };
}

export const CASE_COLUMNS = [
  ...["id", "customer", "promise", "subject", "opened_at", "opened_by", "owner", "due_at"],
  ...["closed_at", "closed_by", "outcome", "done", "score_since", "bought_since"],
];

export const caseCells = (one: z.output<typeof CASE>): readonly (string | number | null)[] => [
  ...[
    one.id,
    one.customer,
    one.promise,
    one.subject,
    one.opened_at,
    one.opened_by,
    one.owner?.name ?? null,
    one.due_at,
  ],
  ...[one.closed?.at ?? null, one.closed?.by ?? null, one.closed?.outcome ?? null, one.closed?.done ?? null],
  ...[one.since?.said?.score ?? null, one.since?.bought ?? null],
];
