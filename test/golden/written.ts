const WIDTH = 200;

/** JSON for reading and for comparing line by line: what fits in a line stands in one, and so do numbers. */
export function written(value: unknown, indent = ""): string {
  const inline = JSON.stringify(value);
  if (typeof value !== "object" || value === null || indent.length + inline.length <= WIDTH) return inline;
  if (Array.isArray(value) && value.every((one) => typeof one === "number")) return inline;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = Array.isArray(value)
    ? value.map((one: unknown) => written(one, deeper))
    : Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${written(one, deeper)}`);
  return `${open}\n${parts.map((part) => `${deeper}${part}`).join(",\n")}\n${indent}${close}`;
}
