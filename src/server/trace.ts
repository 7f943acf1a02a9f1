import type { Span } from "@opentelemetry/api";
import type { FastifyRequest } from "fastify";
import { packageVersion } from "../storage/package.ts";
import type { App } from "./app.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where OpenTelemetry's own variables name a collector, every request becomes a span, within the trace of who asked.
 * Addresses hold ids of customers, so only the pattern of a route is told. Without them nothing of it is loaded.
 */
export async function traced(app: App, environment: Environment): Promise<void> {
  const endpoint = environment["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] || environment["OTEL_EXPORTER_OTLP_ENDPOINT"];
  if (!endpoint || environment["OTEL_SDK_DISABLED"] === "true") return;
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }, { W3CTraceContextPropagator }] =
    await Promise.all([
      import("@opentelemetry/api"),
      import("@opentelemetry/sdk-trace"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
      import("@opentelemetry/core"),
    ]);
  const name = environment["OTEL_SERVICE_NAME"] || "kept";
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ "service.name": name, "service.version": packageVersion() }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer("kept");
  const context = new W3CTraceContextPropagator();
  const spans = new WeakMap<FastifyRequest, Span>();

  app.addHook("onRequest", async (request) => {
    const route = request.routeOptions.url ?? "unknown";
    const from = context.extract(api.ROOT_CONTEXT, request.headers, api.defaultTextMapGetter);
    const attributes = { "http.request.method": request.method, "http.route": route, "kept.request": request.id };
    spans.set(request, tracer.startSpan(`${request.method} ${route}`, { kind: api.SpanKind.SERVER, attributes }, from));
  });
  app.addHook("onResponse", async (request, { statusCode }) => {
    const span = spans.get(request);
    span?.setAttribute("http.response.status_code", statusCode);
    if (statusCode >= 500) span?.setStatus({ code: api.SpanStatusCode.ERROR });
    span?.end();
  });
  app.addHook("onClose", () => provider.shutdown().catch(() => {}));
}
