import { expect, test } from "vitest";
import { openedAnswers } from "../../../test/answers-server.ts";
import { AS_OF, HAPPENED, SHOP } from "../../../test/answers-shop.ts";
import { erasePerson } from "../../person.ts";
import { sealOf } from "./seal.ts";

const SECRET = "a secret of more than thirty-two signs";
const DESK = "https://desk.example.com";
const shop = openedAnswers(SHOP, HAPPENED, AS_OF, { KEPT_SECRET: SECRET, KEPT_EMBED_ORIGINS: DESK });

const make = (customer: string, more = {}, headers = shop.agent) =>
  shop.server.app.inject({ method: "POST", url: "/api/embeds", headers, payload: { customer, ...more } });
const passOf = async (customer: string): Promise<string> =>
  new URL((await make(customer)).json().link).searchParams.get("pass") ?? "";
const look = (pass: string, headers = {}) => shop.server.app.inject({ url: `/api/embeds/brief?pass=${pass}`, headers });

test("a link shows the brief on one customer to who has it, and says until when", async () => {
  const made = (await make("c-0")).json();
  expect(made).toMatchObject({ until: "2026-03-01T12:15:00.000Z", frames: [DESK] });
  expect(made.link).not.toContain("c-0");
  const brief = (await look(await passOf("c-0"))).json();
  expect(brief).toMatchObject({ customer: "c-0", broken: [{ says: "Sent within two hours" }] });
  expect(brief).not.toHaveProperty("story");
});

test("what is over, changed, made with another secret or nothing at all is refused alike", async () => {
  const pass = await passOf("c-0");
  const { owner } = { owner: sealOf(SECRET).open(pass)?.by ?? "" };
  const of = { customer: "c-0", until: Date.parse(AS_OF) + 1, by: owner };
  expect((await look(sealOf(SECRET).seal(of))).statusCode).toBe(200);
  const bad = [
    "",
    "x",
    `${pass}AAAA`,
    `${pass.slice(0, 20)}${pass[20] === "A" ? "B" : "A"}${pass.slice(21)}`,
    sealOf("another secret of more than thirty-two").seal(of),
    sealOf(SECRET).seal({ ...of, until: Date.parse(AS_OF) }),
    sealOf(SECRET).seal({ ...of, by: "nobody" }),
    sealOf(SECRET).seal({ ...of, customer: "never-seen" }),
  ];
  for (const one of bad)
    expect([(await look(one)).statusCode, (await look(one)).json().code]).toEqual([403, "link-over"]);
});

test("nothing else can be reached by it", async () => {
  const pass = await passOf("c-0");
  for (const url of ["/api/customers/c-0", "/api/customers/c-0/events", "/api/gaps", "/api/session"])
    for (const headers of [{ authorization: `Bearer ${pass}` }, { cookie: `kept.session_token=${pass}` }])
      expect((await shop.server.app.inject({ url, headers })).statusCode, url).toBe(401);
});

test("it ends with the rights of who made it", async () => {
  const token = await shop.server.token("agent");
  const pass = new URL((await make("c-0", {}, token)).json().link).searchParams.get("pass") ?? "";
  const by = sealOf(SECRET).open(pass)?.by ?? "";
  const { db } = shop.server.rooms.house.state;
  await db.updateTable("users").set({ role: "viewer" }).where("id", "=", by).execute();
  expect((await look(pass)).statusCode).toBe(403);
});

test("who was erased is gone there, too", async () => {
  const pass = await passOf("c-15");
  await erasePerson(shop.server.rooms.house, "c-15", Date.parse(AS_OF), { kind: "operator", id: "operator" });
  expect((await look(pass)).json().code).toBe("link-over");
});

test("only the sites that are named may frame it, and nobody a link that is not ours", async () => {
  const page = async (pass: string) => (await shop.server.app.inject({ url: `/embed/brief?pass=${pass}` })).headers;
  const shown = await page(await passOf("c-0"));
  expect(shown["content-security-policy"]).toMatch(new RegExp(`frame-ancestors ${DESK}$`));
  expect(shown["x-frame-options"]).toBeUndefined();
  const forged = await page("AAAA");
  expect(forged["content-security-policy"]).toMatch(/frame-ancestors 'none'/);
  expect(forged["x-frame-options"]).toBe("DENY");
});

test("it takes the right to see customers, an hour at most, and a customer who is there", async () => {
  expect((await make("c-0", {}, shop.viewer)).statusCode).toBe(403);
  expect((await make("c-0", { minutes: 61 })).statusCode).toBe(400);
  expect((await make("never-seen")).statusCode).toBe(404);
});

test("everything they said is told, the latest first", async () => {
  const get = async (url: string) => (await shop.server.app.inject({ url, headers: shop.agent })).json();
  expect((await get("/api/customers/c-5/said")).said).toEqual([
    { at: "2026-02-06T13:00:00.000Z", event: "rated", score: 2, from: 1, to: 5, words: "words of 5" },
  ]);
  expect((await get("/api/customers/nobody/said")).code).toBe("not-found");
});
