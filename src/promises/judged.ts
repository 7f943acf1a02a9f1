import { moment, natural, type Sql, sql, text } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";

/** Of which file, moment and batches the rows of the table `verdicts` are. */
export interface Judged {
  readonly number: number;
  /** The fingerprint of the experience. */
  readonly experience: string;
  /** Milliseconds since 1970 UTC. */
  readonly asOf: number;
  /** All batches up to this number are judged; of later ones the table `judged_batches` tells. */
  readonly upTo: string;
  /** Whether the table `awaited` knows every event whose time lies after `asOf`. */
  readonly foreseen: boolean;
}

/** A judgement that is written down, and who goes on from it just now. */
export interface Standing extends Judged {
  readonly held: "free" | "judging" | "server";
}

/** Says that for so many seconds nobody else goes on from a judgement. */
export interface Hold {
  readonly seconds: number;
  readonly server: boolean;
}

/** The experience of no file: the verdicts are of nothing that could be told. */
export const NOTHING = "";
const FREE: Hold = { seconds: 0, server: false };

/** What has been judged so far; undefined if nothing ever was. */
export async function readJudged(store: Store): Promise<Standing | undefined> {
  // The engine's clock: a hold is about now, whatever moment is judged.
  const [row] = await store.rows<Standing>(
    sql`select toFloat64(number) as number, experience, toFloat64(toUnixTimestamp64Milli(as_of)) as asOf, up_to as upTo, foreseen,
      multiIf(held_until < now64(3), 'free', by_server, 'server', 'judging') as held
      from judgements order by judgements.number desc, held_until desc limit 1`,
  );
  return row;
}

/** From now on the verdicts are of this. */
export async function writeJudged(store: Store, judged: Judged, hold = FREE): Promise<void> {
  const { number, experience, asOf, upTo, foreseen } = judged;
  await store.run(sql`insert into judgements (number, experience, as_of, up_to, foreseen, held_until, by_server)
    select ${natural(number)}, ${text(experience)}, ${moment(asOf)}, ${natural(BigInt(upTo))}, ${yesNo(foreseen)},
      now64(3) + toIntervalSecond(${natural(hold.seconds)}), ${yesNo(hold.server)}`);
}

const yesNo = (value: boolean): Sql => (value ? sql`true` : sql`false`);

/** The verdicts are of nothing that could be told, until `writeJudged` says it again. Gives the number of saying so. */
export async function forgetJudged(store: Store, hold = FREE): Promise<number> {
  const known = await readJudged(store);
  const number = (known?.number ?? 0) + 1;
  const upTo = known?.upTo ?? "0";
  await writeJudged(store, { number, experience: NOTHING, asOf: 0, upTo, foreseen: false }, hold);
  return number;
}

/** Does some work under a hold that somebody wrote down, and says it again for as long as that takes. */
export function whileHeld<T>(store: Store, hold: Hold, work: () => Promise<T>): Promise<T> {
  const sayAgain = async (): Promise<void> => {
    const last = await readJudged(store);
    if (last !== undefined && last.held !== "free") await writeJudged(store, last, hold);
  };
  const saying = setInterval(() => void sayAgain().catch(() => {}), hold.seconds * 250).unref();
  return work().finally(() => clearInterval(saying));
}

/** Leaves what there is to the next: nobody is at work on it any more. */
export async function letGo(store: Store): Promise<void> {
  const last = await readJudged(store);
  if (last !== undefined && last.held !== "free") await writeJudged(store, { ...last, number: last.number + 1 });
}
