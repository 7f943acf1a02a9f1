import { request } from "node:http";

/** Our claim on a running engine. It stays for as long as somebody holds one. */
export interface Lease {
  /** True once the engine has ended or taken the lease back. */
  readonly lost: boolean;
  release(): void;
}

/** Asks the engine behind a socket for a lease. Nothing when nobody answers, or it is about to end. */
export function askForLease(socketPath: string): Promise<Lease | undefined> {
  return new Promise((resolve) => {
    const asking = request({ socketPath, path: "/lease", agent: false });
    asking.on("error", () => resolve(undefined));
    asking.on("response", (response) => {
      response.on("error", () => {}).resume();
      if (response.statusCode !== 200) {
        resolve(undefined);
        return;
      }
      let lost = false;
      response.on("close", () => {
        lost = true;
      });
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
