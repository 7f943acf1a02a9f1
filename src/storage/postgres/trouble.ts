import pg from "pg";
import { KeptError } from "../../kept-error.ts";

/** What a failed statement or connection means for the person at the keyboard; nothing when it is a bug of ours. */
export function stateTrouble(thrown: unknown, place = "the state"): KeptError | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const code = "code" in thrown ? String(thrown.code) : "";
  const refuse = (name: string, words: string) => new KeptError(name, words, { cause: thrown });
  if (isLost(thrown))
    return refuse("state-gone", `PostgreSQL at ${place} does not answer (${code || thrown.message}).`);
  switch (code) {
    case "28P01":
    case "28000":
      return refuse(
        "server-refused",
        `PostgreSQL at ${place} refuses this user or password; correct KEPT_POSTGRES_URL.`,
      );
    case "3D000":
      return refuse(
        "server-refused",
        `PostgreSQL at ${place} has no such database; make it, or correct KEPT_POSTGRES_URL.`,
      );
    case "53100":
      return refuse("disk-full", `No space is left on the disk for ${place}; make room and try again.`);
    case "42501":
      return refuse("server-refused", `PostgreSQL at ${place} does not allow this: ${thrown.message}.`);
    default:
      return undefined;
  }
}

/** Whether a connection was lost or could not be made: trying again may help. */
export function isLost(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if (/Connection terminated|timeout exceeded when trying to connect|not queryable/.test(thrown.message)) return true;
  const code = "code" in thrown ? String(thrown.code) : "";
  // Classes of PostgreSQL: 08 connection, 57P0x shutting down or starting, 53300 too many.
  if (thrown instanceof pg.DatabaseError) return /^(08|57P0[123])/.test(code) || code === "53300";
  return ["ECONNREFUSED", "ENOENT", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"].includes(code);
}
