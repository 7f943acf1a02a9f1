import { expect, test } from "vitest";
import { openedAnswers } from "../../../test/answers-server.ts";
import { AS_OF, HAPPENED, SHOP } from "../../../test/answers-shop.ts";

const shop = openedAnswers(SHOP, HAPPENED, AS_OF);

test("promises that are asked for first, and all at once, do not wait for each other", async () => {
  const asked = ["sent-soon", "answered-soon", "sent-soon?from=2026-02-05", "answered-soon?from=2026-02-05"];
  const urls = asked.map((promise) => `/api/promises/${promise}`);
  const answers = await Promise.all(urls.map((url) => shop.server.app.inject({ url, headers: shop.agent })));
  expect(answers.map((answer) => answer.json().asked)).toEqual([20, 20, 16, 16]);
  const [sent] = answers;
  expect(sent?.json().by_property.channel).toHaveLength(3);
});

test("a promise that is new is told as soon as it was judged", async () => {
  const editor = shop.editor;
  expect((await shop.server.app.inject({ url: "/api/report", headers: shop.agent })).statusCode).toBe(200);
  const text = `${SHOP}  rated-soon: { says: You rate us, when: ordered, then: rated, expected: 1 day }\n`;
  const payload = { text, why: "To see more", from: 0 };
  const published = await shop.server.app.inject({ method: "PUT", url: "/api/experience", headers: editor, payload });
  expect(published.statusCode).toBe(200);
  await shop.server.judge();
  const told = await shop.server.app.inject({ url: "/api/promises/rated-soon", headers: shop.agent });
  expect([told.statusCode, told.json().asked]).toEqual([200, 20]);
});
