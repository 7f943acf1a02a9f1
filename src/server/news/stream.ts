import type { FastifyReply, FastifyRequest } from "fastify";
import type { Told } from "../../news/live.ts";
import { NEWS_KINDS, type News } from "../../news/news.ts";
import type { Permission } from "../../people/rights.ts";

/** What of the news goes to one listener. */
export interface Hearing {
  readonly permissions: readonly Permission[];
  /** Only about this customer, by the hash of their id. */
  readonly customerKey: string | undefined;
}

/** The news as a role may hear it; undefined where it may not, or is about somebody else. */
export function heard(
  news: News,
  { permissions, customerKey }: Hearing,
): Readonly<Record<string, unknown>> | undefined {
  if (!permissions.includes(NEWS_KINDS[news.kind].hears)) return undefined;
  if (news.kind !== "judged") {
    if (customerKey !== undefined && !("customer_key" in news && news.customer_key === customerKey)) return undefined;
    return news;
  }
  const { customers, ...round } = news;
  if (customerKey === undefined) return round;
  return customers === null || customers.includes(customerKey) ? round : undefined;
}

/** Unread news of more than this many bytes: the listener is gone or too slow, and comes again. */
const MOST_UNREAD = 1_000_000;

/** A reply that goes on. */
export interface Stream {
  /** Sends what comes after everything that was sent or heard before; news may reach a server twice, or late. */
  send(told: Told, hearing: Hearing): void;
  /** Tells that something was missed: look at everything anew. */
  missed(number: number): void;
  beat(): void;
  end(): void;
}

/** Begins server-sent events after the number that was heard last. `onEnd` is called once, whoever ends it. */
export function openStream(request: FastifyRequest, reply: FastifyReply, after: number, onEnd: () => void): Stream {
  let latest = after;
  // What other parts of the server have set for every answer goes along.
  const headers = Object.fromEntries(
    Object.entries(reply.getHeaders()).map(([name, value]) => [
      name,
      typeof value === "number" ? String(value) : value,
    ]),
  );
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...headers,
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    // Proxies that gather answers must not.
    "x-accel-buffering": "no",
    "x-request-id": request.id,
  });
  raw.once("close", onEnd);
  raw.on("error", () => raw.destroy());
  const write = (text: string): void => {
    if (raw.writableEnded || raw.destroyed) return;
    raw.write(text);
    if (raw.writableLength > MOST_UNREAD) raw.destroy();
  };
  write("retry: 3000\n: Kept\n\n");
  return {
    send(told, hearing) {
      if (told.number <= latest) return;
      latest = told.number;
      const data = heard(told.news, hearing);
      if (data !== undefined) write(`id: ${told.number}\nevent: ${told.news.kind}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    missed(number) {
      latest = number;
      write(`id: ${number}\nevent: missed\ndata: {}\n\n`);
    },
    beat: () => write(": beat\n\n"),
    end: () => raw.end(),
  };
}
