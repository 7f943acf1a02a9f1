import { afterAll, beforeAll, expect, test } from "vitest";
import { type AnswersServer, openAnswersServer } from "../../../test/answers-server.ts";
import { AS_OF, HAPPENED, SHOP } from "../../../test/answers-shop.ts";

let server: AnswersServer;
let agent: Readonly<Record<string, string>>;
beforeAll(async () => {
  server = await openAnswersServer(SHOP, HAPPENED, AS_OF);
  agent = await server.token("agent");
});
afterAll(() => server.dispose());

test("promises that are asked for first, and all at once, do not wait for each other", async () => {
  const asked = ["sent-soon", "answered-soon", "sent-soon?from=2026-02-05", "answered-soon?from=2026-02-05"];
  const urls = asked.map((promise) => `/api/promises/${promise}`);
  const answers = await Promise.all(urls.map((url) => server.app.inject({ url, headers: agent })));
  expect(answers.map((answer) => answer.json().asked)).toEqual([20, 20, 16, 16]);
  const [sent] = answers;
  expect(sent?.json().by_property.channel).toHaveLength(3);
});

test("a promise that is new is told as soon as it was judged", async () => {
  const editor = await server.token("editor");
  expect((await server.app.inject({ url: "/api/report", headers: agent })).statusCode).toBe(200);
  const text = `${SHOP}  rated-soon: { says: You rate us, when: ordered, then: rated, expected: 1 day }\n`;
  const payload = { text, why: "To see more", from: 0 };
  const published = await server.app.inject({ method: "PUT", url: "/api/experience", headers: editor, payload });
  expect(published.statusCode).toBe(200);
  await server.judge();
  const told = await server.app.inject({ url: "/api/promises/rated-soon", headers: agent });
  expect([told.statusCode, told.json().asked]).toEqual([200, 20]);
});
