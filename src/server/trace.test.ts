import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import fastify from "fastify";
import { expect, test } from "vitest";
import type { App } from "./app.ts";
import { traced } from "./trace.ts";

test("a request is a span of the trace that it belongs to, and tells no ids", async () => {
  const told: string[] = [];
  const collector = createServer(async (request, response) => {
    told.push(await text(request));
    response.end("{}");
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  const address = collector.address();
  const port = typeof address === "object" ? address?.port : 0;
  process.env["OTEL_EXPORTER_OTLP_ENDPOINT"] = `http://127.0.0.1:${port}`;
  const app = fastify() as unknown as App;
  await traced(app, process.env);
  app.get("/api/customers/:id", () => "somebody");
  const trace = "0af7651916cd43dd8448eb211c80319c";
  await app.inject({ url: "/api/customers/anna", headers: { traceparent: `00-${trace}-b7ad6b7169203331-01` } });
  await app.close();
  collector.close();
  delete process.env["OTEL_EXPORTER_OTLP_ENDPOINT"];
  const { resourceSpans } = JSON.parse(told.join(""));
  const [span] = resourceSpans[0].scopeSpans[0].spans;
  expect(span).toMatchObject({ name: "GET /api/customers/:id", traceId: trace, parentSpanId: "b7ad6b7169203331" });
  expect(span.attributes).toContainEqual({ key: "http.response.status_code", value: { intValue: 200 } });
  expect(told.join("")).not.toContain("anna");
});

test("without a collector nothing is traced", async () => {
  const app = fastify() as unknown as App;
  await traced(app, {});
  app.get("/", () => "there");
  expect((await app.inject("/")).body).toBe("there");
});
