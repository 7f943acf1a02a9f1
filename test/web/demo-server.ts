import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, BrowserContext } from "playwright-core";
import { demoAsOf } from "../../src/demo/make.ts";
import { NO_FILTER } from "../../src/gaps/filter.ts";
import type { Role } from "../../src/people/rights.ts";
import { demoWorld } from "../demo-world.ts";
import { galleryFile } from "../experiences.ts";
import { freePorts } from "../free-ports.ts";
import { copyMade, type Made } from "../made.ts";
import { madeHouse, openServerOn, openTestServer, type TestServer } from "../server.ts";

/** A server that listens on a demo world, at the end of its year; pages come from dist/web. */
export interface DemoServer extends TestServer {
  readonly address: string;
  /** A browser of its own for a new person of a role, signed in. */
  signedIn(browser: Browser, role: Role, options?: Parameters<Browser["newContext"]>[0]): Promise<BrowserContext>;
}

const LAUNDRY = { KEPT_EXPERIENCE: galleryFile("laundry") };

/** The home of a server that was up at the end of the demo's year, until what takes long to work out was written down. */
const madeHome = (customers: number): Made => ({
  name: `home-${customers}`,
  async make(home) {
    for (const made of madeHouse(demoWorld(customers))) await copyMade(made, home);
    const server = await openServerOn(home, LAUNDRY, () => demoAsOf);
    try {
      await server.listen();
      const { work, value } = server.rooms;
      await work.report(NO_FILTER, false);
      await work.choices(false);
      await value.firstFindings();
      await value.tend();
    } finally {
      await server.close();
    }
  },
});

/** For `beforeAll`. With 0 customers the ledger is empty and there is no experience file. */
export async function openDemoServer(
  customers = 400,
  environment: Readonly<Record<string, string>> = {},
): Promise<DemoServer> {
  const begun = Date.now();
  // The server must know its address before it listens.
  const [port = 0] = await freePorts(1);
  const address = `http://127.0.0.1:${port}`;
  const server = await openTestServer(
    {
      KEPT_URL: address,
      KEPT_API_PER_MINUTE: "100000",
      KEPT_SIGN_IN_PER_MINUTE: "1000",
      ...(customers === 0 ? {} : LAUNDRY),
      ...environment,
    },
    () => demoAsOf + (Date.now() - begun),
    customers === 0 ? madeHouse() : [madeHome(customers)],
  );
  await server.app.listen({ port, host: "127.0.0.1" });
  return {
    ...server,
    address,
    async signedIn(browser, role, options = {}) {
      const { headers } = await server.person(role);
      // Nothing that glides into its place or its colour: what is looked at is there.
      const context = await browser.newContext({ baseURL: address, reducedMotion: "reduce", ...options });
      const cookies = (headers["cookie"] ?? "").split("; ").map((pair) => {
        const at = pair.indexOf("=");
        return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address };
      });
      await context.addCookies(cookies);
      // A limit of hanging: machines differ, and are busy.
      context.setDefaultTimeout(120_000);
      return context;
    },
  };
}

/** Until the models are there, which are fitted once; before that pages say that they are being fitted. */
export async function fitted({ app, token }: DemoServer): Promise<void> {
  const headers = await token("owner");
  while ((await app.inject({ url: "/api/equity", headers })).statusCode !== 200) await sleep(500);
}
