import { isSafeNumber, LosslessNumber, parse } from "lossless-json";

/** A run of digits that JavaScript's numbers may not hold. */
const LONG = /\d{16}/;

/** JSON of a message: numbers that JavaScript cannot hold stay as they were written. Throws a SyntaxError. */
export function readJson(text: string): unknown {
  const plain: unknown = JSON.parse(text);
  if (!LONG.test(text)) return plain;
  try {
    return parse(text, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue });
  } catch (thrown) {
    // Too deep for a parser that calls itself; such a message is refused for its depth.
    if (thrown instanceof RangeError) return plain;
    throw thrown;
  }
}

const parseNumber = (digits: string): unknown => (isSafeNumber(digits) ? Number(digits) : new LosslessNumber(digits));

/** The JSON text of what `readJson` read. */
export function writeJson(value: unknown): string {
  if (value instanceof LosslessNumber) return value.value;
  if (Array.isArray(value)) return `[${value.map(writeJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}:${writeJson(one)}`);
  return `{${fields.join(",")}}`;
}
