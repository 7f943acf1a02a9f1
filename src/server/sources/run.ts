import { setTimeout as sleep } from "node:timers/promises";
import { KeptError } from "../../kept-error.ts";
import { importFiles } from "../../ledger/import/import-files.ts";
import type { Uploads } from "../../ledger/uploads.ts";
import type { Rooms } from "../app.ts";
import { plainly } from "./file.ts";
import { noteEnded, noteProgress } from "./imports.ts";
import type { Mapping } from "./schemas.ts";

/** Imports that run in the background of this server. */
export interface Running {
  begin(id: string, file: string, name: string, mapping: Mapping): void;
  /** Whether it runs here; it ends before anything of it has moved into the ledger, or not at all. */
  stop(id: string): boolean;
  /** Resolves when none runs any more, or after some seconds. */
  close(): Promise<void>;
}

const TELL = 1000;
const PATIENCE = 8000;

export function runImports(
  rooms: Pick<Rooms, "house" | "shelf" | "arrivals">,
  uploads: Uploads,
  onTrouble: (thrown: unknown) => void,
): Running {
  const { house, shelf, arrivals } = rooms;
  const under = new Map<string, { readonly stop: AbortController; readonly ended: Promise<void> }>();

  async function work(id: string, file: string, name: string, mapping: Mapping, stop: AbortSignal): Promise<void> {
    let told = { rows: 0, about: undefined as number | undefined };
    // The server tells that it lives even while nothing moves.
    const tell = () => void noteProgress(house.state, house.now(), id, told.rows, told.about).catch(() => {});
    const timer = setInterval(tell, TELL);
    try {
      const options = { ...mapping, rejects: uploads.rejectsOf(id), now: house.now, stop };
      const progress = (rows: number, about: number | undefined) => {
        told = { rows, about };
      };
      const {
        rejectsFile: _,
        columns: __,
        ...result
      } = await importFiles(house.store, shelf.current()?.experience, [file], options, progress);
      await uploads.forget(id, name).catch(onTrouble);
      await noteEnded(house.state, house.now(), id, { state: "done", result });
      for (const hear of arrivals) hear();
    } catch (thrown) {
      await noteEnded(house.state, house.now(), id, endingOf(thrown, file, name)).catch(onTrouble);
      if (!(thrown instanceof KeptError)) onTrouble(thrown);
    } finally {
      clearInterval(timer);
      under.delete(id);
    }
  }

  return {
    begin(id, file, name, mapping) {
      const stop = new AbortController();
      const ended = work(id, file, name, mapping, stop.signal).catch(onTrouble);
      under.set(id, { stop, ended });
    },
    stop(id) {
      const found = under.get(id);
      found?.stop.abort();
      return found !== undefined;
    },
    async close() {
      for (const { stop } of under.values()) stop.abort();
      const all = [...under.values()].map(({ ended }) => ended);
      if (all.length > 0) await Promise.race([Promise.all(all), sleep(PATIENCE, undefined, { ref: false })]);
    },
  };
}

function endingOf(thrown: unknown, file: string, name: string) {
  if (!(thrown instanceof KeptError))
    return { state: "failed", code: "fault", words: "This is a fault of Kept itself; the log has more." } as const;
  const { code } = thrown;
  const state = code === "import-stopped" ? "stopped" : "failed";
  return { state, code, words: plainly(thrown.message, file, name) } as const;
}
