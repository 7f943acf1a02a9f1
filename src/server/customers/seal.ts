import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";

const SEALED = z.tuple([z.string(), z.int(), z.string()]);

/** What a link to a brief allows: to see this one customer, until then, as long as this person may. */
export interface Pass {
  readonly customer: string;
  /** Ms since 1970 UTC. */
  readonly until: number;
  /** Who made it, by id. */
  readonly by: string;
}

/** Passes that only servers with the same secret can make and read: neither changed nor understood on their way (AES-256-GCM). */
export interface Seal {
  seal(pass: Pass): string;
  /** Nothing where it is none of ours or was changed; whether it is over is for the caller to say. */
  open(sealed: string): Pass | undefined;
}

const [NONCE, TAG] = [12, 16];

export function sealOf(secret: string): Seal {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "kept: links to briefs", 32));
  return {
    seal({ customer, until, by }) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const text = JSON.stringify([customer, until, by] satisfies z.output<typeof SEALED>);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length <= NONCE + TAG) return undefined;
      try {
        const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE), { authTagLength: TAG });
        cipher.setAuthTag(bytes.subarray(-TAG));
        const text = Buffer.concat([cipher.update(bytes.subarray(NONCE, -TAG)), cipher.final()]).toString("utf8");
        const [customer, until, by] = SEALED.parse(JSON.parse(text));
        return { customer, until, by };
      } catch {
        return undefined;
      }
    },
  };
}
