import { z } from "zod";
import type { Permission } from "../people/rights.ts";

const moment = z.iso.datetime();
const key = z.string().meta({ description: "Hash of the customer's id." });

/** The verdicts were brought up to date. */
export const JUDGED_NEWS = z.strictObject({
  kind: z.literal("judged"),
  number: z.int().meta({ description: "Of the judgement." }),
  as_of: moment,
  judged: z.enum(["all", "touched", "nothing"]),
  customers: z
    .array(key)
    .nullable()
    .meta({ description: "Who was judged again; null where they are too many to tell." }),
});

/** A promise to a customer broke, or turned out not to be broken after all. */
export const VERDICT_NEWS = z.strictObject({
  kind: z.enum(["promise.broken", "promise.righted"]),
  promise: z.string(),
  says: z.string(),
  customer: z.string(),
  customer_key: key,
  subject: z.string().meta({ description: "The journey, such as the number of the order; else the customer." }),
  occasion: z.string().nullable(),
  team: z.string().nullable(),
  touchpoint: z.string().nullable(),
  asked_at: moment,
  asked_id: z.string(),
  due_at: moment.nullable(),
  verdict: z.enum(["kept", "late", "missed", "open", "excused", "unpromised", "unmeasured", "gone"]),
  as_of: moment,
});

/** Another experience file holds from now on. */
export const EXPERIENCE_NEWS = z.strictObject({
  kind: z.literal("experience.published"),
  version: z.int(),
  by: z.string(),
  why: z.string(),
});

/** Something was done about what is to be mended. */
export const CASE_NEWS = z.strictObject({
  kind: z.enum(["case.opened", "case.changed", "case.closed"]),
  case: z.string(),
  promise: z.string().nullable().meta({ description: "What it is chiefly about; null: all they are short of." }),
  customer: z.string(),
  customer_key: key,
  owner: z.string().nullable().meta({ description: "Who has it, by name; null: nobody." }),
  due_at: moment.nullable(),
});

export const NEWS = z.discriminatedUnion("kind", [JUDGED_NEWS, VERDICT_NEWS, EXPERIENCE_NEWS, CASE_NEWS]);
export type News = z.output<typeof NEWS>;
export type JudgedNews = z.output<typeof JUDGED_NEWS>;
export type VerdictNews = z.output<typeof VERDICT_NEWS>;
export type NewsKind = News["kind"];

/** Every kind of news, who may hear it, and what it says. */
export const NEWS_KINDS = {
  judged: { hears: "gaps:read", says: "the verdicts were brought up to date" },
  "promise.broken": { hears: "customers:read", says: "a promise to a customer broke" },
  "promise.righted": { hears: "customers:read", says: "what was told as broken is not broken after all" },
  "experience.published": { hears: "experience:read", says: "another experience file holds from now on" },
  "case.opened": { hears: "customers:read", says: "there is something to mend" },
  "case.changed": { hears: "customers:read", says: "somebody took it up, or it is due at another time" },
  "case.closed": { hears: "customers:read", says: "it is mended" },
} as const satisfies Readonly<Record<NewsKind, { readonly hears: Permission; readonly says: string }>>;

export const newsKinds = Object.keys(NEWS_KINDS) as readonly NewsKind[];
export const isNewsKind = (text: string): text is NewsKind => text in NEWS_KINDS;
