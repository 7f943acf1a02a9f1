import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { Printed } from "../sql/print.ts";

/** Addresses longer than this are refused by servers and proxies; longer parameters travel in the body. */
const LONGEST_IN_ADDRESS = 4096;

export interface Form {
  readonly values: Readable;
  readonly http_headers: Record<string, string>;
}

/**
 * A statement with long parameters as a form. The client makes one for questions that have an answer,
 * not for statements without.
 */
export function formOf({ query, query_params }: Printed): Form | undefined {
  const parts = Object.entries(query_params).map(([name, value]) => [`param_${name}`, inForm(value)] as const);
  if (parts.reduce((length, [, value]) => length + value.length, 0) <= LONGEST_IN_ADDRESS) return undefined;
  const border = `----kept-${randomUUID()}`;
  const body = [["query", query] as const, ...parts]
    .map(([name, value]) => `--${border}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join("");
  return {
    values: Readable.from([`${body}--${border}--\r\n`], { objectMode: false }),
    http_headers: { "Content-Type": `multipart/form-data; boundary=${border}` },
  };
}

const ESCAPES: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "'": "\\'", "\\": "\\\\" };
const escaped = (text: string) => text.replaceAll(/[\t\n\r'\\]/g, (letter) => ESCAPES[letter] ?? letter);

/** ClickHouse reads parameters as it reads tab separated values. */
function inForm(value: unknown, within = false): string {
  if (value === null || value === undefined) return within ? "NULL" : "\\N";
  if (Array.isArray(value)) return `[${value.map((one) => inForm(one, true)).join(",")}]`;
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "string") return within ? `'${escaped(value)}'` : escaped(value);
  if (typeof value === "number" && Number.isNaN(value)) return "nan";
  if (typeof value === "number" && !Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  return String(value);
}
