import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { drainPending, Session, type StreamChunk } from "chdb";

/** chDB on one data directory. Every statement gets a connection of its own, so that settings and parameters cannot leak. */
export interface Chdb {
  open(): Connection;
  /** After the last statement has ended; otherwise chDB takes the process down with it. */
  close(): Promise<void>;
}

export interface Connection {
  /** Any statement; the whole result at once. */
  whole(text: string, format: string): Promise<Uint8Array>;
  /** An INSERT; returns the rows written. */
  write(text: string): Promise<number>;
  /** A SELECT, in pieces that each end with a whole row. */
  pieces(text: string, format: string): AsyncIterable<StreamChunk>;
  close(): void;
}

/** chDB's wrapper forgets how many rows were written; the native call beneath it tells. */
interface Native {
  InsertRawAsyncConnection(
    connection: unknown,
    statement: string,
    data: Buffer,
    countLines: boolean,
  ): Promise<{ readonly rowsWritten: number }>;
}

const require = createRequire(import.meta.url);
const loader: { loadNative(): Native } = require(join(dirname(require.resolve("chdb/package.json")), "dist/loader.js"));
const native = loader.loadNative();

export function openChdb(directory: string, connectionArgs: readonly string[]): Chdb {
  const open = () => new Session(directory, { connectionArgs });
  const keeper = open();
  return {
    open: () => connect(open()),
    async close() {
      keeper.close();
      await drainPending();
    },
  };
}

const NO_DATA = Buffer.from("\n");

function connect(session: Session): Connection {
  return {
    whole: async (text, format) => (await session.queryAsync(text, { format })).bytes(),
    write: async (text) =>
      (await native.InsertRawAsyncConnection(session.connection, text, NO_DATA, false)).rowsWritten,
    pieces: (text, format) => session.queryStream(text, { format }),
    close: () => session.close(),
  };
}
