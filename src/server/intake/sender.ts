import type { FastifyRequest } from "fastify";
import { KeptError } from "../../kept-error.ts";
import { permissionsOfCaller } from "../../people/caller.ts";
import type { KeyRing } from "../../people/keys.ts";

/** Who sends events: a write key of the company's, or a token that may. */
export interface Sender {
  /** Stands in the column `source` of the events. */
  readonly name: string;
}

/**
 * Whose key a request shows in its header: `Basic KEY:` as Segment's libraries send it, or `Bearer KEY`. undefined: it
 * shows none, and the body may. A key that is wrong is refused at once, before any body is read.
 */
export async function senderOfHeader(request: FastifyRequest, keys: KeyRing): Promise<Sender | undefined> {
  const [scheme = "", secret = ""] = (request.headers.authorization ?? "").trim().split(/\s+/);
  switch (scheme.toLowerCase()) {
    case "":
      return undefined;
    case "basic":
      return senderOf(Buffer.from(secret, "base64").toString("utf8").split(":")[0] ?? "", keys);
    case "bearer":
      return senderOf(secret, keys);
    default:
      throw unknown();
  }
}

export async function senderOf(secret: unknown, keys: KeyRing): Promise<Sender> {
  if (typeof secret !== "string" || secret === "") throw unknown();
  const caller = await keys.callerOf(secret);
  if (caller === undefined) throw unknown();
  if (permissionsOfCaller(caller).includes("events:write")) return caller;
  throw new KeptError("not-allowed", "This needs the permission events:write.", { status: 403 });
}

const unknown = () =>
  new KeptError("unknown-key", "Send a write key: as the user of Basic, as Bearer, or as writeKey in the body.", {
    status: 401,
  });
