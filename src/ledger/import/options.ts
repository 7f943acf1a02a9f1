/** What the person who imports may say; what is not said is guessed. */
export interface ImportOptions {
  /** Column that holds the customer. */
  readonly customer?: string | undefined;
  /** Column that holds the name of the event. */
  readonly name?: string | undefined;
  /** The name of all events, where no column holds it. */
  readonly event?: string | undefined;
  /** Column that holds the time. */
  readonly at?: string | undefined;
  /** Column that holds the id; without one, ids are made from the content. */
  readonly id?: string | undefined;
  /** What 03/04/2020 means. */
  readonly dates?: "day-first" | "month-first" | undefined;
  /** IANA name: where times without an offset are meant; the experience's time zone if absent, else UTC. */
  readonly timezone?: string | undefined;
  /** The value of {data:String} in sources that are SELECTs. */
  readonly data?: string | undefined;
  /** Stands in the column `source` of the events; the name of the file if absent. */
  readonly source?: string | undefined;
  /** Where rows go that cannot be events. The file is made only if there are any. */
  readonly rejects: string;
  /** Rows that cannot be events make the whole import fail. */
  readonly strict?: boolean | undefined;
  /** Stops the import, as long as nothing of it has moved into the ledger. */
  readonly stop?: AbortSignal | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

export interface ImportResult {
  /** Events that were added. */
  readonly events: number;
  /** Events that the ledger or the same import had already. */
  readonly duplicates: number;
  readonly rejected: number;
  /** Where the rejected rows are, if there are any. */
  readonly rejectsFile: string | undefined;
  /** Names among the added events that the experience does not know; most frequent first. */
  readonly unknownEvents: readonly { readonly name: string; readonly count: number }[];
  /** Declared properties whose value could not be read as their type in so many added events. */
  readonly unreadable: readonly { readonly property: string; readonly type: string; readonly count: number }[];
  /** Which columns were taken for what, a file each. Empty for sources that are SELECTs. */
  readonly columns: readonly ChosenColumns[];
  /** First and last time of the added events, milliseconds since 1970 UTC. */
  readonly first: number | undefined;
  readonly last: number | undefined;
}

export interface ChosenColumns {
  readonly file: string;
  readonly customer: string;
  readonly name: string | undefined;
  /** The name of all events, where no column holds it. */
  readonly event: string | undefined;
  readonly at: string;
  readonly id: string | undefined;
  /** Which of these were guessed. */
  readonly guessed: readonly Role[];
  /** What 03/04/2020 was taken for, where the file has such dates. */
  readonly dates: "day-first" | "month-first" | undefined;
}

export type Role = "customer" | "name" | "at" | "id";

/** Rows done of about so many; the total is undefined where it cannot be told. */
export type ImportProgress = (rows: number, total: number | undefined) => void;
