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
