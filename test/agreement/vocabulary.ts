import type { EventKind, PropertyType } from "../../src/language/experience.ts";

/** Few words, so that things happen again and again: every event can play every role, and has every property. */
export const EVENTS = ["ask", "call", "note", "ship", "stop"] as const;

export const PROPERTIES: Readonly<Record<string, PropertyType>> = {
  order: "text",
  parcel: "text",
  topic: "text",
  amount: "number",
  pieces: "whole",
  urgent: "yes-no",
  promised: "moment",
  day: "date",
  lasted: "duration",
};

export const has = Object.entries(PROPERTIES).map(([name, type]) => ({ name, type }));

export const propertiesOf = (type: PropertyType): readonly string[] =>
  has.filter((property) => property.type === type).map((property) => property.name);

/** Two events tell how the customer felt, by properties of different types. */
export const EVENT_KINDS: readonly EventKind[] = EVENTS.map((name) => ({
  name,
  at: undefined,
  has,
  felt:
    name === "note"
      ? { score: "pieces", from: 0, to: 3, words: "topic" }
      : name === "call"
        ? { score: "amount", from: -2, to: 4, words: undefined }
        : undefined,
  received: undefined,
  again: undefined,
}));
