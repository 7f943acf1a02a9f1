import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { houseOf } from "../src/house.ts";
import { acceptInvitation, invite } from "../src/people/invitations.ts";
import { makeKey } from "../src/people/keys.ts";
import { type Permission, permissionsOf, type Role } from "../src/people/rights.ts";
import { buildServer, type Server } from "../src/server/build.ts";
import { readConfig } from "../src/server/config/read.ts";
import { openState } from "../src/storage/postgres/open.ts";
import { engineEnd, madeLedger, openAlone, type World } from "./ledger.ts";
import { copyMade, type Made } from "./made.ts";
import { MADE_STATE } from "./state.ts";

/** The whole server on both engines in a folder of its own, for `server.app.inject` or, after `listen`, real HTTP. */
export interface TestServer extends Server {
  readonly home: string;
  /** A person of a role with a session: the headers that prove it, and where requests seem to come from. */
  person(role: Role): Promise<{ readonly id: string; readonly headers: Readonly<Record<string, string>> }>;
  /** An API token of a new person of a role, with all or some of their permissions. */
  token(role: Role, scopes?: readonly Permission[]): Promise<Readonly<Record<string, string>>>;
  /** A write key. */
  writeKey(): Promise<string>;
  /** Listens on a free port; returns the address. */
  listen(): Promise<string>;
  dispose(): Promise<void>;
}

export const TEST_URL = "http://localhost:4400";
export const TEST_PASSWORD = "correct horse battery";

/** What a server's home is made of: a state that holds nothing, and a ledger. */
export const madeHouse = (world?: World): readonly Made[] => [MADE_STATE, madeLedger(world)];

/** For `beforeAll`: one server for a file of tests. `environment` holds settings, such as KEPT_OIDC_ISSUER. */
export async function openTestServer(
  environment: Readonly<Record<string, string>> = {},
  now: () => number = Date.now,
  made: readonly Made[] = madeHouse(),
): Promise<TestServer> {
  const home = mkdtempSync(join(tmpdir(), "kept-test-"));
  for (const one of made) await copyMade(one, home);
  const server = await openServerOn(home, environment, now);
  return {
    ...server,
    async dispose() {
      await server.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The same on a home that is there, and stays. */
export async function openServerOn(
  home: string,
  environment: Readonly<Record<string, string>>,
  now: () => number,
): Promise<Omit<TestServer, "dispose"> & { close(): Promise<void> }> {
  const [store, state] = await Promise.all([openAlone(home), openState({ home, environment: {} })]);
  const house = houseOf(home, store, state, now);
  const settings = { KEPT_HOME: home, KEPT_URL: TEST_URL, KEPT_LOG_LEVEL: "silent", ...environment };
  const server = await buildServer(house, readConfig(settings));
  const { signIn, keys } = server.rooms;
  let people = 0;
  // Hashing is dear on purpose.
  const passwordHash = await signIn.hashPassword(TEST_PASSWORD);

  async function someone(role: Role) {
    const email = `${role}-${++people}@example.org`;
    const { token } = await invite(state, now(), { email, role, invitedBy: undefined, hours: 1 });
    return acceptInvitation(state, now(), token, { name: `The ${role}`, email, passwordHash });
  }

  return {
    ...server,
    home,
    async person(role) {
      const { id, email } = await someone(role);
      const { headers } = await signIn.byPassword(email, TEST_PASSWORD, new Headers());
      return { id, headers: { cookie: cookieOf(headers), origin: TEST_URL } };
    },
    async token(role, scopes = permissionsOf(role)) {
      const { id } = await someone(role);
      const key = { kind: "token", name: "test", scopes, ownerId: id, createdBy: id, expiresAt: undefined } as const;
      const { secret } = await makeKey(state, now(), key);
      await keys.reload();
      return { authorization: `Bearer ${secret}` };
    },
    async writeKey() {
      const key = {
        kind: "write",
        name: "test",
        scopes: [],
        ownerId: undefined,
        createdBy: "test",
        expiresAt: undefined,
      } as const;
      const { secret } = await makeKey(state, now(), key);
      await keys.reload();
      return secret;
    },
    listen: () => server.app.listen({ port: 0, host: "127.0.0.1" }),
    async close() {
      const ended = engineEnd(home);
      await server.app.close();
      await house.close();
      await ended;
    },
  };
}

/** The cookies that an answer sets, as the next request brings them back. */
export const cookieOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
