import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { RouteOptions } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { packageVersion } from "../storage/package.ts";
import type { App } from "./app.ts";
import { requires } from "./rights.ts";

/** The description of the API, from the schemas that check the requests; its page comes with all it needs. */
export async function openapi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Kept",
        version: packageVersion(),
        description:
          "What customers were led to expect, and whether they got it. Times are RFC 3339 in UTC. Lists come in pages: send `next` of one as `after` for the next. Problems are RFC 9457.",
      },
      components: {
        securitySchemes: {
          token: { type: "http", scheme: "bearer", description: "An API token" },
          writeKey: {
            type: "http",
            scheme: "basic",
            description: "A write key as the name, nothing as the password; also as a bearer token or in the body",
          },
          session: { type: "apiKey", in: "cookie", name: "kept.session_token", description: "A person who signed in" },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** After all other routes. */
export async function openapiRoutes(app: App): Promise<void> {
  app.get("/api/openapi.json", { ...requires("public"), schema: { hide: true } }, () => app.swagger());
  await app.register(swaggerUi, {
    routePrefix: "/api",
    staticCSP: POLICY,
    theme: { title: "Kept: API" },
    uiConfig: { deepLinking: true, docExpansion: "list", tryItOutEnabled: false },
  });
}

/** Routes that libraries bring, for everybody: pages and their files, and what browsers ask before they ask. */
export function declareBrought(route: RouteOptions): void {
  const page = /^\/api(\/?|\/(json|yaml|static\/.*))$/.test(route.url);
  const asking = route.method === "OPTIONS" && route.url === "*";
  const files = route.url.startsWith("/assets/");
  if (files) route.schema = { ...route.schema, hide: true };
  if (page || asking || files) route.config = { ...route.config, ...requires("public").config };
}
