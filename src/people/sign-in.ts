import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { KeptError } from "../kept-error.ts";
import type { State } from "../storage/postgres/state.ts";
import type { Caller } from "./caller.ts";
import { admit, type Newcomers } from "./newcomers.ts";
import { isRole } from "./rights.ts";

export interface SignInOptions extends Newcomers {
  /** By which people reach the server. */
  readonly url: string;
  readonly secret: string;
  readonly sessionDays: number;
  readonly oidc: OidcOptions | undefined;
}

export interface OidcOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export type Person = Extract<Caller, { kind: "person" }>;

/** Headers of an answer, with the cookies in them. */
export interface Signed {
  readonly headers: Headers;
}

/** Who somebody is, by e-mail and password or by OpenID Connect; remembered in a cookie. */
export interface SignIn {
  /** Throws KeptError "sign-in-refused" with the same words whatever was wrong. */
  byPassword(email: string, password: string, from: Headers): Promise<Signed>;
  /** Where to send the browser for the provider to say who it is; it comes back to `handler`, then to `path`. */
  byProvider(path: string, from: Headers): Promise<Signed & { readonly location: string }>;
  /** For the address to which the provider sends people back. */
  handler(request: Request): Promise<Response>;
  personOf(from: Headers): Promise<Person | undefined>;
  /** Ends the session. */
  leave(from: Headers): Promise<Signed>;
  /** Ends all other sessions, too. */
  changePassword(current: string, next: string, from: Headers): Promise<Signed>;
  hashPassword(password: string): Promise<string>;
}

export const PROVIDER = "oidc";
/** What passwords must be: long enough that guessing is hopeless, short enough that hashing is cheap. */
export const PASSWORD_LENGTH = { least: 10, most: 128 } as const;
const DAY = 86_400;

export function openSignIn(state: State, options: SignInOptions): SignIn {
  const auth = authOf(state, options);
  const refused = (thrown: unknown): never => {
    if (!(thrown instanceof APIError)) throw thrown;
    const words = "The e-mail address or the password is wrong.";
    throw new KeptError("sign-in-refused", words, { cause: thrown, status: 401 });
  };
  return {
    async byPassword(email, password, from) {
      const body = { email: email.toLowerCase(), password };
      const { headers } = await auth.api.signInEmail({ body, headers: from, returnHeaders: true }).catch(refused);
      return { headers };
    },
    async byProvider(path, from) {
      if (options.oidc === undefined)
        throw new KeptError("no-provider", "No sign-in by OpenID Connect is set up.", { status: 404 });
      const body = {
        provider: PROVIDER,
        callbackURL: path,
        errorCallbackURL: "/api/auth/refused",
        disableRedirect: true,
      };
      const { headers, response } = await auth.api.signInSocial({ body, headers: from, returnHeaders: true });
      return { headers, location: response.url ?? "/" };
    },
    handler: (request) => auth.handler(request),
    async personOf(from) {
      const session = await auth.api.getSession({ headers: from });
      if (session === null) return undefined;
      const { id, name, email, role, disabled } = session.user;
      return disabled || !isRole(role) ? undefined : { kind: "person", id, name, email, role };
    },
    async leave(from) {
      const { headers } = await auth.api.signOut({ headers: from, returnHeaders: true });
      return { headers };
    },
    async changePassword(currentPassword, newPassword, from) {
      const body = { currentPassword, newPassword, revokeOtherSessions: true };
      const { headers } = await auth.api.changePassword({ body, headers: from, returnHeaders: true }).catch(refused);
      return { headers };
    },
    hashPassword: async (password) => (await auth.$context).password.hash(password),
  };
}

function authOf(state: State, options: SignInOptions) {
  const times = { createdAt: "created_at", updatedAt: "updated_at" };
  return betterAuth({
    baseURL: options.url,
    basePath: "/api/auth",
    secret: options.secret,
    database: { db: state.db, type: "postgres", transaction: true },
    trustedOrigins: [options.url],
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Ours holds for every route; see rates.ts of the server.
    rateLimit: { enabled: false },
    onAPIError: { errorURL: "/api/auth/refused" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    session: {
      modelName: "sessions",
      fields: {
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        ...times,
      },
      expiresIn: options.sessionDays * DAY,
      updateAge: DAY,
    },
    user: {
      modelName: "users",
      fields: { emailVerified: "email_verified", ...times },
      additionalFields: {
        role: { type: "string", required: true, defaultValue: "viewer", input: false },
        disabled: { type: "boolean", required: true, defaultValue: false, input: false },
      },
    },
    account: {
      modelName: "accounts",
      fields: {
        accountId: "account_id",
        providerId: "provider_id",
        userId: "user_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        ...times,
      },
      encryptOAuthTokens: true,
    },
    verification: { modelName: "verifications", fields: { expiresAt: "expires_at", ...times } },
    advanced: {
      cookiePrefix: "kept",
      useSecureCookies: options.url.startsWith("https:"),
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: admit(state, options),
    plugins: options.oidc === undefined ? [] : [genericOAuth({ config: [providerOf(options.oidc)] })],
  });
}

const providerOf = (oidc: OidcOptions) => ({
  providerId: PROVIDER,
  discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
  clientId: oidc.clientId,
  clientSecret: oidc.clientSecret,
  scopes: ["openid", "email", "profile"],
  requireIdTokenVerification: true,
});
