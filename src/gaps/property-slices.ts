import type { CustomerPromise, Experience } from "../language/experience.ts";
import { propertyColumn } from "../ledger/columns.ts";
import { ROW_KEY } from "../promises/element.ts";
import { commas, digits, moment, name, naturals, type Sql, sql, texts } from "../sql/sql.ts";
import type { Settings, Store } from "../storage/store.ts";
import type { Slice } from "./gap.ts";
import { type Cuts, planCuts, type SlicedProperty } from "./sliced-properties.ts";
import { type Source, VERDICTS } from "./source.ts";
import { middlesOf, sliceOf, type TallyRow, tallyOf, tallyParts, tallySum } from "./tally.ts";
import { BROKEN, placeIn } from "./verdict-columns.ts";

/** Values that are shown for themselves: those with most broken promises. */
const SHOWN = 20;
/** The key of all the others together. */
const REST = "…";
/** Asking events that are held in memory at once, in about half a gigabyte. */
const MOST_HELD = 2_000_000;

interface ValueRow extends TallyRow {
  /** Places: of the promise from 1, of the property from 0. */
  readonly promise_place: number;
  readonly property: number;
  readonly what: "none" | "value" | "rest";
  readonly hash: string;
}

type Slices = Readonly<Record<string, readonly Slice[]>>;

export interface Slicing {
  /** How many verdicts there are. */
  readonly rows: number;
  readonly source?: Source;
  /** Worked out already, for these promises. */
  readonly cuts?: Cuts | undefined;
  readonly held?: number;
}

/** Each promise cut by the text properties of the event that asked for it. */
export async function readPropertySlices(
  store: Store,
  experience: Experience,
  promises: readonly CustomerPromise[],
  asOf: number,
  { rows, source = VERDICTS, cuts: known, held = MOST_HELD }: Slicing,
): Promise<ReadonlyMap<string, Slices>> {
  const cuts = known ?? (await planCuts(store, experience, promises, asOf));
  if (cuts.properties.length === 0) return new Map();
  const found = await store.rows<ValueRow>(rankedValues(cuts, asOf, rows, source), joining(cuts.askings, held));
  const values = await readValues(store, cuts, asOf, found, source);
  const slicesOf = (place: number, property: number): readonly Slice[] =>
    found
      .filter((row) => row.promise_place === place && row.property === property)
      .flatMap((row) => {
        const key = keyOf(row, values);
        return key === undefined ? [] : sliceOf(key, tallyOf(row));
      })
      .filter(({ asked }) => asked > 0)
      .sort(mostBrokenFirst);
  return new Map(
    promises.map(({ name }) => [
      name,
      Object.fromEntries(
        cuts.properties.flatMap((property, i) =>
          property.promises.includes(name) ? [[property.name, slicesOf(cuts.promises.indexOf(name) + 1, i)]] : [],
        ),
      ),
    ]),
  );
}

const brokenOf = ({ late, missed }: Slice): number => late + missed;

/** All others together at the end; equals in the order of their texts, and those without one after them. */
function mostBrokenFirst(a: Slice, b: Slice): number {
  const rest = Number(a.key === REST) - Number(b.key === REST);
  const none = Number(a.key === null) - Number(b.key === null);
  const text = (a.key ?? "") < (b.key ?? "") ? -1 : 1;
  return rest || brokenOf(b) - brokenOf(a) || b.asked - a.asked || none || text;
}

/** Undefined where all that had the value was erased, or is just being judged again, since it was counted. */
function keyOf({ what, hash }: ValueRow, values: ReadonlyMap<string, string>): string | null | undefined {
  switch (what) {
    case "none":
      return null;
    case "rest":
      return REST;
    case "value":
      return values.get(hash);
  }
}

const hashed = (i: number) => name(`h${i}`);

/** Values travel as hashes, 0 for none: far less to hold than texts. */
const hashOf = (property: string): Sql => sql`ifNull(cityHash64(${propertyColumn(property)}), 0)`;

const askingEvents = ({ events }: Cuts, asOf: number): Sql =>
  sql`events where name in ${texts(events)} and at <= ${moment(asOf)}`;

function rankedValues(cuts: Cuts, asOf: number, rows: number, source: Source): Sql {
  const { properties } = cuts;
  const quantiling = middlesOf(rows * properties.length);
  const sets = properties.map((_, i) => sql`(promise_place, ${hashed(i)}, verdict)`);
  const which = properties.map((_, i) => sql`grouping(${hashed(i)}) = 0, ${digits(i)}, `);
  const all = commas(properties.map((_, i) => hashed(i)));
  return sql`select promise_place, property, multiIf(value = 0, 'none', place <= ${digits(SHOWN)}, 'value', 'rest') as what,
  if(what = 'value', value, 0) as hash,
  ${tallySum(quantiling)}
from (
  select *, dense_rank() over (partition by promise_place, property order by value = 0, broken desc, all desc, value) as place
  from (
    select *, sumIf(n, ${BROKEN}) over one as broken, sum(n) over one as all
    from (
      select promise_place, verdict, toUInt16(multiIf(${which.reduce((one, other) => sql`${one}${other}`)}0)) as property,
      [${all}][property + 1] as value,
      ${tallyParts(quantiling)}
      from (${hasKinds(cuts, source) ? beside(cuts, source) : joined(cuts, asOf, source)})
      group by grouping sets (${commas(sets)}))
    window one as (partition by promise_place, property, value)))
group by promise_place, property, what, hash`;
}

const hasKinds = ({ properties }: Cuts, { kinds }: Source): boolean => properties.every(({ name }) => kinds.has(name));

/** Of a promise that a property does not cut, all rows fall into one group that nobody reads. */
const onlyCut = (property: SlicedProperty, i: number, hash: Sql): Sql =>
  sql`if(${placeIn("promise", property.promises)} = 0, 0, ${hash}) as ${hashed(i)}`;

/** The hashes of what stands beside the verdicts. */
function beside({ properties, promises }: Cuts, { rows, kinds }: Source): Sql {
  const cut = properties.map((property, i) =>
    onlyCut(property, i, sql`ifNull(cityHash64(${kinds.get(property.name) ?? sql`null`}), 0)`),
  );
  return sql`select ${placeIn("promise", promises)} as promise_place, verdict, delivered, felt, ${commas(cut)}
        from ${rows} where promise in ${texts(promises)}`;
}

/** The hashes of the properties of the events that asked. */
function joined(cuts: Cuts, asOf: number, { rows }: Source): Sql {
  const { properties, promises } = cuts;
  const held = properties.map((property, i) => sql`${hashOf(property.name)} as ${hashed(i)}`);
  const cut = properties.map((property, i) => onlyCut(property, i, sql`asking.${hashed(i)}`));
  return sql`select ${placeIn("promise", promises)} as promise_place, verdict, delivered, felt, ${commas(cut)}
        from ${rows} as judged any left join (
          select customer_key, cityHash64(at, ${ROW_KEY}) as event, ${commas(held)} from ${askingEvents(cuts, asOf)}
        ) as asking on judged.customer_key = asking.customer_key and cityHash64(asked_at, asked_key) = asking.event
        where promise in ${texts(promises)}`;
}

/** With more asking events than are held, both tables are walked side by side in their own order: little memory, one thread. */
const joining = (askings: number, held: number): Settings => ({
  join_algorithm: askings <= held ? "hash" : "full_sorting_merge",
});

/** The texts of the values that are shown, by their hashes; each is looked for once. */
async function readValues(
  store: Store,
  cuts: Cuts,
  asOf: number,
  found: readonly ValueRow[],
  source: Source,
): Promise<ReadonlyMap<string, string>> {
  // Not cleared: others may be reading it.
  if (knownValues.size > MOST_KNOWN) knownValues = new Map();
  const known = knownValues;
  const shown = cuts.properties.flatMap((property, i) => {
    const own = found.filter((row) => row.property === i && row.what === "value" && !known.has(row.hash));
    if (own.length === 0) return [];
    const hashes = naturals([...new Set(own.map(({ hash }) => hash))]);
    const kind = source.kinds.get(property.name);
    return kind !== undefined && hasKinds(cuts, source)
      ? [sql`groupUniqArrayIf(assumeNotNull(toString(${kind})), ifNull(cityHash64(${kind}), 0) in ${hashes})`]
      : [sql`groupUniqArrayIf(${propertyColumn(property.name)}, ${hashOf(property.name)} in ${hashes})`];
  });
  if (shown.length === 0) return known;
  const from = hasKinds(cuts, source)
    ? sql`${source.rows} where promise in ${texts(cuts.promises)}`
    : askingEvents(cuts, asOf);
  const rows = await store.rows<{ values: readonly (readonly [hash: string, value: string])[] }>(
    sql`select arrayMap(value -> (cityHash64(value), value), arrayConcat(${commas(shown)})) as values from ${from}`,
  );
  for (const { values } of rows) for (const [hash, value] of values) known.set(hash, value);
  return known;
}

/** A hash means the same text in every ledger. */
let knownValues = new Map<string, string>();
const MOST_KNOWN = 100_000;
