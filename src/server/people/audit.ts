import { z } from "zod";
import { brokenAudit, readAudit } from "../../people/audit.ts";
import { namesOfKeys } from "../../people/keys.ts";
import { answers, MOMENT, momentOf } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { requires } from "../rights.ts";

const ENTRY = z
  .strictObject({
    number: z.int(),
    at: MOMENT,
    actor: z.strictObject({ kind: z.string(), id: z.string() }),
    action: z.string(),
    subject: z.string(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "AuditEntry" });
const KEYS = z.record(z.string(), z.string()).meta({
  description: "What tokens and write keys among the actors and subjects are called now, by their id",
});
export const PAGE = z.strictObject({ entries: z.array(ENTRY), keys: KEYS, next: z.string().nullable() });
const QUERY = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});
const CHECK = z.strictObject({ whole: z.boolean(), broken: z.array(z.int()) });
const about = (summary: string) => ({ tags: ["audit"], summary });

/** What was changed, by whom, newest first; and whether the log is whole. */
export function auditRoutes(app: App, { house: { state } }: Rooms): void {
  const own = requires("audit:read");

  app.get(
    "/api/audit",
    { ...own, schema: { ...about("The audit log"), querystring: QUERY, response: answers(PAGE) } },
    async ({ query }) => {
      const rows = await readAudit(state, query.limit, query.after === undefined ? undefined : Number(query.after));
      const entries = rows.map(({ number, at, actorKind, actor, action, subject, details }) => ({
        number,
        at: momentOf(at),
        actor: { kind: actorKind, id: actor },
        action,
        subject,
        details,
      }));
      const last = rows.at(-1);
      const keys = await namesOfKeys(state, [...new Set(rows.flatMap(({ actor, subject }) => [actor, subject]))]);
      return {
        entries,
        keys: Object.fromEntries(keys),
        next: last === undefined || rows.length < query.limit ? null : String(last.number),
      };
    },
  );

  app.get(
    "/api/audit/check",
    { ...own, schema: { ...about("Whether every entry is as it was written"), response: answers(CHECK) } },
    async () => {
      const broken = [...(await brokenAudit(state))];
      return { whole: broken.length === 0, broken };
    },
  );
}
