import { collectDefaultMetrics, Histogram, type Registry } from "prom-client";
import type { App, Rooms } from "./app.ts";
import { requires } from "./rights.ts";

/** `/metrics` for Prometheus: the process, and how long each route takes. Counts only, nothing about anybody. */
export function metricsRoutes(app: App, { config, metrics }: Rooms): void {
  if (!config.metrics) return;
  collectDefaultMetrics({ register: metrics });
  const durations = new Histogram({
    name: "kept_http_request_seconds",
    help: "How long answers take, by route and status.",
    labelNames: ["method", "route", "status"],
    buckets: [0.001, 0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [metrics as Registry],
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unknown";
    durations.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  app.get("/metrics", { ...requires("public"), schema: { hide: true } }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
}
