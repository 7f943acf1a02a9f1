/** Why a message is refused, and the words in which that is told. The words of files that are imported are the same. */
export const REFUSALS = {
  "not-json": "not JSON",
  "not-a-message": "not a JSON object",
  "no-type": "no type: one of track, identify, page, screen, group and alias",
  "no-customer": "no customer: neither userId nor anonymousId",
  "not-a-customer": "an id of a customer that is neither text nor number",
  "customer-too-long": "a customer of more than 1000 bytes",
  "no-name": "no name of an event",
  "name-too-long": "a name of more than 200 bytes",
  "not-a-time": "not a time",
  "time-outside": "a time outside the years 1900 to 2299",
  "not-an-id": "an id that is no text",
  "id-too-long": "an id of more than 1000 bytes",
  "not-properties": "properties, traits or context that are no JSON object",
  "nothing-to-link": "no two ids to link: previousId and userId",
  "too-large": "an event of more than 32 KB",
  "too-deep": "properties nested more than 100 deep",
  "too-many": "a batch of more than 2500 events",
  "not-utf-8": "not UTF-8",
  "not-a-batch": "a batch without a list of messages",
  "not-a-cloud-event": "not a CloudEvent 1.0: specversion, id, source and type must be there",
  "no-subject": "no customer: neither the extension customer nor subject",
} as const;

export type RefusalReason = keyof typeof REFUSALS;
