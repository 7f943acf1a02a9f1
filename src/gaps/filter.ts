import { KeptError } from "../kept-error.ts";
import type { CustomerPromise, Experience } from "../language/experience.ts";
import { nearestName } from "../language/nearest-name.ts";
import { propertyColumn } from "../ledger/columns.ts";
import { ROW_KEY } from "../promises/element.ts";
import { type Hole, join, moment, type Name, type Sql, sql, texts } from "../sql/sql.ts";
import { teamsUnder } from "./rollup.ts";
import { type Source, VERDICTS } from "./source.ts";

/** Which verdicts are looked at; what is empty does not narrow. All that is said must hold. */
export interface Filter {
  /** When the clock started, in ms since 1970 UTC, both ends included. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly promises: readonly string[];
  /** Any of these; "" is for those without an occasion. */
  readonly occasions: readonly string[];
  /** A team stands for those below it, too. */
  readonly teams: readonly string[];
  readonly touchpoints: readonly string[];
  /** Of the event that asked: the property has one of the values, null being none. */
  readonly properties: readonly { readonly name: string; readonly values: readonly (string | null)[] }[];
}

export const NO_FILTER: Filter = {
  from: undefined,
  to: undefined,
  promises: [],
  occasions: [],
  teams: [],
  touchpoints: [],
  properties: [],
};

/** What is left: the experience with the promises that are looked at, and their verdicts in place of the table. */
export interface Narrowed {
  readonly experience: Experience;
  readonly among: Sql;
  /** The same with what the source holds beside the verdicts. */
  readonly source: Source;
}

/** Throws KeptError with the nearest name where the filter names something that the experience does not know. */
export function narrow(experience: Experience, filter: Filter, source = VERDICTS): Narrowed {
  const { occasions, properties } = filter;
  refuseUnknown(experience, filter);
  const teams = new Set(filter.teams.flatMap((team) => [...teamsUnder(team, experience.teams)]));
  const isLookedAt = (promise: CustomerPromise): boolean =>
    (filter.promises.length === 0 || filter.promises.includes(promise.name)) &&
    (teams.size === 0 || (promise.team !== undefined && teams.has(promise.team))) &&
    (filter.touchpoints.length === 0 || filter.touchpoints.includes(promise.touchpoint ?? "")) &&
    properties.every(({ name }) => askingWith(experience, promise, name).length > 0);
  const promises = experience.promises.filter(isLookedAt);
  const parts = [
    ...(filter.from === undefined ? [] : [sql`asked_at >= ${moment(filter.from)}`]),
    ...(filter.to === undefined ? [] : [sql`asked_at <= ${moment(filter.to)}`]),
    ...(occasions.length === 0 ? [] : [sql`occasion in ${texts(occasions)}`]),
    ...properties.map((property) => askedWith(experience, promises, property, source)),
  ];
  const among = parts.length === 0 ? source.rows : sql`(select * from ${source.rows} where ${join(parts, sql` and `)})`;
  return { experience: { ...experience, promises }, among, source: { ...source, rows: among } };
}

/** The asking events of a promise that have the property. */
export const askingWith = ({ events }: Experience, { when }: CustomerPromise, property: string): readonly string[] =>
  when
    .map(({ event }) => event)
    .filter((name) => events.some((event) => event.name === name && event.has.some((has) => has.name === property)));

function askedWith(
  experience: Experience,
  promises: readonly CustomerPromise[],
  { name, values }: Filter["properties"][number],
  { kinds }: Source,
): Sql {
  const kind = kinds.get(name);
  if (kind !== undefined) return isOneOf(kind, kind, values);
  const events = [...new Set(promises.flatMap((promise) => askingWith(experience, promise, name)))];
  const column = propertyColumn(name);
  const wanted = isOneOf(column, sql`toString(${column})`, values);
  return sql`cityHash64(customer_key, asked_at, asked_key) in (
    select cityHash64(customer_key, at, ${ROW_KEY}) from events where name in ${texts(events)} and ${wanted})`;
}

function isOneOf(column: Name, written: Hole, values: readonly (string | null)[]): Sql {
  const known = sql`${written} in ${texts(values.filter((value) => value !== null))}`;
  return values.includes(null) ? sql`(${column} is null or ${known})` : known;
}

function refuseUnknown({ promises, occasions, teams, touchpoints, events }: Experience, filter: Filter): void {
  const known = (what: string, list: readonly { readonly name: string }[], wanted: readonly string[]) => {
    for (const name of wanted) {
      if (list.some((one) => one.name === name)) continue;
      const nearest = nearestName(
        name,
        list.map((one) => one.name),
      );
      const hint = nearest === undefined ? "" : `; did you mean "${nearest}"?`;
      throw new KeptError("unknown-name", `The experience file knows no ${what} "${name}"${hint || "."}`, {
        status: 400,
      });
    }
  };
  known("promise", promises, filter.promises);
  known("team", teams, filter.teams);
  known("touchpoint", touchpoints, filter.touchpoints);
  known("occasion", [...occasions, { name: "" }], filter.occasions);
  const declared = events.flatMap(({ has }) => has);
  known(
    "property",
    declared,
    filter.properties.map(({ name }) => name),
  );
}
