/** What is known of one asking at one moment, while it is open. Times are milliseconds since 1970 UTC. */
export interface Snapshot {
  readonly customerKey: string;
  readonly subjectKey: string;
  readonly askedKey: string;
  readonly occasion: string;
  readonly askedAt: number;
  /** When it breaks if nothing happens; undefined where no moment is named. */
  readonly dueAt: number | undefined;
  /** The moment of looking. */
  readonly at: number;
  /** By the place of an event's name: when it last happened, in the subject and up to that moment. */
  readonly last: ReadonlyMap<number, number>;
  /** The same: how often since the asking. */
  readonly since: ReadonlyMap<number, number>;
  /** The latest known value of each property, in the order of `Known`. */
  readonly texts: readonly (string | null)[];
  readonly numbers: readonly (number | null)[];
  readonly moments: readonly (number | null)[];
}

/** A snapshot of the past, of which it is known how it went on. */
export interface Lesson extends Snapshot {
  readonly broken: boolean;
  /** Beyond all times where it never was. */
  readonly answeredAt: number;
}

/** What snapshots hold, by its place in them. */
export interface Known {
  readonly events: readonly string[];
  readonly texts: readonly string[];
  readonly numbers: readonly string[];
  readonly moments: readonly string[];
}
