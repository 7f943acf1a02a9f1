import type { EpochUnit } from "../moment.ts";
import type { Role } from "./options.ts";

/** What columns are usually called, the surest first. Compared without case and punctuation. */
const USUAL: Readonly<Record<Role, readonly string[]>> = {
  customer: [
    ..."customer_id,customer,customer_unique_id,customer_no,customer_number,user_id,user,client_id,client".split(","),
    ..."account_id,account,member_id,member,person_id,person,contact_id,subscriber_id,shopper_id,buyer_id".split(","),
    ..."profile_id,distinct_id,visitor_id,anonymous_id,patient_id,patient,case:concept:name,case_id,case".split(","),
  ],
  name: [
    ..."event,event_name,activity,concept:name,event_type,activity_name,action,step,task,event_kind,type,name".split(
      ",",
    ),
  ],
  at: [
    ..."time,timestamp,at,time:timestamp,event_time,event_timestamp,event_at,event_date,occurred_at,occurred".split(
      ",",
    ),
    ..."happened_at,datetime,date_time,date,ts,ts_ms,timestamp_ms,time_ms,created_at,created,start_time".split(","),
    ..."started_at,complete_timestamp,completed_at,received_at,invoice_date,order_date,purchase_date,day,when".split(
      ",",
    ),
  ],
  id: [..."event_id,message_id,insert_id,identity:id,event_uuid,uuid,id".split(",")],
};

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

const PLAIN: Readonly<Record<Role, readonly string[]>> = {
  customer: USUAL.customer.map(plain),
  name: USUAL.name.map(plain),
  at: USUAL.at.map(plain),
  id: USUAL.id.map(plain),
};

/** The column that by its name is most likely to play a role; none when no name is usual for it. */
export function guessByName(role: Role, columns: readonly string[]): string | undefined {
  const names = columns.map(plain);
  const found = PLAIN[role].find((usual) => names.includes(usual));
  return found === undefined ? undefined : columns[names.indexOf(found)];
}

const UNITS: Readonly<Record<string, EpochUnit>> = {
  ms: "ms",
  millis: "ms",
  milliseconds: "ms",
  us: "us",
  micros: "us",
  microseconds: "us",
  ns: "ns",
  nanos: "ns",
  nanoseconds: "ns",
};

/** What a bare number in a column of this name counts, where the name tells: ts_ms, timestampMillis. */
export function unitByName(column: string): EpochUnit | undefined {
  const words = column
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
  return UNITS[words.at(-1) ?? ""];
}
