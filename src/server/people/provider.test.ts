import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { CLIENT, startProvider, type TestProvider } from "../../../test/provider.ts";
import { openTestServer, TEST_URL, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let provider: TestProvider;
const settings = () => ({
  KEPT_OIDC_ISSUER: provider.issuer,
  KEPT_OIDC_CLIENT_ID: CLIENT.id,
  KEPT_OIDC_CLIENT_SECRET: CLIENT.secret,
  KEPT_OIDC_NAME: "Works account",
  KEPT_SIGN_IN_PER_MINUTE: "1000",
});
beforeAll(async () => {
  provider = await startProvider(`${TEST_URL}/api/auth/callback/oidc`);
  server = await openTestServer(settings());
});
afterAll(async () => {
  await server.dispose();
  await provider.close();
});
beforeEach(async () => {
  await server.rooms.house.state.db.deleteFrom("users").execute();
  await server.rooms.house.state.db.deleteFrom("invitations").execute();
});

/** A browser: it keeps the cookies of each of the two sides, and follows what they say. */
class Browser {
  readonly #jars = new Map<string, Map<string, string>>();
  cookies(side: string): string {
    return [...(this.#jars.get(side) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  }
  #keep(side: string, cookies: readonly string[]): void {
    const jar = this.#jars.get(side) ?? new Map<string, string>();
    for (const cookie of cookies) {
      const [name = "", ...value] = (cookie.split(";")[0] ?? "").split("=");
      jar.set(name, value.join("="));
    }
    this.#jars.set(side, jar);
  }
  async kept(url: string) {
    const answer = await server.app.inject({ url, headers: { cookie: this.cookies("kept") } });
    this.#keep("kept", [answer.headers["set-cookie"] ?? []].flat());
    return { status: answer.statusCode, location: String(answer.headers.location), body: answer.body };
  }
  async theirs(url: string, form?: Record<string, string>) {
    const body = form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) };
    const headers = { cookie: this.cookies("theirs") };
    const answer = await fetch(new URL(url, provider.issuer), { redirect: "manual", headers, ...body });
    this.#keep("theirs", answer.headers.getSetCookie());
    return { status: answer.status, location: String(answer.headers.get("location")) };
  }
  /** From our button through the provider's pages to the address that it sends the person back to. */
  async throughProvider(to: string): Promise<string> {
    let { location } = await this.kept(`/api/session/provider?to=${encodeURIComponent(to)}`);
    for (let step = 0; step < 12 && !location.startsWith(TEST_URL); step++) {
      const page = await this.theirs(location);
      const asked = page.status === 200;
      const prompt = step < 3 ? "login" : "consent";
      location = asked
        ? (await this.theirs(location, { prompt, login: provider.account.sub, password: "x" })).location
        : page.location;
    }
    return location.slice(TEST_URL.length);
  }
}

const invite = async (email: string, role: string) => {
  const owner = await server.person("owner");
  const answer = await server.app.inject({
    method: "POST",
    url: "/api/invitations",
    headers: owner.headers,
    payload: { email, role },
  });
  expect(answer.statusCode).toBe(200);
};
const meOf = async (browser: Browser) =>
  (await server.app.inject({ url: "/api/session", headers: { cookie: browser.cookies("kept") } })).json();

test("who is invited comes in by the provider, in the role of the invitation, and again without one", async () => {
  provider.account = { sub: "s-1", email: "anna@example.org", email_verified: true, name: "Anna" };
  await invite("anna@example.org", "editor");
  const browser = new Browser();
  const back = await browser.kept(await browser.throughProvider("/gaps?month=2026-10"));
  expect(back).toMatchObject({ status: 302, location: "/gaps?month=2026-10" });
  expect(await meOf(browser)).toMatchObject({ email: "anna@example.org", name: "Anna", role: "editor" });
  const again = new Browser();
  await again.kept(await again.throughProvider("/"));
  expect(await meOf(again)).toMatchObject({ email: "anna@example.org" });
});

test("who is not invited is sent away", async () => {
  provider.account = { sub: "s-2", email: "eve@example.org", email_verified: true, name: "Eve" };
  const browser = new Browser();
  const back = await browser.kept(await browser.throughProvider("/"));
  expect(back.location).toContain("/api/auth/refused");
  expect((await browser.kept(back.location)).status).toBe(403);
  expect(await meOf(browser)).toMatchObject({ status: 401 });
});

test("an address that the provider does not vouch for is no invitation's", async () => {
  await invite("boss@example.org", "owner");
  provider.account = { sub: "s-3", email: "boss@example.org", email_verified: false, name: "Not the boss" };
  const browser = new Browser();
  await browser.kept(await browser.throughProvider("/"));
  expect(await meOf(browser)).toMatchObject({ status: 401 });
});

test("and does not lead to the account of who has that address here", async () => {
  const owner = await server.person("owner");
  const { email } = (await server.app.inject({ url: "/api/session", headers: owner.headers })).json();
  provider.account = { sub: "s-4", email, email_verified: false, name: "Not the owner" };
  const browser = new Browser();
  await browser.kept(await browser.throughProvider("/"));
  expect(await meOf(browser)).toMatchObject({ status: 401 });
});

test("who was sent away does not come back by the provider", async () => {
  provider.account = { sub: "s-5", email: "bob@example.org", email_verified: true, name: "Bob" };
  await invite("bob@example.org", "agent");
  const first = new Browser();
  await first.kept(await first.throughProvider("/"));
  expect(await meOf(first)).toMatchObject({ role: "agent" });
  await server.rooms.house.state.db
    .updateTable("users")
    .set({ disabled: true })
    .where("email", "=", "bob@example.org")
    .execute();
  expect(await meOf(first)).toMatchObject({ status: 401 });
  const second = new Browser();
  await second.kept(await second.throughProvider("/"));
  expect(await meOf(second)).toMatchObject({ status: 401 });
});

test("an answer of the provider to another browser is refused", async () => {
  provider.account = { sub: "s-6", email: "carl@example.org", email_verified: true, name: "Carl" };
  await invite("carl@example.org", "viewer");
  const [one, other] = [new Browser(), new Browser()];
  const address = await one.throughProvider("/");
  await other.kept(address);
  expect(await meOf(other)).toMatchObject({ status: 401 });
});

test.each(["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])(
  "one is not sent on to %s",
  async (to) => {
    const answer = await new Browser().kept(`/api/session/provider?to=${encodeURIComponent(to)}`);
    expect(answer.status).toBe(400);
  },
);

test("the button says whose account it is", async () => {
  const ways = await server.app.inject("/api/session/ways");
  expect(ways.json()).toEqual({ password: true, provider: { name: "Works account" }, owner: false });
  await server.person("owner");
  expect((await server.app.inject("/api/session/ways")).json()).toMatchObject({ owner: true });
});
