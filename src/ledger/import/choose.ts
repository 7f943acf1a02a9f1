import { KeptError } from "../../kept-error.ts";
import type { Store } from "../../storage/store.ts";
import { guessByName } from "./guess-names.ts";
import type { ImportOptions, Role } from "./options.ts";
import { type Profile, profile } from "./profile.ts";
import type { Table } from "./table.ts";

/** Which column of a file plays which role. */
export interface Choice {
  readonly customer: string;
  readonly name: string | undefined;
  /** The name of all events, where no column holds it. */
  readonly event: string | undefined;
  readonly at: string;
  readonly id: string | undefined;
  readonly guessed: readonly Role[];
}

/** What the kind or the name of a file tells. */
export interface Usual {
  /** The name of all its events. */
  readonly event?: string | undefined;
  readonly columns?: Readonly<Record<Role, string>>;
}

const ROLES: readonly Role[] = ["customer", "name", "at", "id"];
const FLAGS: Readonly<Record<Role, string>> = {
  customer: "--customer COLUMN",
  name: "--name COLUMN (or --event NAME)",
  at: "--at COLUMN",
  id: "--id COLUMN",
};

/** As the person said; else by the columns' names; else by what the first rows hold, if only one column can be meant. */
export async function chooseColumns(store: Store, table: Table, options: ImportOptions, usual: Usual): Promise<Choice> {
  const found = await findColumns(store, table, options, usual);
  const choice = choiceOf(found);
  if (choice !== undefined) return choice;
  const columns = table.columns.map(({ name }) => name);
  throw unclear(table.label, columns, found.missing);
}

/** What `chooseColumns` would choose, as far as it can be told; `missing` is what nobody said and nothing tells. */
export interface Found extends Partial<Record<Role, string | undefined>> {
  readonly event: string | undefined;
  readonly guessed: readonly Role[];
  readonly missing: readonly Role[];
}

/** undefined as long as something is missing. */
export function choiceOf({ customer, name, event, at, id, guessed }: Found): Choice | undefined {
  if (customer === undefined || at === undefined || (name === undefined && event === undefined)) return undefined;
  return { customer, name, event, at, id, guessed };
}

export async function findColumns(store: Store, table: Table, options: Said, usual: Usual): Promise<Found> {
  const columns = table.columns.map(({ name }) => name);
  const said = saidColumns(table.label, columns, options);
  const free = (taken: Partial<Record<Role, string>>) => columns.filter((one) => !Object.values(taken).includes(one));
  const found: Partial<Record<Role, string>> = { ...said };
  const event = options.event ?? (said.name === undefined ? usual.event : undefined);
  const wanted = ROLES.filter((role) => found[role] === undefined && !(role === "name" && event !== undefined));
  for (const role of wanted) {
    const standard = usual.columns?.[role];
    const isThere = standard !== undefined && columns.includes(standard);
    const guess = isThere ? standard : guessByName(role, free(found));
    if (guess !== undefined) found[role] = guess;
  }
  if (said.id === undefined && found.id !== undefined && !(await isDistinct(store, table, found.id))) delete found.id;
  const missing = wanted.filter((role) => role !== "id" && found[role] === undefined);
  if (missing.length > 0) {
    const candidates = table.columns.filter(({ name }) => free(found).includes(name));
    Object.assign(found, guessByContent(missing, await profile(store, table, candidates)));
  }
  return {
    ...found,
    event: found.name === undefined ? event : undefined,
    guessed: wanted.filter((role) => found[role] !== undefined),
    missing: wanted.filter((role) => role !== "id" && found[role] === undefined),
  };
}

/** What the person said about the columns. */
type Said = Pick<ImportOptions, Role | "event">;

function saidColumns(label: string, columns: readonly string[], options: Said) {
  if (options.name !== undefined && options.event !== undefined) {
    throw new KeptError("bad-option", "--name and --event exclude each other; give the one that fits the file.");
  }
  const said: Partial<Record<Role, string>> = {};
  for (const role of ROLES) {
    const column = options[role];
    if (column === undefined) continue;
    if (!columns.includes(column)) {
      const words = `${label} has no column "${column}" (it has ${list(columns)}); correct ${FLAGS[role].split(" ")[0]}.`;
      throw new KeptError("no-such-column", words);
    }
    said[role] = column;
  }
  return said;
}

async function isDistinct(store: Store, table: Table, column: string): Promise<boolean> {
  const [seen] = await profile(
    store,
    table,
    table.columns.filter(({ name }) => name === column),
  );
  return seen !== undefined && seen.filled > 0 && seen.distinct === seen.filled;
}

/** Only where exactly one column can be meant. */
function guessByContent(roles: readonly Role[], profiles: readonly Profile[]): Partial<Record<Role, string>> {
  const found: Partial<Record<Role, string>> = {};
  const only = (role: Role, fits: (profile: Profile) => boolean) => {
    if (!roles.includes(role)) return;
    const fitting = profiles.filter((one) => !Object.values(found).includes(one.column) && one.filled > 0 && fits(one));
    const [first] = fitting;
    if (first !== undefined && fitting.length === 1) found[role] = first.column;
  };
  const isTime = (one: Profile) => one.times + one.slashed >= one.filled * 0.9 || isEpoch(one);
  only("at", isTime);
  only("customer", (one) => !isTime(one) && /(?:id|no|nr|number|key)$/i.test(one.column) && one.distinct < one.filled);
  only("name", (one) => !isTime(one) && one.numbers === 0 && one.distinct >= 2 && one.distinct <= one.filled / 5);
  return found;
}

/** Numbers of the length of present days' seconds or milliseconds. */
const isEpoch = (one: Profile) => one.numbers === one.filled && [10, 13, 16, 19].includes(one.digits);

function unclear(label: string, columns: readonly string[], roles: readonly Role[]): KeptError {
  const what = roles.map(
    (role) => ({ customer: "the customer", name: "the event", at: "the time", id: "the id" })[role],
  );
  const words = `${label} does not tell which column holds ${what.join(" and which ")} (it has ${list(columns)}); say so with ${roles.map((role) => FLAGS[role]).join(" and ")}.`;
  return new KeptError("unclear-columns", words);
}

const list = (columns: readonly string[]): string =>
  columns.length <= 30 ? columns.join(", ") : `${columns.slice(0, 30).join(", ")} and ${columns.length - 30} more`;
