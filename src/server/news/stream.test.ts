import fastify from "fastify";
import { expect, test } from "vitest";
import type { Told } from "../../news/live.ts";
import { openStream } from "./stream.ts";

const told = (number: number): Told => ({
  number,
  at: 0,
  news: { kind: "experience.published", version: number, by: "Ann", why: "Better" },
});

test("news that reaches the server late or twice is heard once", async () => {
  const app = fastify();
  app.get("/", async (request, reply) => {
    const stream = openStream(request, reply, 3, () => {});
    for (const number of [3, 4, 4, 5, 4])
      stream.send(told(number), { permissions: ["experience:read"], customerKey: undefined });
    stream.end();
    return reply;
  });
  const { body } = await app.inject("/");
  expect(body.match(/^id: \d+$/gm)).toEqual(["id: 4", "id: 5"]);
  await app.close();
});
