import type { Experience, Occasion } from "../language/experience.ts";
import { customerStory, type LedgerEvent } from "../ledger/story.ts";
import { verdictsOnCustomer } from "../promises/read.ts";
import { isBroken, type Verdict } from "../promises/verdict.ts";
import type { Store } from "../storage/store.ts";

/** What somebody should know of a customer before saying hello. Times are milliseconds since 1970 UTC. */
export interface CustomerBrief {
  readonly customer: string;
  /** Why they bought, the latest first. */
  readonly occasions: readonly Occasion[];
  /** Open promises, the most urgent first. */
  readonly owed: readonly Verdict[];
  /** Broken ones, the latest first. */
  readonly broken: readonly Verdict[];
  readonly kept: number;
  readonly said: Said | undefined;
  /** What the company received from them, in the experience's currency. */
  readonly received: number;
  /** Everything that happened, in order. */
  readonly story: readonly LedgerEvent[];
}

/** Something they said. */
export interface Said {
  /** The event by which they said it. */
  readonly event: string;
  readonly at: number;
  readonly score: number;
  readonly from: number;
  readonly to: number;
  readonly words: string | undefined;
}

/** On a customer as `customerOf` names them; undefined: the ledger knows nobody by that id. Reads the last judgement. */
export async function briefOn(
  store: Store,
  experience: Experience,
  customer: string,
  asOf: number,
): Promise<CustomerBrief | undefined> {
  const [story, verdicts] = await Promise.all([
    customerStory(store, customer, asOf),
    verdictsOnCustomer(store, experience, customer),
  ]);
  if (story.length === 0) return undefined;
  const latest = verdicts.toSorted((a, b) => b.askedAt - a.askedAt);
  const due = (verdict: Verdict): number => verdict.dueAt ?? Number.POSITIVE_INFINITY;
  const names = [...new Set(latest.map((verdict) => verdict.occasion))];
  return {
    customer,
    occasions: names.flatMap((name) => experience.occasions.filter((occasion) => occasion.name === name)),
    owed: latest.filter((one) => one.verdict === "open").sort((a, b) => due(a) - due(b)),
    broken: latest.filter(({ verdict }) => isBroken(verdict)),
    kept: latest.filter((one) => one.verdict === "kept").length,
    said: saidBy(experience, story)[0],
    received: receivedFrom(experience, story),
    story,
  };
}

/** Everything they said, the latest first. */
export function saidBy({ events }: Experience, story: readonly LedgerEvent[]): readonly Said[] {
  const felt = new Map(events.map((event) => [event.name, event.felt]));
  return story.toReversed().flatMap(({ name, at, properties }): Said[] => {
    const own = felt.get(name);
    const score = own && Number(properties[own.score] ?? Number.NaN);
    if (own === undefined || score === undefined || Number.isNaN(score)) return [];
    const words = own.words === undefined ? undefined : properties[own.words];
    const { from, to } = own;
    return [{ event: name, at, score, from, to, words: typeof words === "string" ? words : undefined }];
  });
}

function receivedFrom({ events }: Experience, story: readonly LedgerEvent[]): number {
  const properties = new Map(events.map((event) => [event.name, event.received]));
  const amounts = story.map(({ name, properties: known }) => Number(known[properties.get(name) ?? ""] ?? 0));
  return amounts.filter(Number.isFinite).reduce((sum, amount) => sum + amount, 0);
}
