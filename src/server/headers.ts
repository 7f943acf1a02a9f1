import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import type { App } from "./app.ts";
import type { Config } from "./config/config.ts";

/** What browsers are told: run only our own scripts, load nothing from elsewhere, show us in nobody's frame. */
export async function headers(app: App, config: Config): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: config.url?.startsWith("https:")
      ? { maxAge: 31_536_000, includeSubDomains: false }
      : false,
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "deny" },
  });
  await app.register(cors, {
    // Events are taken from any page, as their libraries need; everything else only from the pages that are named.
    delegator: (request, decide) => {
      const events = request.url?.startsWith("/v1/") ?? false;
      decide(null, {
        origin: events ? true : [...config.origins],
        credentials: false,
        methods: events ? ["GET", "POST"] : ["GET", "POST", "PUT", "PATCH", "DELETE"],
        // Libraries send headers of their own with events, and must see how long to wait.
        ...(events ? { exposedHeaders: ["retry-after"] } : { allowedHeaders: ["authorization", "content-type"] }),
        maxAge: 600,
      });
    },
  });
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
    if (request.url.startsWith("/api") && !reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
}
