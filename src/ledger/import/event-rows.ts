import { digits, join, moment, name, natural, type Sql, sql, text } from "../../sql/sql.ts";
import { isWithinLedger, momentOf, type TimeReading } from "../moment.ts";
import type { Choice } from "./choose.ts";
import type { Table } from "./table.ts";

/** What is the same for all rows of one table. */
export interface Stamp {
  readonly batch: bigint;
  readonly received: number;
  readonly source: string;
  /** The place of the table among those of the import, from 0. */
  readonly table: number;
}

/** Longer texts are no ids or names but a column taken for the wrong one. */
const LONGEST = { customer: 1000, name: 200, id: 1000 } as const;

/** Where the rows of the next table begin to be counted. */
const ROWS_A_TABLE = 2n ** 40n;
export const placeOf = (table: number, row: Sql): Sql => sql`(${digits(BigInt(table) * ROWS_A_TABLE)} + ${row})`;
export const rowOf = (place: bigint): number => Number(place % ROWS_A_TABLE);

const customer = name("kept customer");
const event = name("kept name");
const at = name("kept at");
const atText = name("kept at text");
const id = name("kept id");
const reason = name("kept reason");

/**
 * The rows of a table in the form of `incoming`: events, and beside them, with a reason, the rows that can be none.
 * An id that is not given is made of the content: 96 bits of a hash of customer, name, time and everything else.
 */
export function eventRows(table: Table, choice: Choice, times: TimeReading, stamp: Stamp): Sql {
  const used = usedColumns(choice);
  const column = (called: string) => table.columns.find((one) => one.name === called);
  const textOf = (called: string | undefined) => (called === undefined ? undefined : column(called)?.text) ?? sql`''`;
  const whenText = textOf(choice.at);
  const ms = column(choice.at)?.ms ?? momentOf(whenText, times);
  const content = join([customer, event, at, ...table.content(used)], sql`, `);
  const made = sql`substring(lower(hex(sipHash128(${content}))), 1, 24)`;
  return sql`WITH ${textOf(choice.customer)} AS ${customer},
      ${choice.name === undefined ? sql`${text(choice.event ?? "")}` : textOf(choice.name)} AS ${event},
      ${whenText} AS ${atText}, ifNull(${ms}, ${NO_TIME}) AS ${at}, ${textOf(choice.id)} AS ${id},
      ${reasonOf(table)} AS ${reason}
    SELECT ${customer}, ${event}, fromUnixTimestamp64Milli(if(${reason} = '', ${at}, 0), 'UTC'),
      ${moment(stamp.received)}, ${text(stamp.source)},
      multiIf(${reason} != '', '', ${id} != '', ${id}, ${made}),
      ${natural(stamp.batch)},
      if(${reason} = '', ${table.properties(used)}, ${table.everything}),
      ${placeOf(stamp.table, table.row)}, ${reason}
    FROM ${table.from}
    WHERE ${table.isRow}`;
}

const NO_TIME = digits(-(2n ** 62n));

export function usedColumns({ customer, name, at, id }: Choice): ReadonlySet<string> {
  return new Set([customer, name, at, id].filter((one) => one !== undefined));
}

function reasonOf(table: Table): Sql {
  const faults = table.faults.map(({ when, reason }) => sql`${when}, ${text(reason)},`);
  return sql`multiIf(${join(faults, sql` `)}
      ${customer} = '', 'no customer',
      length(${customer}) > ${digits(LONGEST.customer)}, 'a customer of more than 1000 bytes',
      ${event} = '', 'no name of an event',
      length(${event}) > ${digits(LONGEST.name)}, 'a name of more than 200 bytes',
      ${at} = ${NO_TIME}, if(${atText} = '', 'no time', 'not a time'),
      NOT ${isWithinLedger(sql`${at}`)}, 'a time outside the years 1900 to 2299',
      length(${id}) > ${digits(LONGEST.id)}, 'an id of more than 1000 bytes', '')`;
}
