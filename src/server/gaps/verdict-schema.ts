import { z } from "zod";
import type { WorstVerdict } from "../../gaps/worst.ts";
import { VERDICT_WORDS, type Verdict } from "../../promises/verdict.ts";
import { MOMENT } from "../answers.ts";

const number = z.number().nullable();

/** One promise to one customer, judged once: docs/verdicts.md. */
export const VERDICT = z
  .strictObject({
    promise: z.string(),
    customer: z.string(),
    subject: z.string().meta({ description: "The journey, such as the number of the order; else the customer" }),
    occasion: z.string().nullable(),
    asked_at: MOMENT,
    asked_id: z.string(),
    due_at: MOMENT.nullable(),
    answered_at: MOMENT.nullable(),
    answer_id: z.string().nullable(),
    delivered: number,
    expected: number,
    target: number,
    verdict: z.enum(VERDICT_WORDS),
    on_target: z.boolean().nullable(),
    felt: number,
  })
  .meta({ id: "Verdict" });

export const WORST = z
  .strictObject({
    ...VERDICT.shape,
    stakes: z.number(),
    beyond: number.meta({ description: "How far beyond expected; for those never answered, seconds since it was due" }),
  })
  .meta({ id: "WorstVerdict" });

const iso = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());
/** JSON knows no infinity. */
const finite = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;

export const verdictOf = (verdict: Verdict): z.output<typeof VERDICT> => ({
  promise: verdict.promise,
  customer: verdict.customer,
  subject: verdict.subject,
  occasion: verdict.occasion ?? null,
  asked_at: new Date(verdict.askedAt).toISOString(),
  asked_id: verdict.askedId,
  due_at: iso(verdict.dueAt),
  answered_at: iso(verdict.answeredAt),
  answer_id: verdict.answerId ?? null,
  delivered: finite(verdict.delivered),
  expected: finite(verdict.expected),
  target: finite(verdict.target),
  verdict: verdict.verdict,
  on_target: verdict.onTarget ?? null,
  felt: finite(verdict.felt),
});

export const worstOf = (verdict: WorstVerdict): z.output<typeof WORST> => ({
  ...verdictOf(verdict),
  stakes: verdict.stakes,
  beyond: finite(verdict.beyond),
});

/** Columns of a table of verdicts, in the order of `verdictOf`. */
export const VERDICT_COLUMNS = Object.keys(VERDICT.shape);
export const cellsOf = (verdict: Verdict): readonly (string | number | boolean | null)[] =>
  Object.values(verdictOf(verdict));
