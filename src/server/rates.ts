import rateLimit from "@fastify/rate-limit";
import type { FastifyRequest } from "fastify";
import type { App } from "./app.ts";
import type { Config } from "./config/config.ts";

/** So many requests a minute from one person, token or address; fewer to sign in. Events have limits of their own. */
export async function rates(app: App, config: Config): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max: config["api-per-minute"],
    timeWindow: 60_000,
    keyGenerator: whoAsks,
    allowList: (request) => request.routeOptions.config.entry === "write-key" || isProbe(request),
    cache: 50_000,
  });
}

/** For routes where secrets could be guessed: counted by address, whoever asks. */
export const seldom = (config: Config) => ({
  rateLimit: { max: config["sign-in-per-minute"], timeWindow: 60_000, keyGenerator: ({ ip }: FastifyRequest) => ip },
});

const whoAsks = ({ caller, ip }: FastifyRequest): string =>
  caller === undefined || caller.kind === "nobody" ? ip : `${caller.kind} ${caller.id}`;

const isProbe = ({ routeOptions }: FastifyRequest): boolean =>
  ["/healthz", "/readyz", "/metrics"].includes(routeOptions.url ?? "");
