import type { Experience } from "../../language/experience.ts";
import { propertyColumn } from "../../ledger/columns.ts";
import { commas, type Name, name, sql, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";

/** The columns kind_1, kind_2 … of the table `askings`. */
const COLUMNS = 16;
/** A property with more values than these names things and does not tell kinds apart. */
const MOST_VALUES = 20_000;

/** Which properties of events that ask are held beside their verdicts: those that tell kinds apart. */
export async function chooseKinds(store: Store, experience: Experience): Promise<readonly string[]> {
  const asking = new Set(experience.promises.flatMap(({ when }) => when.map(({ event }) => event)));
  const follows = new Set(experience.journeys.map((journey) => journey.follows));
  const words = new Set(experience.events.map(({ felt }) => felt?.words));
  const declared = experience.events
    .filter(({ name }) => asking.has(name))
    .flatMap(({ has }) => has)
    .filter(({ name, type }) => (type === "text" || type === "yes-no") && !follows.has(name) && !words.has(name));
  const candidates = [...new Set(declared.map((one) => one.name))];
  if (candidates.length === 0) return [];
  const counts = commas(candidates.map((property) => sql`toUInt64(uniq(${propertyColumn(property)}))`));
  const [row] = await store.rows<{ values: readonly string[] }>(
    sql`select [${counts}] as values from events where name in ${texts([...asking])}`,
  );
  return candidates.filter((_, i) => Number(row?.values[i] ?? 0) <= MOST_VALUES).slice(0, COLUMNS);
}

/** The column of the property at a place from 0. */
export const kindColumn = (place: number): Name => name(`kind_${place + 1}`);
