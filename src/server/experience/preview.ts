import { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import type { Experience } from "../../language/experience.ts";
import { planColumns } from "../../ledger/columns.ts";
import { type Move, type PromisePreview, previewChange } from "../../promises/preview.ts";
import { isBroken } from "../../promises/verdict.ts";
import type { Rooms } from "../app.ts";
import type { PREVIEWED } from "./schemas.ts";

/** What a changed file would have done to the verdicts of the last months. */
export async function preview(
  { house, prepared }: Rooms,
  after: Experience,
  months: number,
): Promise<z.output<typeof PREVIEWED>> {
  const { experience: before, asOf } = await prepared.judgement();
  const from = monthsBack(asOf, months, before.timezone);
  const { share, promises } = await previewChange(house.store, before, after, { from, to: asOf, asOf });
  const scaled = promises.map((promise) => ({
    ...promise,
    same: Math.round(promise.same / share),
    moves: promise.moves.map((move) => ({ ...move, count: Math.round(move.count / share) })),
  }));
  const columns = await planColumns(house.store, after);
  return {
    from: new Date(from).toISOString(),
    to: new Date(asOf).toISOString(),
    share,
    words: wordsOf(scaled, share),
    promises: scaled,
    columns: columns.map(({ words }) => words),
  };
}

/** The beginning of the month so many months before, in the experience's time zone. */
function monthsBack(ms: number, months: number, timezone: string): number {
  const today = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timezone).toPlainDate();
  return today.with({ day: 1 }).subtract({ months }).toZonedDateTime(timezone).epochMilliseconds;
}

function wordsOf(promises: readonly PromisePreview[], share: number): string[] {
  const all = promises.flatMap(({ moves }) => moves);
  const count = (holds: (move: Move) => boolean) => all.filter(holds).reduce((sum, move) => sum + move.count, 0);
  const about = share < 1 ? "about " : "";
  const promisesWord = (n: number) => `${about}${n} ${n === 1 ? "promise" : "promises"}`;
  const broken = count(({ from, to }) => from === "kept" && isBroken(to));
  const mended = count(({ from, to }) => isBroken(from) && to === "kept");
  const begun = count(({ from }) => from === "none");
  const gone = count(({ to }) => to === "none");
  const words = [
    ...(broken > 0 ? [`This change would turn ${promisesWord(broken)} that were kept into broken ones.`] : []),
    ...(mended > 0 ? [`It would turn ${promisesWord(mended)} that were broken into kept ones.`] : []),
    ...(begun > 0 ? [`${promisesWord(begun)} would be judged that are not judged now.`] : []),
    ...(gone > 0 ? [`${promisesWord(gone)} would no longer be judged.`] : []),
  ];
  return words.length > 0 ? words.map(capital) : ["This change would change no verdict."];
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
