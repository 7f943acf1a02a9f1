import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Registry } from "prom-client";
import type { House } from "../house.ts";
import type { Live } from "../news/live.ts";
import type { Caller } from "../people/caller.ts";
import type { KeyRing } from "../people/keys.ts";
import type { OneTimeLinks } from "../people/one-time.ts";
import type { Permission } from "../people/rights.ts";
import type { SignIn } from "../people/sign-in.ts";
import type { Shelf } from "../published/shelf.ts";
import type { Config } from "./config/config.ts";
import type { Prepared } from "./gaps/prepared.ts";
import type { Work } from "./gaps/work.ts";
import type { ValueRoom } from "./value/room.ts";

/** Fastify, with zod as the only definition of what comes in and goes out. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What routes work with. */
export interface Rooms {
  readonly house: House;
  readonly config: Config;
  readonly keys: KeyRing;
  readonly signIn: SignIn;
  /** Links by which who has this machine comes in once. */
  readonly oneTime: OneTimeLinks;
  /** The experience file that holds. */
  readonly shelf: Shelf;
  /** News for whoever listens. */
  readonly live: Live;
  /** The last judgement; and the answers that take long, kept ready. */
  readonly prepared: Prepared;
  readonly work: Work;
  /** What gaps cost, what customers are worth, whom to help first. */
  readonly value: ValueRoom;
  /** Called when events were kept, or went to other customers. */
  readonly arrivals: Set<() => void>;
  /** For counts of one's own. */
  readonly metrics: Registry;
  /** What `/readyz` asks besides the engines; add what must work before requests are taken. */
  readonly ready: Map<string, () => boolean | Promise<boolean>>;
}

/**
 * Who may use a route: who has a permission; `signed-in`, every person; `write-key`, whoever shows one in a way that the
 * handler checks itself; `public`, everybody.
 */
export type Entry = Permission | "signed-in" | "write-key" | "public";

declare module "fastify" {
  interface FastifyContextConfig {
    entry?: Entry;
  }
  interface FastifyRequest {
    caller: Caller;
  }
}
