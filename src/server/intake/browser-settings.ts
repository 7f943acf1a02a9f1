import { z } from "zod";
import type { App } from "../app.ts";
import { requires } from "../rights.ts";
import type { DoorRooms } from "./door.ts";
import { senderOf } from "./sender.ts";

/**
 * The settings that @segment/analytics-next asks its `cdnURL` for before it sends anything: no other destinations, and
 * events come to this server.
 */
export function browserSettingsRoutes(app: App, { keys, config }: DoorRooms): void {
  const schema = { hide: true, params: z.strictObject({ key: z.string() }) };
  app.get("/v1/projects/:key/settings", { ...requires("write-key"), schema }, async (request, reply) => {
    await senderOf(request.params.key, keys);
    const own = new URL(config.url ?? `${request.protocol}://${request.host}`);
    const segment = {
      apiKey: request.params.key,
      apiHost: `${own.host}/v1`,
      protocol: own.protocol.replace(":", ""),
      unbundledIntegrations: [],
      addBundledMetadata: true,
      versionSettings: { version: "4.4.7", componentTypes: ["browser"] },
    };
    return reply.header("cache-control", "private, max-age=300").send({
      integrations: { "Segment.io": segment },
      plan: {
        track: { __default: { enabled: true, integrations: {} } },
        identify: { __default: { enabled: true } },
        group: { __default: { enabled: true } },
      },
      edgeFunction: {},
      analyticsNextEnabled: true,
      middlewareSettings: {},
      enabledMiddleware: {},
      metrics: { sampleRate: 0 },
      legacyVideoPluginsEnabled: false,
      remotePlugins: [],
    });
  });
}
