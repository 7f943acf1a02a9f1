import { isLonger, LIMITS } from "./limits.ts";
import { isInLedger, readMoment } from "./moment.ts";
import { writeProperties } from "./properties.ts";
import { type Reading, refused } from "./reading.ts";
import type { RefusalReason } from "./refusals.ts";

/**
 * A CloudEvent 1.0 (its attributes and `data` in one object, as in the JSON format) as an event. The customer is the
 * extension `customer`, else `subject`; the name is `type`; only `source` and `id` together name an event, so both make
 * the ledger's id. Properties are `data` (or `data` itself where it is no object) and the other extensions.
 */
export function readCloudEvent(given: unknown, received: number): Reading {
  const event = asObject(given);
  const text = (attribute: string): string => {
    const value = event[attribute];
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
  const customer = text("customer") || text("subject");
  const refusal = (reason: RefusalReason) => refused(reason, customer, given);
  const [name, id] = [text("type"), `${text("source")}#${text("id")}`];
  if (event["specversion"] !== "1.0" || name === "" || text("id") === "" || text("source") === "") {
    return refusal("not-a-cloud-event");
  }
  if (customer === "") return refusal("no-subject");
  const long = tooLong({ customer, name, id });
  if (long !== undefined) return refusal(long);
  if (![customer, name, id].every((one) => one.isWellFormed())) return refusal("not-utf-8");
  const at = event["time"] === undefined || event["time"] === null ? received : readMoment(event["time"]);
  if (at === undefined) return refusal("not-a-time");
  if (!isInLedger(at)) return refusal("time-outside");
  const properties = writeProperties(propertiesOf(event));
  if (properties === undefined) return refusal("too-deep");
  if (isLonger(properties, LIMITS.event)) return refusal("too-large");
  return { kind: "taken", event: { customer, name, at, id, properties }, link: undefined };
}

function tooLong({
  customer,
  name,
  id,
}: Readonly<Record<"customer" | "name" | "id", string>>): RefusalReason | undefined {
  if (isLonger(customer, LIMITS.customer)) return "customer-too-long";
  if (isLonger(name, LIMITS.name)) return "name-too-long";
  return isLonger(id, LIMITS.id) ? "id-too-long" : undefined;
}

/** What the envelope is made of; everything else that stands in it is an extension. */
const ENVELOPE = new Set([
  "specversion",
  "id",
  "source",
  "type",
  "time",
  "datacontenttype",
  "dataschema",
  "data",
  "data_base64",
]);

function propertiesOf(event: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const used = event["customer"] === undefined ? "subject" : "customer";
  const extensions = Object.fromEntries(Object.entries(event).filter(([name]) => !ENVELOPE.has(name) && name !== used));
  const { data, data_base64 } = event;
  if (data_base64 !== undefined) return { ...extensions, data_base64 };
  if (data === undefined || data === null) return extensions;
  const isObject = typeof data === "object" && !Array.isArray(data);
  return isObject ? { ...extensions, ...data } : { ...extensions, data };
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  (typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}) as Readonly<
    Record<string, unknown>
  >;
