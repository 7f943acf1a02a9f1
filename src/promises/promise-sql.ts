import type { CustomerPromise, Experience } from "../language/experience.ts";
import { print } from "../sql/print.ts";
import { sql, text } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { compileJudging } from "./compile.ts";
import type { Clock } from "./due.ts";

/** The SQL that judges one promise, as the engine formats it, below the parameters that it takes. */
export async function promiseSql(
  store: Store,
  experience: Experience,
  promise: CustomerPromise,
  clock: Clock,
  asOf: number,
): Promise<string> {
  const [query] = compileJudging(experience, [promise], clock, asOf);
  if (query === undefined) throw new Error(`${promise.name} was not compiled`);
  const { query: written, query_params } = print(query.rows(sql`true`));
  const [row] = await store.rows<{ formatted: string }>(sql`select formatQuery(${text(written)}) as formatted`);
  const parameters = Object.entries(query_params).map(([key, value]) => `SET param_${key} = ${literal(value)};\n`);
  return `${parameters.join("")}${row?.formatted ?? written};\n`;
}

const literal = (value: unknown): string => {
  const written = Array.isArray(value)
    ? `[${value.map((one) => (typeof one === "string" ? quoted(one) : String(one))).join(", ")}]`
    : String(value);
  return quoted(written);
};

const quoted = (value: string): string => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
