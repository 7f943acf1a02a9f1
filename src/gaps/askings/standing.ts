import type { Experience } from "../../language/experience.ts";
import { fingerprint } from "../../promises/fingerprint.ts";
import { moment, natural, sql, text, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { Source } from "../source.ts";
import { kindColumn } from "./kinds.ts";

/** Of which judgement and file the tables `askings` and `ways` are. */
export interface Standing {
  /** Grows whenever the tables change. */
  readonly version: number;
  /** Of the judgement whose changes they have all. */
  readonly number: number;
  /** See `printOf`. */
  readonly experience: string;
  /** Ms since 1970 UTC. */
  readonly asOf: number;
  readonly kinds: readonly string[];
}

/** Two experiences with the same print give the same askings and ways: beside what decides verdicts, journeys do. */
export const printOf = (experience: Experience): string =>
  `${fingerprint(experience)} ${JSON.stringify(experience.journeys.map(({ name, follows, path }) => [name, follows, path]))}`;

/** So many days after it was written the notes of what changed since are not trusted any more; they are kept for 30. */
const TRUSTED = 25;

/** Undefined where there is none, or none that could be followed on. */
export async function readStanding(store: Store): Promise<Standing | undefined> {
  const [row] = await store.rows<Standing & { readonly fresh: number }>(
    sql`select toFloat64(askings_of.version) as version, toFloat64(askings_of.number) as number, experience,
      toFloat64(toUnixTimestamp64Milli(as_of)) as asOf, kinds, written > now() - toIntervalDay(${natural(TRUSTED)}) as fresh
    from askings_of order by askings_of.version desc limit 1`,
  );
  if (!row?.fresh) return undefined;
  const { fresh: _, ...standing } = row;
  return standing;
}

export async function writeStanding(store: Store, standing: Standing): Promise<void> {
  const { version, number, experience, asOf, kinds } = standing;
  await store.run(sql`insert into askings_of (version, number, experience, as_of, kinds)
    select ${natural(version)}, ${natural(number)}, ${text(experience)}, ${moment(asOf)}, ${texts(kinds)}`);
}

/** The tables as a source of verdicts and ways. */
export const sourceOf = ({ kinds }: Standing): Source => ({
  rows: sql`askings`,
  kinds: new Map(kinds.map((kind, i) => [kind, kindColumn(i)])),
  legs: true,
  ways: true,
});
