import { setTimeout as sleep } from "node:timers/promises";
import { quantileOf } from "../value/numbers/interval.ts";

/** How long an answer took, and, where it is kept ready, how old it was. Ms. */
export interface AnswerTimes {
  readonly path: string;
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly age: number | null;
}

export interface Asker {
  readonly address: string;
  readonly token: string;
  readonly customers: readonly string[];
  readonly now: () => number;
}

/**
 * Between one question and the next, in ms, whether the first is answered or not: who waits for an answer before asking again asks
 * least when answers are slow, and sees too few of those. Five a second are what a hundred people ask who look at something
 * new every 20 s.
 */
const BEAT = 200;
const DAY = 86_400_000;
/** When the last order of the ledger was placed, about: see src/bench/generate.ts. */
const LAST = Date.UTC(2025, 11, 1);

/**
 * Asks all answers in turn until it is stopped; one that is refused ends it. `before`: how often all have been asked already, so
 * that what shall be new is.
 */
export async function askAll(asker: Asker, stopped: AbortSignal, before = 0): Promise<readonly AnswerTimes[]> {
  const refused = new AbortController();
  const over = AbortSignal.any([stopped, refused.signal]);
  const answers: Promise<Answer | undefined>[] = [];
  const begun = asker.now();
  for (let round = before; !over.aborted; round += 1)
    for (const [path, address] of Object.entries(pathsOf(asker, round))) {
      if (over.aborted) break;
      const answer = timed(asker, path, address);
      answers.push(answer.catch((thrown: unknown) => void refused.abort(thrown)));
      await sleep(Math.max(0, begun + answers.length * BEAT - asker.now()));
    }
  const all = (await Promise.all(answers)).filter((answer) => answer !== undefined);
  refused.signal.throwIfAborted();
  return [...new Set(all.map(({ path }) => path))].map((path) => {
    const own = all.filter((answer) => answer.path === path);
    const ages = own.flatMap(({ age }) => age ?? []);
    const took = middleAndMost(own.map(({ took }) => took));
    return { path, n: own.length, ...took, age: ages.length === 0 ? null : middleAndMost(ages).p50 };
  });
}

interface Answer {
  readonly path: string;
  readonly took: number;
  readonly age: number | undefined;
}

async function timed(asker: Asker, path: string, address: string): Promise<Answer> {
  const begun = performance.now();
  const { as_of } = await ask(asker, address);
  const took = performance.now() - begun;
  return { path, took, age: as_of === undefined ? undefined : asker.now() - Date.parse(as_of) };
}

/** One answer, and the moment that it is of. */
export async function ask({ address, token }: Asker, path: string): Promise<{ readonly as_of?: string }> {
  const answer = await fetch(`${address}${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as { readonly as_of?: string };
}

export function middleAndMost(all: readonly number[]) {
  const sorted = all.toSorted((a, b) => a - b);
  return { p50: quantileOf(sorted, 0.5), p95: quantileOf(sorted, 0.95), p99: quantileOf(sorted, 0.99) };
}

/** What a page asks, with another filter each time where it says so: one that nobody has asked for before. */
function pathsOf({ customers }: Asker, i: number): Readonly<Record<string, string>> {
  const somebody = encodeURIComponent(customers[(i * 31) % customers.length] ?? "");
  const from = new Date(LAST - (60 + i) * DAY).toISOString().slice(0, 10);
  const to = new Date(LAST - (30 + i) * DAY).toISOString().slice(0, 10);
  return {
    "/api/gaps": "/api/gaps",
    "/api/report": "/api/report",
    "/api/filters": "/api/filters",
    "/api/promises/:name": "/api/promises/told-of-damage",
    "/api/promises/:name, a month": `/api/promises/told-of-damage?from=${from}&to=${to}`,
    "/api/gaps, a month": `/api/gaps?from=${from}&to=${to}`,
    "/api/gaps, a property": `/api/gaps?property=topic:invoice&promise=ticket-answered&from=${from}`,
    "/api/journeys/:name": "/api/journeys/order",
    "/api/journeys/:name, a month": `/api/journeys/order?from=${from}&to=${to}`,
    "/api/journeys/:name/customers": `/api/journeys/order/customers?from=${from}&to=${to}&step=order.shipped&last=yes`,
    "/api/verdicts": "/api/verdicts",
    "/api/verdicts, missed": "/api/verdicts?promise=told-of-damage&verdict=missed",
    "/api/verdicts, a month": `/api/verdicts?from=${from}&to=${to}&verdict=late`,
    "/api/customers/:id": `/api/customers/${somebody}`,
    "/api/customers?search=": `/api/customers?search=${somebody}`,
    "/api/search?q=": `/api/search?q=${somebody}`,
  };
}
