import { createServer, type Server } from "node:http";
import Provider from "oidc-provider";

/** An OpenID Connect provider, run for real. Whoever signs in there is `account`. */
export interface TestProvider {
  readonly issuer: string;
  /** Who the next one to sign in is. */
  account: { sub: string; email: string; email_verified: boolean; name: string };
  close(): Promise<void>;
}

export const CLIENT = { id: "kept", secret: "a secret that both know" } as const;

/** Starts a provider on a free port that knows one client with one address to come back to. */
export async function startProvider(comesBackTo: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const test: TestProvider = {
    issuer,
    account: { sub: "s-1", email: "anna@example.org", email_verified: true, name: "Anna" },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [comesBackTo],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ["test"] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ ...test.account }) }),
  });
  server.on("request", provider.callback());
  return test;
}

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
};
