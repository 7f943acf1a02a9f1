import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answer, type Workshop } from "./answer.ts";
import { exceptionOf } from "./exception.ts";
import type { Leases } from "./lease-book.ts";
import { readQuestion } from "./request.ts";

/** Settings and short parameters travel in the address. */
const LONGEST_ADDRESS = 1024 * 1024;
/** Statements at once; each holds a thread of libuv's pool (16), and killing one needs a thread too. */
const AT_ONCE = 10;

/** The ClickHouse HTTP interface over this process's chDB, and `/lease`, which keeps the process alive. */
export function engineServer(workshop: Workshop, leases: Leases): Server {
  const turn = turns(AT_ONCE);
  const server = createServer(
    { maxHeaderSize: LONGEST_ADDRESS, requestTimeout: 0, keepAliveTimeout: 0, headersTimeout: 0 },
    async (request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://engine");
      if (pathname === "/ping") response.end("Ok.\n");
      else if (pathname === "/lease") leases.take(response);
      else await turn(() => ask(request, response, workshop));
    },
  );
  return server;
}

async function ask(request: IncomingMessage, response: ServerResponse, workshop: Workshop): Promise<void> {
  // The client went away while it waited for its turn.
  if (response.closed) return;
  try {
    await answer(await readQuestion(request), response, workshop);
  } catch (thrown) {
    const exception = exceptionOf(thrown);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.statusCode = 500;
    response.setHeader("X-ClickHouse-Exception-Code", String(exception.number));
    response.end(`${exception.message}\n`);
  }
}

/** Lets so many through at once; the others wait in the order of their coming. */
function turns(atOnce: number) {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  return async (work: () => Promise<void>): Promise<void> => {
    if (free > 0) free--;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
