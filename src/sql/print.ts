import type { Bound, Sql } from "./sql.ts";

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
        const value = written(part);
        const same = `${part.type} ${JSON.stringify(value, exactly)}`;
        const key = keys.get(same) ?? `p${keys.size + 1}`;
        keys.set(same, key);
        params[key] = value;
        return `{${key}:${part.type}}`;
      }
    }
  };
  return { query: write(sql), query_params: params };
}

/**
 * A value in the form that reaches ClickHouse whole. The client quotes texts in arrays, which are then no numbers,
 * and garbles moments before 1970.
 */
function written({ type, value }: Bound): unknown {
  if (value instanceof Date) return value.toISOString().replace("T", " ").replace("Z", "");
  if (/^Array\(U?Int64\)$/.test(type) && Array.isArray(value)) return value.map((one) => BigInt(one));
  return value;
}

/** For `JSON.stringify`, which knows neither 64-bit numbers nor infinity. */
export function exactly(_key: string, value: unknown): unknown {
  return typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value)) ? `${value}` : value;
}

function quote(name: string): string {
  return `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
}
