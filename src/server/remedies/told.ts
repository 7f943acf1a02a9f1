import type { z } from "zod";
import type { News } from "../../news/news.ts";
import type { Case } from "../../remedies/case.ts";
import { linesOf } from "../../remedies/read.ts";
import { readSince } from "../../remedies/since.ts";
import { deficitsOf } from "../../value/deficit/shortfalls.ts";
import { momentOf } from "../answers.ts";
import type { Rooms } from "../app.ts";
import { experienceOf } from "../gaps/prepared.ts";
import { type ToldDeficit, tellDeficit } from "../value/deficits.ts";
import { type CASE, caseOf } from "./case-schema.ts";

export type ToldCase = z.output<typeof CASE>;

/** Cases with all that was done and said, in their order. Before anything is judged, without what came of them. */
export async function tellCases(
  { house, shelf, prepared }: Rooms,
  cases: readonly Case[],
): Promise<readonly ToldCase[]> {
  const experience = experienceOf(shelf);
  const ids = cases.map(({ id }) => id);
  const [lines, last] = await Promise.all([linesOf(house.state, ids), prepared.judgement().catch(() => undefined)]);
  const since = last && (await readSince(house.store, last.experience, cases, last.asOf));
  return cases.map((one) => caseOf(one, experience, lines.get(one.id) ?? [], since?.get(one.id)));
}

/** What customers are short of now, by the hash of their id. Empty until that was worked out once. */
export async function tellDeficits(
  { house, value }: Pick<Rooms, "house" | "value">,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ToldDeficit>> {
  const scored = keys.length === 0 ? undefined : await value.ranking(false).catch(() => undefined);
  if (scored === undefined) return new Map();
  const { experience, asOf } = scored.judgement;
  const found = await deficitsOf(house.store, experience, scored.value, [...new Set(keys)], asOf);
  return new Map([...found].map(([key, deficit]) => [key, tellDeficit(deficit)]));
}

/** What others hear of it. */
export const newsOfCase = (kind: "case.opened" | "case.changed" | "case.closed", one: Case): News => ({
  kind,
  case: one.id,
  promise: one.promise,
  customer: one.customer,
  customer_key: one.key,
  owner: one.owner?.name ?? null,
  due_at: one.dueAt && momentOf(one.dueAt),
});
