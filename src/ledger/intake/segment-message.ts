import { Ajv } from "ajv";
import Type from "typebox";
import type { RefusalReason } from "./refusals.ts";

export const CALLS = ["track", "identify", "page", "screen", "group", "alias"] as const;
export type Call = (typeof CALLS)[number];

const id = Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Null()]));
const text = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const time = Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Null()]));
const object = Type.Optional(Type.Union([Type.Object({}, { additionalProperties: true }), Type.Null()]));

/** A message of the Segment tracking API, as far as Kept reads it; everything else may stand beside. */
export const SegmentMessage = Type.Object(
  {
    type: Type.Enum([...CALLS]),
    userId: id,
    anonymousId: id,
    previousId: id,
    groupId: id,
    messageId: text,
    event: text,
    name: text,
    category: text,
    properties: object,
    traits: object,
    context: object,
    timestamp: time,
    originalTimestamp: time,
    sentAt: time,
  },
  { additionalProperties: true, $id: "SegmentMessage" },
);

export type SegmentMessage = Type.Static<typeof SegmentMessage>;

/** Compiled once: this check stands in the way of every event. */
const check = new Ajv({ strict: false }).compile<SegmentMessage>(SegmentMessage);

/** Why a value is no message; undefined when it is one. */
export function faultOf(value: unknown): RefusalReason | undefined {
  if (check(value)) return undefined;
  const { instancePath = "", params = {} } = check.errors?.[0] ?? {};
  const field = instancePath.split("/")[1] ?? Reflect.get(params, "missingProperty");
  return FAULTS[String(field)] ?? "not-a-message";
}

/** To be asked only of what `faultOf` finds no fault with. */
export const isMessage = (value: unknown): value is SegmentMessage => check(value);

const FAULTS: Readonly<Record<string, RefusalReason>> = {
  type: "no-type",
  userId: "not-a-customer",
  anonymousId: "not-a-customer",
  previousId: "not-a-customer",
  groupId: "not-a-customer",
  messageId: "not-an-id",
  event: "no-name",
  name: "no-name",
  category: "no-name",
  properties: "not-properties",
  traits: "not-properties",
  context: "not-properties",
  timestamp: "not-a-time",
  originalTimestamp: "not-a-time",
  sentAt: "not-a-time",
};
