import type { Sql } from "./sql.ts";

export interface Printed {
  readonly query: string;
  readonly query_params: Readonly<Record<string, unknown>>;
}

/** Values are numbered in reading order, and the same value of the same type takes the same number: equal meaning prints equal text. */
export function print(sql: Sql): Printed {
  const params: Record<string, unknown> = {};
  const keys = new Map<string, string>();
  const write = (part: Sql["pieces"][number]): string => {
    if (typeof part === "string") return part;
    switch (part.piece) {
      case "sql":
        return part.pieces.map(write).join("");
      case "name":
        return quote(part.name);
      case "bound": {
        const same = `${part.type} ${JSON.stringify(part.value)}`;
        const key = keys.get(same) ?? `p${keys.size + 1}`;
        keys.set(same, key);
        params[key] = part.value;
        return `{${key}:${part.type}}`;
      }
    }
  };
  return { query: write(sql), query_params: params };
}

function quote(name: string): string {
  return `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
}
