/**
 * What an experience file means once it is read: plain frozen data, every name resolved, every default filled in,
 * every condition parsed and typed. The compiler to SQL and the oracle of the tests both start here.
 */

/** An absent property is null; conditions are three-valued and null counts as false. */
export type PropertyType = "text" | "number" | "whole" | "yes-no" | "moment" | "date" | "duration";

/** `rank` is the place in the file: where several apply, the first written wins. */
export interface Experience {
  readonly name: string;
  readonly currency: string | undefined;
  /** IANA name. Days, months and dates without an offset are meant here. */
  readonly timezone: string;
  readonly calendars: readonly Calendar[];
  readonly teams: readonly Team[];
  readonly touchpoints: readonly Touchpoint[];
  readonly events: readonly EventKind[];
  readonly journeys: readonly Journey[];
  readonly occasions: readonly Occasion[];
  readonly promises: readonly CustomerPromise[];
  readonly value: Value;
}

export interface Calendar {
  readonly name: string;
  /** IANA name; the experience's own where the calendar names none. */
  readonly timezone: string;
  /** Opening times by weekday, 1 = Monday … 7 = Sunday, in minutes after local midnight; sorted, disjoint, `to` ≤ 1440. */
  readonly open: readonly { readonly weekday: number; readonly from: number; readonly to: number }[];
  /** `FI` or `DE-BY`: public holidays of that country or region (date-holidays) are closed days. */
  readonly holidays: string | undefined;
  /** Further closed days, `YYYY-MM-DD`, local. */
  readonly closed: readonly string[];
}

export interface Team {
  readonly name: string;
  /** The team above it; undefined for the top. */
  readonly in: string | undefined;
  /** A subcontractor. */
  readonly outside: boolean;
}

export interface Touchpoint {
  readonly name: string;
  readonly team: string | undefined;
}

export interface EventKind {
  readonly name: string;
  readonly at: string | undefined;
  /** Declared properties. The same property name has the same type on every event (a fault otherwise). */
  readonly has: readonly { readonly name: string; readonly type: PropertyType }[];
  readonly felt: Felt | undefined;
  /** Value received by the company: the number property that holds it. */
  readonly received: string | undefined;
  /** The yes-no property that says whether the customer would buy again today. */
  readonly again: string | undefined;
}

/** What customers are worth is counted from these; what the file does not say is filled in, and `said` tells which it says. */
export interface Value {
  /** The events by which customers buy: every event with `received` where the file names none. */
  readonly bought: Term;
  /** "Would they buy again now?" asks for this many days. Months count 365.25 ÷ 12 days. */
  readonly againWithinDays: number;
  /** The share of what is received that stays, 0…1. */
  readonly margin: number;
  /** How far ahead is looked, in days. */
  readonly horizonDays: number;
  /** What a year of waiting takes off an amount, 0…1. */
  readonly discount: number;
  readonly said: readonly ValueKey[];
}

export type ValueKey = "bought" | "again-within" | "margin" | "horizon" | "discount";

export interface Felt {
  /** A `number` or `whole` property. */
  readonly score: string;
  readonly from: number;
  readonly to: number;
  /** A `text` property. */
  readonly words: string | undefined;
}

export interface Journey {
  readonly name: string;
  /** Property whose equal values (as text) bind one customer's events to one journey; implied `text` on every event. */
  readonly follows: string;
  readonly path: readonly string[];
  readonly ends: readonly string[];
}

export interface Occasion {
  readonly name: string;
  /** A journey (or customer) is of the first occasion in the file that any of its events matches. */
  readonly when: Term;
  readonly life: string | undefined;
  readonly hopes: string | undefined;
  readonly ifWeFail: string | undefined;
  readonly ifWeShine: string | undefined;
  readonly stakes: number;
}

/** Any of these events; an event matches by its name and, where there is one, its condition. No name stands twice. */
export type Term = readonly { readonly event: string; readonly if: Expression | undefined }[];

interface Common {
  readonly name: string;
  readonly says: string;
  readonly made: {
    readonly at: string | undefined;
    readonly how: "stated" | "implied" | undefined;
    readonly quote: string | undefined;
    readonly source: string | undefined;
  };
  /** undefined: the subject is the customer and all the customer's events count. */
  readonly journey: string | undefined;
  readonly when: Term;
  /** Conditions in `when` know only `event`; everywhere else also `asked`. */
  readonly goal: number | undefined;
  readonly agreed: readonly string[];
  readonly worth: number | undefined;
  /** Who answers: of the event that answers (then, never, count, first; when of a bare measure), or as the file says. */
  readonly touchpoint: string | undefined;
  readonly team: string | undefined;
}

export interface ThenPromise extends Common {
  readonly kind: "then";
  readonly then: Term;
  readonly unless: Term;
  readonly before: Term;
  readonly undoneBy: Term;
  readonly with: readonly With[];
  readonly expected: PerOccasion<TimeLimit>;
  readonly target: PerOccasion<TimeLimit> | undefined;
}

/** `never` is a count of at most 0 in which the asking event itself is never counted. */
export interface CountPromise extends Common {
  readonly kind: "count" | "never";
  readonly count: Term;
  /** The window after the asking event. */
  readonly for: Duration;
  readonly unless: Term;
  readonly expected: PerOccasion<Bound>;
  readonly target: PerOccasion<Bound> | undefined;
}

export interface MeasurePromise extends Common {
  readonly kind: "measure";
  /** Empty: judged at the asking event; else at the answer. */
  readonly then: Term;
  readonly unless: Term;
  readonly before: Term;
  readonly undoneBy: Term;
  readonly with: readonly With[];
  /** Type number or whole (durations count as seconds). */
  readonly measure: Expression;
  readonly expected: PerOccasion<Bound>;
  readonly target: PerOccasion<Bound> | undefined;
}

export interface FirstPromise extends Common {
  readonly kind: "first";
  readonly first: Term;
  /** Not longer ago than this. */
  readonly within: Duration | undefined;
}

export type CustomerPromise = ThenPromise | CountPromise | MeasurePromise | FirstPromise;

/** `name` stands for the latest of these events at or before the asking event in the same subject. */
export interface With {
  readonly name: string;
  readonly event: Term;
}

export interface PerOccasion<T> {
  readonly usual: T;
  /** Other values by the name of the occasion. */
  readonly for: readonly { readonly occasion: string; readonly value: T }[];
}

export type TimeLimit =
  | { readonly kind: "within"; readonly duration: Duration }
  /** Type moment or date; a date means until the end of that day in the experience's time zone. Null: nothing promised. */
  | { readonly kind: "by"; readonly moment: Expression }
  | { readonly kind: "eventually" };

/** Inclusive; at least one of the two is set. */
export interface Bound {
  readonly least: number | undefined;
  readonly most: number | undefined;
}

export type Duration =
  /** seconds, minutes, hours: elapsed time */
  | { readonly kind: "elapsed"; readonly ms: number }
  /** days, weeks (7 days), months: calendar days and months in the experience's time zone */
  | { readonly kind: "calendar"; readonly days: number; readonly months: number }
  /** "4 office hours": time runs only while the calendar is open */
  | { readonly kind: "open-time"; readonly calendar: string; readonly ms: number }
  /** "2 office days": the same time of day, that many open days later */
  | { readonly kind: "open-days"; readonly calendar: string; readonly days: number };

/** A typed expression tree. `of` is "event", "asked", "answer" or a name given in `with`. */
export type Expression =
  | { readonly kind: "literal"; readonly type: PropertyType; readonly value: string | number | boolean }
  | { readonly kind: "list"; readonly type: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "property"; readonly type: PropertyType; readonly of: string; readonly name: string }
  | { readonly kind: "call"; readonly type: PropertyType; readonly op: Operator; readonly args: readonly Expression[] };

/**
 * Three-valued like SQL: any operator with a null operand is null, except `and` (false wins), `or` (true wins),
 * `has` (never null) and `if` (only the chosen branch matters). Dividing by zero is null.
 * Literals of type moment are milliseconds since 1970 UTC, of type date `YYYY-MM-DD`, of type duration seconds.
 *
 * Operands as the reader lets them through (whole and number mix everywhere, durations count as seconds):
 * `=` `!=` two of one type; `<` `<=` `>` `>=` the same but yes-no; `in` a value and a list of literals;
 * `+` `-` numbers, durations, moment ± duration (the moment first), moment − moment (a duration); no texts, no dates;
 * `*` numbers, duration and number; `/` numbers (always a number with its fraction), duration ÷ number, duration ÷ duration
 * (a number); `%` wholes, with the sign of the left one;
 * `if` yes-no and two of one type; `matches` a text and a literal RE2 pattern that may match anywhere in it; `size` counts
 * code points; `lower` `upper` only A to Z; `to-text` of text, number, whole, yes-no; `to-number` `to-whole` of text (null
 * where it is none), number (whole: cut off towards 0), whole.
 */
export type Operator =
  | "and"
  | "or"
  | "not"
  | "if"
  | "="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "negate"
  | "in"
  | "has"
  | "starts-with"
  | "ends-with"
  | "contains"
  | "matches"
  | "size"
  | "lower"
  | "upper"
  | "to-text"
  | "to-number"
  | "to-whole";
