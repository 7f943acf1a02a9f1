/** What the server refuses, in its own words (RFC 9457); status 0 where no answer came at all. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  /** Seconds after which it is worth asking again. */
  readonly retryAfter: number | undefined;
  constructor(status: number, code: string, words: string, retryAfter?: number) {
    super(words);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

type One = string | number | boolean;
/** What stands behind the `?` of an address; a list repeats its name, undefined leaves it out. */
export type Query = Readonly<Record<string, One | readonly One[] | undefined>>;

export function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of value === undefined ? [] : [value].flat()) search.append(name, String(one));
  return search.size === 0 ? path : `${path}?${search}`;
}

/** Asks the server. Throws Problem. */
export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  call<T>("GET", addressOf(path, query), undefined, signal);

/** Has the server change something. Throws Problem. */
export const send = <T>(method: "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<T> =>
  call<T>(method, path, body);

async function call<T>(method: string, address: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(address, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new Problem(0, "no-answer", "The server does not answer.");
  });
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T;
  throw await problemOf(answer);
}

export async function problemOf(answer: Response): Promise<Problem> {
  const wait = Number(answer.headers.get("retry-after") ?? Number.NaN);
  const said: unknown = await answer.json().catch(() => undefined);
  return problem(answer.status, said, Number.isFinite(wait) ? wait : undefined);
}

/** What the server said of what it refused; who is in between may have said something else. */
export function problem(status: number, said: unknown, retryAfter?: number): Problem {
  const { code, detail } = (said ?? {}) as { readonly code?: string; readonly detail?: string };
  return new Problem(status, code ?? "unknown", detail ?? `The server answered ${status}.`, retryAfter);
}
