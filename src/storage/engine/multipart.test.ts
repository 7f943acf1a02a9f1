import { expect, test } from "vitest";
import { formOf } from "../form.ts";
import { boundaryOf, readMultipart } from "./multipart.ts";

const BODY = [
  "--b",
  'Content-Disposition: form-data; name="query"',
  "",
  "SELECT 1\r\n\r\n--c",
  "--b",
  'Content-Disposition: form-data; name="param_p1"',
  "",
  "",
  "--b--",
  "",
].join("\r\n");

test("reads the parts, with whatever lines they hold", () => {
  expect([...readMultipart(BODY, "b")]).toEqual([
    ["query", "SELECT 1\r\n\r\n--c"],
    ["param_p1", ""],
  ]);
});

test("reads a cut body as far as it goes", () => {
  expect([...readMultipart(BODY.slice(0, 60), "b")]).toEqual([]);
});

test("knows the boundary", () => {
  expect(boundaryOf('multipart/form-data; boundary="a-b"')).toBe("a-b");
  expect(boundaryOf("text/plain")).toBeUndefined();
  expect(boundaryOf(undefined)).toBeUndefined();
});

test("short parameters make no form", () => {
  expect(formOf({ query: "SELECT 1", query_params: { p1: "x" } })).toBeUndefined();
});

test("long parameters make a form that is read back", async () => {
  const long = "x".repeat(5000);
  const form = formOf({ query: "SELECT 1", query_params: { p1: long, p2: ["a'b", null], p3: [1n, 2n], p4: true } });
  const pieces: Buffer[] = [];
  for await (const piece of form?.values ?? []) pieces.push(piece);
  const border = boundaryOf(form?.http_headers["Content-Type"]) ?? "";
  expect(Object.fromEntries(readMultipart(Buffer.concat(pieces).toString(), border))).toEqual({
    query: "SELECT 1",
    param_p1: long,
    param_p2: "['a\\'b',NULL]",
    param_p3: "[1,2]",
    param_p4: "true",
  });
});
