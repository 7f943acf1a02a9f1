import { z } from "zod";
import { breakingSentence } from "../../report/words/breaking.ts";
import { deficitReason } from "../../report/words/deficit.ts";
import type { OpenChance } from "../../value/breaking/measure.ts";
import type { Deficit } from "../../value/deficit/deficit.ts";
import type { Owed } from "../../value/deficit/owed.ts";
import {
  type AskingChance,
  byChance,
  byDeficit,
  byToSave,
  LEAST_CHANCE,
  type Ranking,
} from "../../value/deficit/rank.ts";
import { deficitsOf, shortfallsOf } from "../../value/deficit/shortfalls.ts";
import { answers, MOMENT } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { FORMAT, sendCsv, wantsCsv } from "../csv.ts";
import { wantsNewest } from "../gaps/answer.ts";
import { cursorOf, KEY64, NEXT, PAGE_QUERY, placeOf } from "../page.ts";
import { requires } from "../rights.ts";
import { DEFICIT_COLUMNS, deficitCells, RISK_COLUMNS, riskCells } from "./cells.ts";
import { PRICE } from "./cost-schema.ts";
import { DEFICIT, FORECAST, RISK } from "./deficit-schema.ts";
import type { Scored } from "./room.ts";

const amount = z.number().nullable();
const SUMS = {
  as_of: MOMENT,
  currency: z.string().nullable(),
  customers: z.int().meta({ description: "All who are short of something, or are likely to be" }),
  total: amount.meta({ description: "What all of them are short of, weighed by the stakes; null where nobody knows" }),
  to_save: amount,
};
const PAGE = z.strictObject({ ...SUMS, prices: z.array(PRICE), deficits: z.array(DEFICIT), next: NEXT });
const RISKS = z.strictObject({
  as_of: MOMENT,
  currency: z.string().nullable(),
  open: z.int().meta({ description: "Open promises that have a chance at all" }),
  forecasts: z.array(FORECAST),
  risks: z.array(RISK),
  next: NEXT,
});
const ORDER = z.enum(["deficit", "to_save"]).default("deficit").meta({
  description:
    "`deficit`: who is short of most. `to_save`: for whom most can still be saved, who was let down left out.",
});
const QUERY = z.strictObject({ order: ORDER, ...PAGE_QUERY, format: FORMAT });
const RISK_QUERY = z.strictObject({
  promise: z.string().min(1).max(200).optional(),
  least: z.coerce.number().min(0).max(1).default(LEAST_CHANCE).meta({ description: "Chances from this one on." }),
  ...PAGE_QUERY,
  format: FORMAT,
});
const PLACE = z.tuple([z.number(), z.number(), z.number(), z.number(), KEY64]);
const RISK_PLACE = z.tuple([z.number(), KEY64, z.string().max(200), KEY64, KEY64]);
const LIST =
  "Kept ready and made anew in the background: `as_of` says of when it is. The first 20,000 are named; sums are over all. As CSV, the cursor of the next page is in the header `X-Next`.";
const own = requires("customers:read");
const iso = (ms: number): string => new Date(ms).toISOString();

/** Whom to help first, and which open promises are likely to be broken. */
export function deficitRoutes(app: App, rooms: Rooms): void {
  const { value } = rooms;

  app.get(
    "/api/deficits",
    {
      ...own,
      schema: {
        tags: ["value"],
        summary: "Whom to help first, and why",
        description: LIST,
        querystring: QUERY,
        response: answers(PAGE),
      },
    },
    async (request, reply) => {
      const { query } = request;
      const scored = await value.ranking(wantsNewest(request));
      const { experience, asOf } = scored.judgement;
      const { deficits, next } = await deficitPage(rooms, scored, query.order, query.after, query.limit);
      if (wantsCsv(request, query.format))
        return sendCsv(
          reply,
          "deficits",
          DEFICIT_COLUMNS,
          deficits.map((one) => deficitCells(one, one.reason)),
          next,
        );
      const { customers, total, to_save } = scored.value;
      const prices = [...scored.value.prices];
      const sums = { as_of: iso(asOf), currency: experience.currency ?? null, customers, total, to_save, prices };
      return reply.send({ ...sums, deficits, next });
    },
  );

  app.get(
    "/api/at-risk",
    {
      ...own,
      schema: {
        tags: ["value"],
        summary: "Open promises that are likely to be broken, the likeliest first",
        description: `${LIST} Promises of which nothing foretells the end have no chances: \`forecasts\` says which, and why.`,
        querystring: RISK_QUERY,
        response: answers(RISKS),
      },
    },
    async (request, reply) => {
      const { query } = request;
      const scored = await value.ranking(wantsNewest(request));
      const { chances, forecasts, open } = scored.value;
      const place = placeOf(RISK_PLACE, query.after);
      const wanted = chances.filter(
        ({ chance, promise }) => chance >= query.least && (query.promise ?? promise) === promise,
      );
      const from = place === undefined ? 0 : wanted.findIndex((one) => byChance(one, chanceAt(place)) > 0);
      const some = from < 0 ? [] : wanted.slice(from, from + query.limit);
      const last = some.length < query.limit ? undefined : some.at(-1);
      const next = last === undefined ? null : cursorOf(placeOfChance(last));
      const rows = await risksOf(rooms, scored, some);
      if (wantsCsv(request, query.format))
        return sendCsv(
          reply,
          "at-risk",
          RISK_COLUMNS,
          rows.map(({ customer, shortfall }) => riskCells(customer, shortfall)),
          next,
        );
      const { experience, asOf } = scored.judgement;
      const risks = rows.map(({ customer, shortfall: { state: _, ...rest } }) => {
        return { customer, ...rest, causes: [...rest.causes] };
      });
      const told = forecasts.map((one) => ({ ...toldForecast(one), known: breakingSentence(one) }));
      const about = { as_of: iso(asOf), currency: experience.currency ?? null, open, forecasts: told };
      return reply.send({ ...about, risks, next });
    },
  );
}

const ORDERS = { deficit: byDeficit, to_save: byToSave };

/** A page of the list, with the reasons in full and in words, and the customers' keys. */
export async function deficitPage(
  { house }: Pick<Rooms, "house">,
  { value, judgement: { experience, asOf } }: Scored<Ranking>,
  order: keyof typeof ORDERS,
  after: string | undefined,
  limit: number,
): Promise<{ readonly deficits: ToldDeficit[]; readonly keys: readonly string[]; readonly next: string | null }> {
  const place = placeOf(PLACE, after);
  const { ranked } = value;
  const sorted = order === "deficit" ? ranked : ranked.filter(({ likelyWeight }) => likelyWeight > 0).sort(byToSave);
  const from = place === undefined ? 0 : sorted.findIndex((one) => ORDERS[order](one, owedAt(place)) > 0);
  const some = from < 0 ? [] : sorted.slice(from, from + limit);
  const last = some.length < limit ? undefined : some.at(-1);
  const wanted = some.map(({ customerKey }) => customerKey);
  const found = await deficitsOf(house.store, experience, value, wanted, asOf);
  const [keys, deficits] = [[...found.keys()], [...found.values()].map(tellDeficit)];
  return { deficits, keys, next: last === undefined ? null : cursorOf(placeOfOwed(last)) };
}

export type ToldDeficit = z.output<typeof DEFICIT>;

/** With the reason in words. */
export const tellDeficit = (deficit: Deficit): ToldDeficit => ({
  ...deficit,
  reason: deficitReason(deficit),
  shortfalls: deficit.shortfalls.map((one) => ({ ...one, causes: [...one.causes] })),
});

const toldForecast = ({ judged, ...rest }: Ranking["forecasts"][number]) => ({
  ...rest,
  judged: "kind" in judged ? judged : { ...judged, calibration: [...judged.calibration] },
});

const placeOfOwed = ({ broken, brokenWeight, likely, likelyWeight, customerKey }: Owed) =>
  [broken, brokenWeight, likely, likelyWeight, customerKey] as const;

const owedAt = ([broken, brokenWeight, likely, likelyWeight, customerKey]: z.output<typeof PLACE>): Owed => {
  return { broken, brokenWeight, likely, likelyWeight, customerKey };
};

const placeOfChance = ({ chance, customerKey, promise, subjectKey, askedKey }: AskingChance) =>
  [chance, customerKey, promise, subjectKey, askedKey] as const;

const chanceAt = ([chance, customerKey, promise, subjectKey, askedKey]: z.output<typeof RISK_PLACE>): AskingChance => {
  return { chance, customerKey, promise, subjectKey, askedKey };
};

/** In the order of the chances; without those whose events were erased since. */
async function risksOf(
  { house }: Rooms,
  { value, judgement: { experience, asOf } }: Scored<Ranking>,
  chances: readonly OpenChance[],
) {
  const keys = [...new Set(chances.map(({ customerKey }) => customerKey))];
  const all = await shortfallsOf(house.store, experience, value, keys, asOf);
  const told = new Map(all.map((one) => [one.forecast, one]));
  return chances.flatMap((chance) => told.get(chance) ?? []);
}
