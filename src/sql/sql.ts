/** A value on its way to the database, with the ClickHouse type it must be read as. */
export interface Bound {
  readonly piece: "bound";
  readonly type: ClickHouseType;
  readonly value: unknown;
}

/** A table or column name. Quoted when printed, never bound. */
export interface Name {
  readonly piece: "name";
  readonly name: string;
}

/** SQL that has not been printed yet: text and values are still held apart. */
export interface Sql {
  readonly piece: "sql";
  readonly pieces: readonly (string | Sql | Bound | Name)[];
}

export type ClickHouseType =
  | "String"
  | "UInt8"
  | "UInt16"
  | "UInt32"
  | "UInt64"
  | "Int64"
  | "Float64"
  | "Bool"
  | "Array(String)"
  | "Array(UInt16)"
  | "Array(UInt64)"
  | "Array(Int64)"
  | "Array(Float64)"
  | "UInt128"
  | "Date32"
  | "DateTime64(3, 'UTC')";

export type Hole = Sql | Bound | Name;

/** Only pieces may be interpolated: a bare string or number does not compile. */
export function sql(strings: TemplateStringsArray, ...holes: readonly Hole[]): Sql {
  const pieces = strings.flatMap((text, i) => {
    const hole = holes[i];
    return hole === undefined ? [text] : [text, hole];
  });
  return { piece: "sql", pieces };
}

/** The name that is all there is. */
export function onlyName({ pieces }: Sql): Name | undefined {
  const [only, ...others] = pieces.filter((part) => part !== "");
  if (only === undefined || typeof only === "string" || only.piece === "bound" || others.length > 0) return undefined;
  return only.piece === "name" ? only : onlyName(only);
}

/** `value` as the client writes parameters: 64-bit numbers as text, moments as Date. */
export const bound = (type: ClickHouseType, value: unknown): Bound => ({ piece: "bound", type, value });

export const text = (value: string) => bound("String", value);
export const texts = (value: readonly string[]) => bound("Array(String)", value);
export const whole = (value: number) => bound("Int64", value);
export const natural = (value: number | bigint) => bound("UInt64", String(value));
export const naturals = (value: readonly (number | bigint | string)[]) => bound("Array(UInt64)", value.map(String));
export const number = (value: number) => bound("Float64", value);
export const numbers = (value: readonly number[]) => bound("Array(Float64)", value);
/** `ms`: milliseconds since 1970 UTC. */
export const moment = (ms: number) => bound("DateTime64(3, 'UTC')", new Date(ms));
export const name = (name: string): Name => ({ piece: "name", name });

/** A whole number that is part of the program (a bit, a position), written into the text as digits. */
export const digits = (value: number | bigint): Sql => ({ piece: "sql", pieces: [BigInt(value).toString()] });

export const nothing: Sql = { piece: "sql", pieces: [] };

export function join(list: readonly Hole[], between: Sql): Sql {
  return { piece: "sql", pieces: list.flatMap((one, i) => (i === 0 ? [one] : [between, one])) };
}

export const commas = (list: readonly Hole[]): Sql => join(list, sql`, `);
