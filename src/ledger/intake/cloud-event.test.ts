import { expect, test } from "vitest";
import { readCloudEvent } from "./cloud-event.ts";

const received = Date.UTC(2026, 5, 1, 12);
const plain = {
  specversion: "1.0",
  id: "7",
  source: "/shop",
  type: "order.placed",
  subject: "ann",
  time: "2026-06-01T11:00:00Z",
};

test("a CloudEvent is an event of its subject, named by source and id together", () => {
  expect(
    readCloudEvent({ ...plain, data: { order: "o1" }, datacontenttype: "application/json", region: "north" }, received),
  ).toEqual({
    kind: "taken",
    event: {
      customer: "ann",
      name: "order.placed",
      at: Date.UTC(2026, 5, 1, 11),
      id: "/shop#7",
      properties: '{"region":"north","order":"o1"}',
    },
    link: undefined,
  });
});

test("the extension customer goes before the subject, which is then a property", () => {
  expect(readCloudEvent({ ...plain, customer: "bob", time: undefined, data: [1, 2] }, received)).toMatchObject({
    event: { customer: "bob", at: received, properties: '{"subject":"ann","data":[1,2]}' },
  });
  expect(readCloudEvent({ ...plain, data_base64: "AAE=" }, received)).toMatchObject({
    event: { properties: '{"data_base64":"AAE="}' },
  });
});

test("what is none is refused with its reason", () => {
  const reason = (event: unknown) => Reflect.get(readCloudEvent(event, received), "reason");
  expect(reason({ ...plain, specversion: "0.3" })).toBe("not-a-cloud-event");
  for (const attribute of ["id", "source", "type"])
    expect(reason({ ...plain, [attribute]: undefined })).toBe("not-a-cloud-event");
  expect(reason([plain])).toBe("not-a-cloud-event");
  expect(reason({ ...plain, subject: "" })).toBe("no-subject");
  expect(reason({ ...plain, time: "noon" })).toBe("not-a-time");
  expect(reason({ ...plain, time: "1066-10-14T00:00:00Z" })).toBe("time-outside");
  expect(reason({ ...plain, type: "x".repeat(201) })).toBe("name-too-long");
  expect(reason({ ...plain, data: "x".repeat(40_000) })).toBe("too-large");
});
