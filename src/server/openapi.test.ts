import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestServer, type TestServer } from "../../test/server.ts";

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses?: unknown }>>>>;
}

let server: TestServer;
let address: string;
beforeAll(async () => {
  server = await openTestServer();
  address = await server.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => server.dispose());

const described = async (): Promise<Described> => {
  const answer = await fetch(`${address}/api/openapi.json`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Described;
};

test("a server that listens describes every route of the API, with what it answers", async () => {
  const { openapi, paths } = await described();
  expect(openapi).toBe("3.1.0");
  const missing = server.routes
    .filter(({ method, url }) => /^\/api\/(?!openapi\.json|static\/|json|yaml|auth\/)./.test(url) && method !== "HEAD")
    .filter(({ method, url }) => {
      const path = url.replaceAll(/:(\w+)/g, "{$1}");
      return paths[path]?.[method.toLowerCase()]?.responses === undefined;
    });
  expect(missing.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  for (const path of ["/api/gaps", "/api/filters", "/api/search", "/api/verdicts", "/api/promises/{name}"])
    expect(Object.keys(paths)).toContain(path);
});

test("whatever it refers to is there, also when it is asked again", async () => {
  const first = await described();
  const text = JSON.stringify(first);
  const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(50);
  const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
  expect([...new Set(names)].filter((name) => components.schemas[name ?? ""] === undefined)).toEqual([]);
  expect(await described()).toEqual(first);
});
