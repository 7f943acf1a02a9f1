import { request } from "node:http";

/** Our claim on a running engine. It stays for as long as somebody holds one. */
export interface Lease {
  /** True once the engine has ended or taken the lease back. */
  readonly lost: boolean;
  release(): void;
}

export type Asked = Lease | "nobody-there" | "stopping";

/** Asks the engine behind a socket for a lease. */
export function askForLease(socketPath: string): Promise<Asked> {
  return new Promise((resolve) => {
    const asking = request({ socketPath, path: "/lease", agent: false });
    asking.on("error", () => resolve("nobody-there"));
    asking.on("response", (response) => {
      response.resume();
      if (response.statusCode !== 200) {
        resolve("stopping");
        return;
      }
      let lost = false;
      response.on("close", () => {
        lost = true;
      });
      response.on("error", () => {});
      // A program that forgets to close may still end.
      response.socket.unref();
      resolve({
        get lost() {
          return lost;
        },
        release: () => asking.destroy(),
      });
    });
    asking.end();
  });
}
