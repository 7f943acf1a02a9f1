import type { Experience } from "../../language/experience.ts";
import { commas, digits, join, moment, name, natural, type Sql, sql, text } from "../../sql/sql.ts";
import { wantedColumns } from "../columns.ts";
import { isWithinLedger, momentOf, type TimeReading } from "../moment.ts";
import type { Choice } from "./choose.ts";
import { isNothing, type Table } from "./table.ts";

/** What is the same for all rows of one table. */
export interface Stamp {
  readonly batch: bigint;
  readonly received: number;
  readonly source: string;
  /** The place of the table among those of the import, from 0. */
  readonly table: number;
}

/** Where the rows of the next table begin to be counted. */
const ROWS_A_TABLE = 2n ** 40n;
export const placeOf = (table: number, row: Sql): Sql => sql`(${digits(BigInt(table) * ROWS_A_TABLE)} + ${row})`;
/** The rows of a table in `incoming`, or those from a place on. */
export const rowsOf = (table: number, from = 0): Sql =>
  sql`row >= ${placeOf(table, digits(from))} AND row < ${placeOf(table + 1, sql`0`)}`;
export const rowOf = (place: bigint): number => Number(place % ROWS_A_TABLE);

const customer = name("kept customer");
const event = name("kept name");
const time = name("kept time");
const at = name("kept at");
const id = name("kept id");
const properties = name("kept properties");
const isFine = name("kept fine");

/**
 * The rows of a table in the form of `incoming`: events, and beside them, with a reason, the rows that can be none.
 * An id that is not given is made of the content: 96 bits of a hash of customer, name, time and everything else.
 */
export function eventRows(
  table: Table,
  choice: Choice,
  times: TimeReading,
  stamp: Stamp,
  experience: Experience | undefined,
): EventRows {
  const used = usedColumns(choice);
  const column = (called: string | undefined) => table.columns.find((one) => one.name === called);
  const textOf = (called: string | undefined) => column(called)?.text ?? sql`''`;
  const ms = column(choice.at)?.ms ?? momentOf(sql`${time}`, times);
  // One text: several arguments would take twice as long, as each is hashed anew.
  const whole = sql`concat(toString(${at}), '\\0', ${customer}, '\\0', ${event}, '\\0', ${table.content(used)})`;
  const made = sql`lower(hex(substring(murmurHash3_128(${whole}), 1, 12)))`;
  const { texts, promoted } = promotedOf(table, used, experience);
  const select = sql`WITH ${textOf(choice.customer)} AS ${customer}, ${textOf(choice.at)} AS ${time},
      ${choice.name === undefined ? sql`${text(choice.event ?? "")}` : textOf(choice.name)} AS ${event},
      ${textOf(choice.id)} AS ${id}, ifNull(${ms}, ${NO_TIME}) AS ${at}, ${table.properties(used)} AS ${properties},
      ${commas([sql`${fineOf(table)} AS ${isFine}`, ...texts])}
    SELECT ${customer}, ${event}, fromUnixTimestamp64Milli(if(${isFine}, ${at}, 0), 'UTC'),
      ${moment(stamp.received)}, ${text(stamp.source)},
      ${choice.id === undefined ? made : sql`if(${isNothing(sql`${id}`)}, ${made}, ${id})`}, ${natural(stamp.batch)},
      if(${isFine}, ${properties}, ${table.everything}), ${placeOf(stamp.table, table.row)},
      if(${isFine}, '', ${reasonOf(table)})${join(
        promoted.map(({ value }) => sql`, ${value}`),
        sql``,
      )}
    FROM ${table.from}
    WHERE ${table.isRow}`;
  return { columns: commas([...COLUMNS, ...promoted.map(({ column }) => name(column))]), select };
}

export interface EventRows {
  /** The columns of `incoming` that the rows fill. */
  readonly columns: Sql;
  readonly select: Sql;
}

const COLUMNS = ["customer", "name", "at", "received", "source", "id", "batch", "properties", "row", "reason"].map(
  name,
);

/** Read from the cells, a typed column costs half of what it costs read from `properties` again; and is the same. */
function promotedOf(table: Table, used: ReadonlySet<string>, experience: Experience | undefined) {
  const { textOf } = table;
  if (textOf === undefined || experience === undefined) return { texts: [], promoted: [] };
  const texts = new Map<string, Sql>();
  const promoted = wantedColumns(experience, (property) => {
    const as = name(`kept text of ${property}`);
    texts.set(property, sql`${textOf(property, used)} AS ${as}`);
    return sql`${as}`;
  });
  return { texts: [...texts.values()], promoted };
}

const NO_TIME = digits(-(2n ** 62n));

export function usedColumns({ customer, name, at, id }: Choice): ReadonlySet<string> {
  return new Set([customer, name, at, id].filter((one) => one !== undefined));
}

interface Fault {
  readonly when: Sql;
  readonly reason: Sql;
}

function faultsOf(table: Table): readonly Fault[] {
  const texts = [customer, event, id, properties].map((one) => sql`isValidUTF8(${one})`);
  return [
    ...table.faults.map((fault) => ({ when: fault.when, reason: sql`${text(fault.reason)}` })),
    { when: sql`NOT (${join(texts, sql` * `)})`, reason: sql`'not UTF-8'` },
    { when: isNothing(sql`${customer}`), reason: sql`'no customer'` },
    { when: sql`length(${customer}) > 1000`, reason: sql`'a customer of more than 1000 bytes'` },
    { when: isNothing(sql`${event}`), reason: sql`'no name of an event'` },
    { when: sql`length(${event}) > 200`, reason: sql`'a name of more than 200 bytes'` },
    { when: sql`${at} = ${NO_TIME}`, reason: sql`if(${isNothing(sql`${time}`)}, 'no time', 'not a time')` },
    { when: sql`NOT ${isWithinLedger(sql`${at}`)}`, reason: sql`'a time outside the years 1900 to 2299'` },
    { when: sql`length(${id}) > 1000`, reason: sql`'an id of more than 1000 bytes'` },
  ];
}

/**
 * Multiplied, because AND and multiIf copy every text that is left at each of their steps; reasons are then looked
 * for in the few rows that are not fine.
 */
const fineOf = (table: Table): Sql => {
  const fine = faultsOf(table).map(({ when }) => sql`(NOT (${when}))`);
  return sql`(${join(fine, sql` * `)}) != 0`;
};

const reasonOf = (table: Table): Sql =>
  sql`multiIf(${join(
    faultsOf(table).map((fault) => sql`${fault.when}, ${fault.reason}`),
    sql`, `,
  )}, '')`;
