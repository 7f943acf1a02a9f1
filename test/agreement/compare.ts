import type { Verdict } from "../../src/promises/verdict.ts";

/** The first row on which the two do not agree; undefined on one side where it has no such row. */
export interface Difference {
  readonly oracle: Verdict | undefined;
  readonly engine: Verdict | undefined;
  readonly columns: readonly (keyof Verdict)[];
}

/** Row for row and column for column; in whatever order the rows come. */
export function compare(oracle: readonly Verdict[], engine: readonly Verdict[]): Difference | undefined {
  const unseen = new Map(engine.map((verdict) => [place(verdict), verdict]));
  for (const row of oracle) {
    const other = unseen.get(place(row));
    unseen.delete(place(row));
    const columns = COLUMNS.filter((column) => !same(row[column], other?.[column]));
    if (other === undefined || columns.length > 0) return { oracle: row, engine: other, columns };
  }
  const [extra] = unseen.values();
  if (extra !== undefined) return { oracle: undefined, engine: extra, columns: [...COLUMNS] };
  const twice = engine.find((row, i) => engine.findIndex((other) => place(other) === place(row)) !== i);
  return twice && { oracle: undefined, engine: twice, columns: [...COLUMNS] };
}

const place = ({ promise, customer, subject, askedAt, askedId }: Verdict): string =>
  JSON.stringify([promise, customer, subject, askedAt, askedId]);

const COLUMNS = [
  "verdict",
  "occasion",
  "dueAt",
  "answeredAt",
  "answerId",
  "delivered",
  "expected",
  "target",
  "onTarget",
  "felt",
] as const satisfies readonly (keyof Verdict)[];

type Cell = Verdict[(typeof COLUMNS)[number]];

/** Numbers may differ in the last place: sums of floating point numbers depend on their order. */
function same(one: Cell, other: Cell): boolean {
  if (typeof one !== "number" || typeof other !== "number") return one === other;
  return one === other || Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other));
}

/** The two rows side by side. */
export function sideBySide({ oracle, engine, columns }: Difference): string {
  const row = oracle ?? engine;
  const lines = COLUMNS.map((column) => {
    const mark = columns.includes(column) ? "≠" : " ";
    const cells = [oracle, engine].map((verdict) => shown(column, verdict?.[column]).padEnd(26));
    return `${mark} ${column.padEnd(11)} ${cells.join(" ")}`;
  });
  const asked =
    row && `${row.promise} of ${row.customer}, subject ${row.subject}, asked ${iso(row.askedAt)} by ${row.askedId}`;
  const heads = [oracle ? "oracle" : "oracle (no row)", engine ? "engine" : "engine (no row)"];
  return [asked, `  ${"".padEnd(11)} ${heads.map((head) => head.padEnd(26)).join(" ")}`, ...lines].join("\n");
}

const shown = (column: string, cell: Cell): string =>
  typeof cell === "number" && column.endsWith("At") ? iso(cell) : String(cell ?? "·");

export const iso = (ms: number): string => new Date(ms).toISOString();
