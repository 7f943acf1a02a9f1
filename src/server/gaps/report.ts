import type { FastifyReply } from "fastify";
import { NO_FILTER } from "../../gaps/filter.ts";
import type { GapInBrief, Report } from "../../gaps/gap.ts";
import { answers } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { FORMAT, sendCsv, wantsCsv } from "../csv.ts";
import { briefly } from "../on-error.ts";
import { requires } from "../rights.ts";
import { sendReady, wantsNewest } from "./answer.ts";
import { FILTER_QUERY, filterOf } from "./filter-query.ts";
import { experienceOf } from "./prepared.ts";
import { REPORT } from "./report-schema.ts";
import type { Work } from "./work.ts";

const about = (summary: string) => ({ tags: ["gaps"], summary });

/** The gaps: what `kept report --json` prints, of all verdicts or of some. */
export function reportRoutes(app: App, { shelf, work }: Rooms): void {
  keepReady(app, work);
  app.get(
    "/api/report",
    {
      ...requires("gaps:read"),
      schema: {
        ...about("The gaps between what was expected, meant and delivered"),
        description:
          "Kept ready and made anew in the background: `as_of` says of when it is. Send `Cache-Control: no-cache` to wait for the newest. As CSV: a line for each promise.",
        querystring: FILTER_QUERY.extend({ format: FORMAT }),
        response: answers(REPORT),
      },
    },
    async (request, reply) => {
      const filter = filterOf(request.query, experienceOf(shelf).timezone);
      const newest = wantsNewest(request);
      if (!wantsCsv(request, request.query.format))
        return sendReady(request, reply, (await work.report(filter, newest)).answer);
      return sendGaps(reply, (await work.brief(filter, newest)).report);
    },
  );
}

/** How often it is asked for what everybody looks at first, so that it is always kept ready. In ms. */
const OFTEN = 30_000;

/** From listening to closing, the report on everything is there before somebody asks. */
function keepReady(app: App, work: Work): void {
  let timer: NodeJS.Timeout | undefined;
  // Until something is judged there is nothing to keep.
  const ask = (): void => {
    void Promise.all([work.report(NO_FILTER, false), work.choices(false)]).catch(() => {});
  };
  app.addHook("onListen", async () => {
    work.start((thrown) => app.log.error(briefly(thrown), "what answers are made of has trouble"));
    timer = setInterval(ask, OFTEN).unref();
    ask();
  });
  app.addHook("preClose", async () => clearInterval(timer));
}

/** As a table: a line for each promise. */
export const sendGaps = (reply: FastifyReply, { promises }: Report<GapInBrief>) =>
  sendCsv(reply, "promises", GAP_COLUMNS, promises.map(gapCells));

/** What of a promise stands in a table. */
const GAP_COLUMNS = [
  "promise",
  "says",
  "kind",
  "journey",
  "team",
  "touchpoint",
  "asked",
  "kept",
  "late",
  "missed",
  "open",
  "excused",
  "unpromised",
  "unmeasured",
  "kept_rate",
  "goal",
  "on_target",
  "off_target",
  "unit",
  "delivered_p50",
  "delivered_p90",
  "expected_p50",
  "target_p50",
  "felt_kept",
  "felt_broken",
];

const gapCells = (gap: GapInBrief): readonly (string | number | null)[] => [
  gap.promise,
  gap.says,
  gap.kind,
  gap.journey,
  gap.team,
  gap.touchpoint,
  gap.asked,
  gap.kept,
  gap.late,
  gap.missed,
  gap.open,
  gap.excused,
  gap.unpromised,
  gap.unmeasured,
  gap.kept_rate,
  gap.goal,
  gap.on_target,
  gap.off_target,
  gap.delivered?.unit ?? null,
  gap.delivered?.p50 ?? null,
  gap.delivered?.p90 ?? null,
  gap.expected?.p50 ?? null,
  gap.target?.p50 ?? null,
  gap.felt.kept.mean,
  gap.felt.broken.mean,
];
