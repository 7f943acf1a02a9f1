import type { Experience } from "../../language/experience.ts";
import { propertyColumn } from "../../ledger/columns.ts";
import { commas, type Name, name, sql, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { declaredKinds, MOST_VALUES } from "../sliced-properties.ts";

/** The columns kind_1, kind_2 … of the table `askings`. */
const COLUMNS = 16;

/** Which properties of events that ask are held beside their verdicts: those that tell kinds apart. */
export async function chooseKinds(store: Store, experience: Experience): Promise<readonly string[]> {
  const asking = new Set(experience.promises.flatMap(({ when }) => when.map(({ event }) => event)));
  const declared = declaredKinds(experience, ["text", "yes-no"]);
  const candidates = [...new Set([...declared].flatMap(([event, kinds]) => (asking.has(event) ? [...kinds] : [])))];
  if (candidates.length === 0) return [];
  const counts = commas(candidates.map((property) => sql`toUInt64(uniq(${propertyColumn(property)}))`));
  const [row] = await store.rows<{ values: readonly string[] }>(
    sql`select [${counts}] as values from events where name in ${texts([...asking])}`,
  );
  return candidates.filter((_, i) => Number(row?.values[i] ?? 0) <= MOST_VALUES).slice(0, COLUMNS);
}

/** The column of the property at a place from 0. */
export const kindColumn = (place: number): Name => name(`kind_${place + 1}`);
