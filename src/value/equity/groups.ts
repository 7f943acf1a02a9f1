import { Temporal } from "temporal-polyfill";
import type { Experience } from "../../language/experience.ts";
import type { Asked } from "./buyers.ts";
import type { Grouping } from "./figures.ts";
import type { BuyerCell } from "./read-cells.ts";

/** Cohorts are as long as leaves about a dozen of them. */
const MONTHS = 15;
const QUARTERS = 16;

/** Everybody; by occasion; by cohort, which is the time of the first purchase. */
export function groupingsOf(
  cells: readonly BuyerCell[],
  { occasions }: Experience,
  { today }: Asked,
): readonly [all: Grouping, byOccasion: Grouping, byCohort: Grouping] {
  const all = { names: ["all"], of: new Int32Array(cells.length) };
  const names = ["", ...occasions.map(({ name }) => name)];
  const byOccasion = named(
    cells.map(({ occasion }) => names[occasion] ?? ""),
    (a, b) => names.indexOf(a) - names.indexOf(b),
  );
  const span = cells.reduce((most, { known }) => Math.max(most, known), 0) / (365.25 / 12);
  const label = span <= MONTHS ? month : span <= QUARTERS * 3 ? quarter : year;
  const labels = new Map<number, string>();
  const cohort = (known: number): string => {
    const found = labels.get(known) ?? label(plainDay(today - known));
    labels.set(known, found);
    return found;
  };
  return [
    all,
    occasions.length === 0 ? { names: [], of: byOccasion.of } : byOccasion,
    named(
      cells.map(({ known }) => cohort(known)),
      (a, b) => (a < b ? -1 : 1),
    ),
  ];
}

function named(labels: readonly string[], order: (a: string, b: string) => number): Grouping {
  const names = [...new Set(labels)].sort(order);
  const places = new Map(names.map((name, i) => [name, i]));
  return { names, of: Int32Array.from(labels, (label) => places.get(label) ?? -1) };
}

/** Days since 1970 as a date. */
export const plainDay = (day: number): Temporal.PlainDate => Temporal.PlainDate.from("1970-01-01").add({ days: day });

const month = (day: Temporal.PlainDate): string => day.toPlainYearMonth().toString();
const quarter = (day: Temporal.PlainDate): string => `${day.year}-Q${Math.ceil(day.month / 3)}`;
const year = (day: Temporal.PlainDate): string => String(day.year);
