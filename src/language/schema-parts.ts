import { z } from "zod";
import type { Code } from "./words.ts";

/** A zod message that is one of our codes: the check of the shape reports it under that code. */
export const fault = (code: Code): Code => code;

/** A map whose keys are all named here. */
export function strict<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.strictObject(shape);
}

export const text = (about: string) =>
  z
    .string()
    .trim()
    .min(1, { error: fault("empty-text") })
    .meta({ description: about });

/** Names of teams, promises and so on: they stand in addresses and on the command line. */
export const name = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]{0,99}$/u, { error: fault("bad-name") });

/** Events are named by the programs that record them, so spaces and most signs are allowed inside. */
export const eventName = z.string().regex(/^(?!\s)[^\p{Cc}\p{Zl}\p{Zp}]{1,200}(?<!\s)$/u, { error: fault("bad-name") });

/** Properties become columns: like events, but without quotes and backslashes. */
export const propertyName = z
  .string()
  .regex(/^(?!\s)[^\p{Cc}\p{Zl}\p{Zp}`"'\\]{1,200}(?<!\s)$/u, { error: fault("bad-name") });

/** A name that stands before the dot in conditions. */
export const wordName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, { error: fault("bad-name") });

export const map = <K extends z.core.$ZodRecordKey, V extends z.core.SomeType>(key: K, value: V, about: string) =>
  z.record(key, value).meta({ description: about });

export const listOf = <T extends z.core.SomeType>(item: T, about: string) => z.array(item).meta({ description: about });

/** One of several forms; `expected` says in words what is wanted where none fits. */
export const anyOf = <const T extends readonly z.core.SomeType[]>(forms: T, expected: string) =>
  z.union(forms, { error: expected });

const condition = anyOf(
  [z.string(), z.literal(true), z.null()],
  "a condition such as 'event.total > 100', or nothing",
).meta({
  description:
    "A condition in CEL: event.x is a property of this event, asked.x one of the event that started the clock.",
});

/** One event, any of a list of events, or a map from an event to a condition on its properties. */
export const TERM = anyOf(
  [z.string(), z.array(z.string()), z.record(eventName, condition)],
  "an event, a list of events, or a map from an event to a condition",
);
