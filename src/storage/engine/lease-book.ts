import type { ServerResponse } from "node:http";

/** Who still needs the engine: each client holds one request open, which ends with it however it ends. */
export interface Leases {
  take(response: ServerResponse): void;
  /** Takes all leases back and gives no more. */
  end(): void;
}

/**
 * Calls `idle` when nobody has held a lease for `linger` ms, once. From then on no lease is given.
 * The first client has `firstWait` ms to come.
 */
export function leaseBook(linger: number, firstWait: number, idle: () => void): Leases {
  const held = new Set<ServerResponse>();
  let over = false;
  const end = () => {
    over = true;
    idle();
  };
  let waiting = setTimeout(end, firstWait);
  return {
    take(response) {
      if (over) {
        response.writeHead(503, { Connection: "close" }).end("The engine is stopping.\n");
        return;
      }
      clearTimeout(waiting);
      held.add(response);
      response.writeHead(200, { "Content-Type": "text/plain" });
      response.write("Yours until you close it.\n");
      response.on("close", () => {
        held.delete(response);
        if (held.size === 0 && !over) waiting = setTimeout(end, linger);
      });
    },
    end() {
      over = true;
      clearTimeout(waiting);
      for (const response of held) response.end();
    },
  };
}
