import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type Cell, csvOf } from "../report/format/csv.ts";

/** For tables: in which form. */
export const FORMAT = z
  .enum(["json", "csv"])
  .optional()
  .meta({ description: "`csv` for spreadsheets; else by the header `Accept`." });

export const wantsCsv = ({ headers }: FastifyRequest, format: "json" | "csv" | undefined): boolean =>
  format === undefined ? /^\s*text\/csv\b/i.test((headers.accept ?? "").split(",")[0] ?? "") : format === "csv";

/** Rows as a table for spreadsheets, which run no formula that somebody wrote into a value. */
export function sendCsv(
  reply: FastifyReply,
  name: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  next?: string | null,
): FastifyReply {
  if (next) reply.header("x-next", next);
  return reply
    .type("text/csv; charset=utf-8")
    .header("content-disposition", `attachment; filename="${name}.csv"`)
    .serializer(String)
    .send(csvOf(columns, rows));
}
