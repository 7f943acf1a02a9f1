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

/** Between two questions. In ms. */
const PAUSE = 20;
const DAY = 86_400_000;
/** When the last order of the ledger was placed, about: see src/bench/generate.ts. */
const LAST = Date.UTC(2025, 11, 1);

/**
 * Asks one answer after another for as long as events come in; whatever is not answered well ends it. `before`: how often all
 * have been asked already, so that what shall be new is.
 */
export async function askAll(asker: Asker, stopped: AbortSignal, before = 0): Promise<readonly AnswerTimes[]> {
  const took = new Map<string, number[]>();
  const ages = new Map<string, number[]>();
  for (let i = before; !stopped.aborted; i += 1)
    for (const [path, address] of Object.entries(pathsOf(asker, i))) {
      const begun = performance.now();
      const { as_of } = await ask(asker, address);
      const add = (list: Map<string, number[]>, value: number) => list.set(path, [...(list.get(path) ?? []), value]);
      add(took, performance.now() - begun);
      if (as_of !== undefined) add(ages, asker.now() - Date.parse(as_of));
      await sleep(PAUSE);
    }
  return [...took].map(([path, all]) => {
    const age = ages.get(path);
    return { path, n: all.length, ...middleAndMost(all), age: age === undefined ? null : middleAndMost(age).p50 };
  });
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
