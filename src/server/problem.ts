import { STATUS_CODES } from "node:http";
import type { FastifyReply } from "fastify";
import { z } from "zod";

/** What went wrong, as RFC 9457 has it. */
export const PROBLEM = z
  .strictObject({
    type: z.string().meta({ description: "Always `about:blank`: `code` tells problems apart." }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().meta({ description: "One sentence: what, where, how to mend it." }),
    code: z.string().meta({ description: "What programs go by, such as `not-allowed`." }),
    request: z.string().meta({ description: "The id of the request; the log has it too." }),
    faults: z
      .array(z.strictObject({ in: z.string(), at: z.string(), words: z.string() }))
      .optional()
      .meta({ description: "Everything wrong with the request: where, and what." }),
  })
  .meta({ id: "Problem" });

export type Problem = z.output<typeof PROBLEM>;

export function sendProblem(
  reply: FastifyReply,
  { status, code, detail, faults }: Pick<Problem, "status" | "code" | "detail" | "faults">,
): FastifyReply {
  const problem: Problem = {
    type: "about:blank",
    title: STATUS_CODES[status] ?? "Problem",
    status,
    ...(detail === undefined ? {} : { detail }),
    code,
    request: reply.request.id,
    ...(faults === undefined ? {} : { faults }),
  };
  // As text: no route's own schema for answers is meant for it.
  return reply.code(status).type("application/problem+json").serializer(String).send(JSON.stringify(problem));
}
