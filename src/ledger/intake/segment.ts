import { createHash } from "node:crypto";
import { LosslessNumber } from "lossless-json";
import { isLonger, LIMITS } from "./limits.ts";
import { isInLedger, readMoment } from "./moment.ts";
import { writeProperties } from "./properties.ts";
import { writeJson } from "./read-json.ts";
import { type NewLink, type Reading, refused } from "./reading.ts";
import type { RefusalReason } from "./refusals.ts";
import { type Call, faultOf, isMessage, type SegmentMessage } from "./segment-message.ts";

/** How the calls that name no event of their own are called in the ledger. */
export const CALL_EVENTS = {
  identify: "customer.identified",
  group: "group.joined",
  page: "page.viewed",
  screen: "screen.viewed",
} as const;

export interface Arrival {
  /** Milliseconds since 1970 UTC. */
  readonly received: number;
  /** When the sender's clock said that it sent the message; undefined: it did not say. */
  readonly sent?: number | undefined;
  /** What the address says that the message is; undefined: the message says it itself. */
  readonly call?: Call | undefined;
  /** The id of a message that has none and that nothing tells from another. */
  readonly fallbackId?: string;
}

/**
 * A message of the Segment tracking API as an event, a link of two ids, or both. The time is corrected by the
 * difference between the sender's clock and ours: received - (sent - timestamp), as Segment's own specification has it.
 */
export function readSegment(given: unknown, arrival: Arrival): Reading {
  const message = withCall(withPlainIds(given), arrival.call);
  const fault = faultOf(message);
  if (fault !== undefined || !isMessage(message)) return refuse(fault ?? "not-a-message", given);
  const customer = idOf(message.userId) || idOf(message.anonymousId);
  const reason = faultOfIds(customer) ?? faultOfIds(idOf(message.previousId), true);
  if (reason !== undefined) return refuse(reason, given);
  const link = linkOf(message);
  if (message.type === "alias") {
    // analytics-next says that somebody who has signed in already is themselves.
    const isSame = idOf(message.userId) !== "" && idOf(message.userId) === idOf(message.previousId);
    return link || isSame ? { kind: "taken", event: undefined, link } : refuse("nothing-to-link", given);
  }
  return eventOf(message, message.type, customer, link, arrival);
}

function eventOf(
  message: SegmentMessage,
  call: Exclude<Call, "alias">,
  customer: string,
  link: NewLink | undefined,
  arrival: Arrival,
): Reading {
  const refusal = (reason: RefusalReason) => refuse(reason, message);
  const name = call === "track" ? (message.event ?? "").trim() : CALL_EVENTS[call];
  if (name === "") return refusal("no-name");
  if (isLonger(name, LIMITS.name)) return refusal("name-too-long");
  if (!name.isWellFormed()) return refusal("not-utf-8");
  const given = message.originalTimestamp ?? message.timestamp ?? undefined;
  const at = given === undefined ? arrival.received : correct(readMoment(given), message, arrival);
  if (at === undefined) return refusal("not-a-time");
  if (!isInLedger(at)) return refusal("time-outside");
  const properties = writeProperties(propertiesOf(message, call));
  if (properties === undefined) return refusal("too-deep");
  if (isLonger(properties, LIMITS.event)) return refusal("too-large");
  const id = (message.messageId ?? "") || madeId(message, given !== undefined, arrival.fallbackId);
  if (isLonger(id, LIMITS.id)) return refusal("id-too-long");
  if (!id.isWellFormed()) return refusal("not-utf-8");
  return { kind: "taken", event: { customer, name, at, id, properties }, link };
}

function correct(timestamp: number | undefined, message: SegmentMessage, { received, sent }: Arrival) {
  const said = sent ?? readMoment(message.sentAt ?? undefined);
  return timestamp === undefined || said === undefined ? timestamp : received - (said - timestamp);
}

function propertiesOf(message: SegmentMessage, call: Exclude<Call, "alias">): Readonly<Record<string, unknown>> {
  const { library: _library, traits: known, ...context } = asObject(message.context);
  const around = Object.keys(context).length === 0 ? {} : { context };
  switch (call) {
    case "track":
      return { ...around, ...asObject(message.properties) };
    case "page":
    case "screen":
      return {
        ...around,
        ...named("name", message.name),
        ...named("category", message.category),
        ...asObject(message.properties),
      };
    case "identify":
      return { ...around, ...asObject(known), ...asObject(message.traits) };
    case "group":
      return { ...around, ...named("group", idOf(message.groupId)), ...asObject(message.traits) };
  }
}

const named = (name: string, value: string | null | undefined) => (value ? { [name]: value } : {});
const asObject = (value: unknown) =>
  (typeof value === "object" && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
const idOf = (value: string | number | null | undefined): string => (value ?? "").toString().trim();

/** An id that was linked before keeps its first customer: see src/ledger/links. */
function linkOf(message: SegmentMessage): NewLink | undefined {
  const customer = idOf(message.userId);
  const knownAs =
    message.type === "alias" ? idOf(message.previousId) || idOf(message.anonymousId) : idOf(message.anonymousId);
  const links = message.type === "alias" || message.type === "identify";
  return links && customer !== "" && knownAs !== "" && customer !== knownAs ? { knownAs, customer } : undefined;
}

function faultOfIds(id: string, mayBeAbsent = false): RefusalReason | undefined {
  if (id === "") return mayBeAbsent ? undefined : "no-customer";
  if (isLonger(id, LIMITS.customer)) return "customer-too-long";
  return id.isWellFormed() ? undefined : "not-utf-8";
}

/** The same message makes the same id, so that one that is sent again is not there twice. Without a time, nothing can tell. */
function madeId(message: SegmentMessage, hasTime: boolean, fallback: string = crypto.randomUUID()): string {
  if (!hasTime) return fallback;
  const { sentAt: _sentAt, ...content } = message;
  return createHash("sha256").update(writeJson(content)).digest("hex").slice(0, 24);
}

const ID_FIELDS = ["userId", "anonymousId", "previousId", "groupId"] as const;

/** Ids that are numbers with more digits than JavaScript's hold. */
function withPlainIds(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const long = ID_FIELDS.filter((field) => Reflect.get(value, field) instanceof LosslessNumber);
  if (long.length === 0) return value;
  return { ...value, ...Object.fromEntries(long.map((field) => [field, String(Reflect.get(value, field))])) };
}

function withCall(value: unknown, call: Call | undefined): unknown {
  if (call === undefined || typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return { ...value, type: call };
}

function refuse(reason: RefusalReason, message: unknown): Reading {
  return refused(reason, seemsToBe(message), message);
}

/** Whom a message that is refused is about, as far as can be told: so that it is erased with them. */
function seemsToBe(message: unknown): string {
  if (typeof message !== "object" || message === null) return "";
  for (const field of ID_FIELDS.slice(0, 2)) {
    const id: unknown = Reflect.get(message, field);
    if ((typeof id === "string" || typeof id === "number") && id !== "") return String(id);
  }
  return "";
}
