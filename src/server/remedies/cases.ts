import { z } from "zod";
import { readPerson } from "../../ledger/links/read.ts";
import type { Case } from "../../remedies/case.ts";
import { atHome } from "../../remedies/home.ts";
import { listCases, type Which } from "../../remedies/read.ts";
import { readColleagues } from "../../remedies/take.ts";
import { answers, ID_PARAMS, MOMENT } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { FORMAT, sendCsv, wantsCsv } from "../csv.ts";
import { cursorOf, NEXT, PAGE_QUERY, placeOf } from "../page.ts";
import { requires } from "../rights.ts";
import { DEFICIT } from "../value/deficit-schema.ts";
import { personOf } from "./by.ts";
import { caseNamed } from "./case-named.ts";
import { CASE, CASE_COLUMNS, COLLEAGUE, caseCells } from "./case-schema.ts";
import { tellCases, tellDeficits } from "./told.ts";

const WITH_DEFICIT = CASE.extend({
  deficit: DEFICIT.nullable().meta({ description: "What they are short of now; null: nothing that is known" }),
});
const PAGE = z.strictObject({
  as_of: MOMENT.nullable(),
  currency: z.string().nullable(),
  cases: z.array(WITH_DEFICIT),
  next: NEXT,
});
const QUERY = z.strictObject({
  show: z.enum(["open", "mine", "closed"]).default("open").meta({ description: "`mine`: open ones that I have" }),
  customer: z.string().min(1).max(500).optional().meta({ description: "All of this customer, open or closed" }),
  ...PAGE_QUERY,
  format: FORMAT,
});
const PLACE = z.tuple([z.int(), z.string().max(64)]);
const about = (summary: string) => ({ tags: ["cases"], summary });
const own = requires("customers:read");

/** What is done about broken promises: who has whom, since when, what was done and what came of it. */
export function caseRoutes(app: App, rooms: Rooms): void {
  const { house, prepared, shelf } = rooms;

  app.get(
    "/api/cases",
    {
      ...own,
      schema: { ...about("Cases, those opened or closed last first"), querystring: QUERY, response: answers(PAGE) },
    },
    async (request, reply) => {
      const { query, caller } = request;
      const which: Which =
        query.customer !== undefined
          ? { kind: "customer", ids: (await readPerson(house.store, query.customer)).ids }
          : query.show === "mine"
            ? { kind: "of", owner: personOf(caller).id }
            : { kind: query.show };
      const place = placeOf(PLACE, query.after);
      const after = place && { at: place[0], id: place[1] };
      const found = await atHome(house.store, await listCases(house.state, which, { limit: query.limit, after }));
      const last = found.length < query.limit ? undefined : found.at(-1);
      const next = last === undefined ? null : cursorOf([placeAt(last, which).getTime(), last.id]);
      const cases = await tellCases(rooms, found);
      if (wantsCsv(request, query.format)) return sendCsv(reply, "cases", CASE_COLUMNS, cases.map(caseCells), next);
      const deficits = await tellDeficits(rooms, keysOf(found));
      const judgement = await prepared.judgement().catch(() => undefined);
      return reply.send({
        as_of: judgement === undefined ? null : new Date(judgement.asOf).toISOString(),
        currency: shelf.current()?.experience?.currency ?? null,
        cases: cases.map((one, i) => ({ ...one, deficit: deficits.get(found[i]?.key ?? "") ?? null })),
        next,
      });
    },
  );

  app.get(
    "/api/cases/colleagues",
    {
      ...requires("cases:write"),
      schema: { ...about("Who may have a case"), response: answers(z.array(COLLEAGUE)) },
    },
    async () => (await readColleagues(house.state)).map((one) => ({ ...one })),
  );

  app.get(
    "/api/cases/:id",
    { ...own, schema: { ...about("One case"), params: ID_PARAMS, response: answers(WITH_DEFICIT) } },
    async ({ params }) => {
      const { found, told } = await caseNamed(rooms, params.id);
      const deficits = await tellDeficits(rooms, [found.key]);
      return { ...told, deficit: deficits.get(found.key) ?? null };
    },
  );
}

const keysOf = (cases: readonly Case[]) => cases.map(({ key }) => key);
const placeAt = ({ openedAt, closed }: Case, { kind }: Which): Date =>
  kind === "closed" && closed !== null ? closed.at : openedAt;
