import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { demoAsOf, makeDemo } from "../../src/demo/make.ts";
import { readExperience } from "../../src/language/read.ts";
import { syncColumns } from "../../src/ledger/columns.ts";
import type { Role } from "../../src/people/rights.ts";
import { judge } from "../../src/promises/judge.ts";
import { packageRoot } from "../../src/storage/package.ts";
import { openTestServer, type TestServer } from "../server.ts";

/** A server that listens on a demo world, at the end of its year; pages come from dist/web. */
export interface DemoServer extends TestServer {
  readonly address: string;
  /** A browser of its own for a new person of a role, signed in. */
  signedIn(browser: Browser, role: Role, options?: Parameters<Browser["newContext"]>[0]): Promise<BrowserContext>;
}

export const DEMO_FILE = join(packageRoot, "experiences/laundry/experience.yaml");

/** For `beforeAll`. With 0 customers the ledger is empty and there is no experience file. */
export async function openDemoServer(
  customers = 400,
  environment: Readonly<Record<string, string>> = {},
): Promise<DemoServer> {
  const begun = Date.now();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = await openTestServer(
    {
      KEPT_URL: address,
      KEPT_API_PER_MINUTE: "100000",
      KEPT_SIGN_IN_PER_MINUTE: "1000",
      ...(customers === 0 ? {} : { KEPT_EXPERIENCE: DEMO_FILE }),
      ...environment,
    },
    () => demoAsOf + (Date.now() - begun),
  );
  const { store } = server.rooms.house;
  if (customers > 0) {
    const { experience } = readExperience(readFileSync(DEMO_FILE, "utf8"), DEMO_FILE);
    if (experience === undefined) throw new Error("the experience of the demo has faults");
    await syncColumns(store, experience);
    await makeDemo(store, { customers });
    await judge(store, experience, demoAsOf);
  }
  await server.app.listen({ port, host: "127.0.0.1" });
  return {
    ...server,
    address,
    async signedIn(browser, role, options = {}) {
      const { headers } = await server.person(role);
      const context = await browser.newContext({ baseURL: address, ...options });
      const cookies = (headers["cookie"] ?? "").split("; ").map((pair) => {
        const at = pair.indexOf("=");
        return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address };
      });
      await context.addCookies(cookies);
      // Machines differ: only the time of the whole test ends it.
      context.setDefaultTimeout(110_000);
      return context;
    },
  };
}

/** The server must know its address before it listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
