import { randomBytes } from "node:crypto";
import { hashOf } from "./keys.ts";

/** Links by which somebody who has this machine comes in once, without a password. They are kept in memory alone. */
export interface OneTimeLinks {
  /** A secret for an e-mail address and a password, for so many ms. */
  make(person: OneTimePerson, lasts: number): string;
  /** Whom a secret lets in; it is used up by the question. */
  use(secret: string): OneTimePerson | undefined;
}

export interface OneTimePerson {
  readonly email: string;
  readonly password: string;
}

/** `now` in ms since 1970 UTC. */
export function openOneTimeLinks(now: () => number): OneTimeLinks {
  const waiting = new Map<string, { readonly person: OneTimePerson; readonly ends: number }>();
  return {
    make(person, lasts) {
      const secret = randomBytes(32).toString("base64url");
      waiting.set(hashOf(secret), { person, ends: now() + lasts });
      return secret;
    },
    use(secret) {
      const key = hashOf(secret);
      const found = waiting.get(key);
      waiting.delete(key);
      return found !== undefined && found.ends > now() ? found.person : undefined;
    },
  };
}
