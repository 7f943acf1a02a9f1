import type { FastifyServerOptions } from "fastify";
import type { App } from "./app.ts";
import type { Config } from "./config/config.ts";

/** JSON lines. Addresses hold ids of customers, so only the pattern of a route is told; and who asked only by id. */
export const loggerOf = (config: Config): Exclude<FastifyServerOptions["logger"], undefined> => ({
  level: config["log-level"],
  base: null,
  timestamp: () => `,"at":"${new Date().toISOString()}"`,
  formatters: { level: (level) => ({ level }) },
  serializers: {
    req: ({ method }) => ({ method }),
    res: ({ statusCode }) => ({ statusCode }),
    err: (error) => ({ type: error.name, message: "", stack: "" }),
  },
});

export function logRequests(app: App): void {
  app.addHook("onResponse", async (request, reply) => {
    const { caller, method } = request;
    const quiet = request.routeOptions.config.entry === "public" && reply.statusCode < 400;
    request.log[quiet ? "debug" : "info"]({
      method,
      route: request.routeOptions.url ?? "unknown",
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...(caller === undefined || caller.kind === "nobody" ? {} : { by: `${caller.kind} ${caller.id}` }),
    });
  });
}
