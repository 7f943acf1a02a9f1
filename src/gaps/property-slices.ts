import type { CustomerPromise, Experience } from "../language/experience.ts";
import { propertyColumn } from "../ledger/columns.ts";
import { ROW_KEY } from "../promises/element.ts";
import { commas, digits, moment, name, naturals, type Sql, sql, texts } from "../sql/sql.ts";
import type { Settings, Store } from "../storage/store.ts";
import type { Slice } from "./gap.ts";
import { quantilingOf } from "./quantiles.ts";
import { type Cuts, planCuts } from "./sliced-properties.ts";
import { sliceOf, type TallyRow, tallyOf, tallyParts, tallySum } from "./tally.ts";

/** Values that are shown for themselves: those with most broken promises. */
const SHOWN = 20;
/** The key of all the others together. */
const REST = "…";
/** Within one per cent, where there are too many to hold. */
const ACCURACY = 0.01;

interface ValueRow extends TallyRow {
  readonly promise: string;
  readonly property: number;
  readonly what: "none" | "value" | "rest";
  readonly hash: string;
}

type Slices = Readonly<Record<string, readonly Slice[]>>;

/** Each promise cut by the text properties of the event that asked for it; `rows` is how many verdicts there are. */
export async function readPropertySlices(
  store: Store,
  experience: Experience,
  promises: readonly CustomerPromise[],
  asOf: number,
  rows: number,
): Promise<ReadonlyMap<string, Slices>> {
  const cuts = await planCuts(store, experience, promises, asOf);
  if (cuts.properties.length === 0) return new Map();
  const found = await store.rows<ValueRow>(rankedValues(cuts, asOf, rows), joining(cuts.askings));
  const values = await readValues(store, cuts, asOf, found);
  const slicesOf = (promise: string, property: number): readonly Slice[] =>
    found
      .filter((row) => row.promise === promise && row.property === property)
      .map((row) => sliceOf(keyOf(row, values), tallyOf(row)))
      .filter(({ asked }) => asked > 0)
      .sort(
        (a, b) => Number(a.key === REST) - Number(b.key === REST) || brokenOf(b) - brokenOf(a) || b.asked - a.asked,
      );
  return new Map(
    promises.map(({ name }) => [
      name,
      Object.fromEntries(
        cuts.properties.flatMap((property, i) =>
          property.promises.includes(name) ? [[property.name, slicesOf(name, i)]] : [],
        ),
      ),
    ]),
  );
}

const brokenOf = ({ late, missed }: Slice): number => late + missed;

function keyOf({ what, hash }: ValueRow, values: ReadonlyMap<string, string>): string | null {
  switch (what) {
    case "none":
      return null;
    case "rest":
      return REST;
    case "value": {
      const value = values.get(hash);
      if (value === undefined) throw new Error(`no event has the value with the hash ${hash}`);
      return value;
    }
  }
}

const hashed = (i: number) => name(`h${i}`);

/** Values travel as hashes, 0 for none: far less to hold than texts. */
const hashOf = (property: string): Sql => sql`ifNull(cityHash64(${propertyColumn(property)}), 0)`;

const askingEvents = ({ events }: Cuts, asOf: number): Sql =>
  sql`events where name in ${texts(events)} and at <= ${moment(asOf)}`;

function rankedValues(cuts: Cuts, asOf: number, rows: number): Sql {
  const { properties } = cuts;
  const quantiling = quantilingOf(rows * properties.length, ACCURACY);
  const held = properties.map((property, i) => sql`${hashOf(property.name)} as ${hashed(i)}`);
  // Of a promise that this property does not cut, all rows fall into one group that nobody reads.
  const cut = properties.map(
    (property, i) => sql`if(promise in ${texts(property.promises)}, asking.${hashed(i)}, 0) as ${hashed(i)}`,
  );
  const sets = properties.map((_, i) => sql`(promise, ${hashed(i)})`);
  const which = properties.map((_, i) => sql`grouping(${hashed(i)}) = 0, ${digits(i)}, `);
  const all = commas(properties.map((_, i) => hashed(i)));
  return sql`select promise, property, multiIf(value = 0, 'none', place <= ${digits(SHOWN)}, 'value', 'rest') as what,
  if(what = 'value', value, 0) as hash,
  ${tallySum(quantiling)}
from (
  select *, row_number() over (partition by promise, property order by value = 0, n_late + n_missed desc, n_kept desc, value) as place
  from (
    select promise, toUInt16(multiIf(${which.reduce((one, other) => sql`${one}${other}`)}0)) as property,
    [${all}][property + 1] as value,
    ${tallyParts(quantiling)}
    from (
      select promise, verdict, delivered, on_target, felt, ${commas(cut)}
      from verdicts any left join (
        select cityHash64(customer_key, at, ${ROW_KEY}) as event, ${commas(held)} from ${askingEvents(cuts, asOf)}
      ) as asking on cityHash64(customer_key, asked_at, asked_key) = asking.event
      where promise in ${texts([...new Set(properties.flatMap((property) => property.promises))])})
    group by grouping sets (${commas(sets)})))
group by promise, property, what, hash`;
}

/** Asking events that are joined in memory at once, in about half a gigabyte. */
const AT_ONCE = 2_000_000;

/** Beyond, the join goes through the disk in so many portions. */
function joining(askings: number): Settings {
  if (askings <= AT_ONCE) return { join_algorithm: "hash" };
  const portions = 2 ** Math.ceil(Math.log2(askings / AT_ONCE));
  return { join_algorithm: "grace_hash", grace_hash_join_initial_buckets: portions };
}

/** The texts of the values that are shown, by their hashes. */
async function readValues(
  store: Store,
  cuts: Cuts,
  asOf: number,
  found: readonly ValueRow[],
): Promise<ReadonlyMap<string, string>> {
  const shown = cuts.properties.map((property, i) => {
    const hashes = found.filter((row) => row.property === i && row.what === "value").map(({ hash }) => hash);
    return sql`groupUniqArrayIf(${propertyColumn(property.name)}, ${hashOf(property.name)} in ${naturals([...new Set(hashes)])})`;
  });
  const rows = await store.rows<{ values: readonly (readonly [hash: string, value: string])[] }>(
    sql`select arrayMap(value -> (cityHash64(value), value), arrayConcat(${commas(shown)})) as values from ${askingEvents(cuts, asOf)}`,
  );
  return new Map(rows.flatMap(({ values }) => values));
}
