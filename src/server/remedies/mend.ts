import { z } from "zod";
import { narrow } from "../../gaps/filter.ts";
import { BROKEN } from "../../gaps/verdict-columns.ts";
import { atHome } from "../../remedies/home.ts";
import { readCases, readStandings, type Standing } from "../../remedies/read.ts";
import { lastBroken } from "../../remedies/since.ts";
import { sql, texts } from "../../sql/sql.ts";
import type { Owed } from "../../value/deficit/owed.ts";
import type { Ranking } from "../../value/deficit/rank.ts";
import { answers, MOMENT } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { FORMAT, sendCsv, wantsCsv } from "../csv.ts";
import { wantsNewest } from "../gaps/answer.ts";
import { FILTER_QUERY, filterOf } from "../gaps/filter-query.ts";
import { NEXT, PAGE_QUERY } from "../page.ts";
import { requires } from "../rights.ts";
import { DEFICIT_COLUMNS, deficitCells } from "../value/cells.ts";
import { DEFICIT } from "../value/deficit-schema.ts";
import { deficitPage } from "../value/deficits.ts";
import type { Scored } from "../value/room.ts";
import { CASE } from "./case-schema.ts";
import { tellCases } from "./told.ts";

const PAGE = z
  .strictObject({
    as_of: MOMENT,
    currency: z.string().nullable(),
    customers: z.int().meta({ description: "Who is to be mended, after the filter" }),
    total: z.number().nullable().meta({ description: "What they are short of; null where nobody knows" }),
    to_save: z.number().nullable(),
    rows: z.array(
      z.strictObject({ deficit: DEFICIT, case: CASE.nullable().meta({ description: "The open one; null: nobody's" }) }),
    ),
    next: NEXT,
  })
  .meta({ id: "ToMend" });
const QUERY = FILTER_QUERY.extend({
  order: z.enum(["deficit", "to_save"]).default("deficit").meta({
    description: "`deficit`: who is short of most. `to_save`: for whom most can still be saved.",
  }),
  ...PAGE_QUERY,
  format: FORMAT,
});

/** Who is short of value now, the most urgent first, and who has them. */
export function mendRoutes(app: App, rooms: Rooms): void {
  const { house, value } = rooms;

  app.get(
    "/api/mend",
    {
      ...requires("customers:read"),
      schema: {
        tags: ["cases"],
        summary: "What is to be mended, the most urgent first, and who has it",
        description:
          "Kept ready: `as_of` says of when. Whose case was closed comes back when another promise to them breaks. A filter leaves who is short of something that it holds for. As CSV, the cursor of the next page is in the header `X-Next`.",
        querystring: QUERY,
        response: answers(PAGE),
      },
    },
    async (request, reply) => {
      const { query } = request;
      const whole = await value.ranking(wantsNewest(request));
      const standings = await standingsOf(rooms);
      const scored = await unmended(rooms, await filtered(rooms, whole, query), standings);
      const { deficits, keys, next } = await deficitPage(rooms, scored, query.order, query.after, query.limit);
      const open = keys.map((key) => standings.get(key)?.open ?? "");
      const found = await readCases(
        house.state,
        open.filter((id) => id !== ""),
      );
      const told = await tellCases(rooms, await atHome(house.store, found));
      const cases = new Map(told.map((one) => [one.id, one]));
      const rows = deficits.map((deficit, i) => ({ deficit, case: cases.get(open[i] ?? "") ?? null }));
      if (wantsCsv(request, query.format)) {
        const cells = rows.map(({ deficit, case: own }) => [
          ...deficitCells(deficit, deficit.reason),
          own?.owner?.name ?? null,
          own?.due_at ?? null,
        ]);
        return sendCsv(reply, "to-mend", [...DEFICIT_COLUMNS, "owner", "due_at"], cells, next);
      }
      const { experience, asOf } = scored.judgement;
      const about = { as_of: new Date(asOf).toISOString(), currency: experience.currency ?? null };
      return reply.send({ ...about, ...sumsOf(scored.value, query.order), rows, next });
    },
  );
}

function sumsOf({ ranked, prices }: Ranking, order: "deficit" | "to_save") {
  const listed = order === "deficit" ? ranked : ranked.filter(({ likelyWeight }) => likelyWeight > 0);
  const known = prices.some(({ amount }) => amount !== null);
  const sum = (of: (one: Owed) => number) => (known ? listed.reduce((all, one) => all + of(one), 0) : null);
  return {
    customers: listed.length,
    total: sum(({ broken, likely }) => broken + likely),
    to_save: sum(({ likely }) => likely),
  };
}

type List = Scored<Ranking>;
const leaving = ({ judgement, value }: List, stays: (key: string) => boolean): List => ({
  judgement,
  value: { ...value, ranked: value.ranked.filter(({ customerKey }) => stays(customerKey)) },
});

/** By customer (key), who may have had cases under ids that were linked since. */
async function standingsOf({ house }: Rooms): Promise<ReadonlyMap<string, Standing>> {
  const standings = new Map<string, Standing>();
  for (const one of await atHome(house.store, await readStandings(house.state))) {
    const { open = null, closed = 0 } = standings.get(one.key) ?? {};
    standings.set(one.key, { ...one, open: one.open ?? open, closed: Math.max(one.closed, closed) });
  }
  return standings;
}

/** Without those whose case was closed after the last promise to them broke. */
async function unmended({ house }: Rooms, scored: List, standings: ReadonlyMap<string, Standing>): Promise<List> {
  const closedOf = (key: string): number => {
    const { open = null, closed = 0 } = standings.get(key) ?? {};
    return open === null ? closed : 0;
  };
  const keys = scored.value.ranked.map(({ customerKey }) => customerKey).filter((key) => closedOf(key) > 0);
  const broke = await lastBroken(house.store, scored.judgement.experience, keys);
  const mended = new Set(keys.filter((key) => (broke.get(key) ?? 0) <= closedOf(key)));
  return leaving(scored, (key) => !mended.has(key));
}

/** Those who are short of something that the filter holds for: broken, or open with a chance. */
async function filtered({ house, work }: Rooms, scored: List, query: z.output<typeof FILTER_QUERY>): Promise<List> {
  const { experience } = scored.judgement;
  const filter = filterOf(query, experience.timezone);
  const lists = [filter.promises, filter.occasions, filter.teams, filter.touchpoints, filter.properties];
  if (filter.from === undefined && filter.to === undefined && lists.every(({ length }) => length === 0)) return scored;
  const { source } = await work.judgement();
  const { experience: left, among } = narrow(experience, filter, source);
  const rows = await house.store.rows<{ key: string; opened: readonly string[]; broken: number }>(
    sql`select toString(customer_key) as key, toUInt8(countIf(${BROKEN}) > 0) as broken,
      groupArrayIf(concat(toString(promise), ' ', toString(subject_key), ' ', toString(asked_key)), verdict = 'open') as opened
    from ${among} where (${BROKEN} or verdict = 'open') and promise in ${texts(left.promises.map(({ name }) => name))}
    group by customer_key`,
  );
  const chances = new Set(
    scored.value.chances.map((one) => `${one.customerKey} ${one.promise} ${one.subjectKey} ${one.askedKey}`),
  );
  const keys = new Set(
    rows.flatMap(({ key, opened, broken }) =>
      broken === 1 || opened.some((one) => chances.has(`${key} ${one}`)) ? [key] : [],
    ),
  );
  return leaving(scored, (key) => keys.has(key));
}
