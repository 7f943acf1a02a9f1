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
  /** After what ran on it has ended. */
  close(): void;
}

/**
 * chDB's wrapper forgets how many rows were written; the native call beneath it tells. And it closes a connection only
 * when nothing runs on any other: while one long statement runs, those that are to be closed pile up, and each holds a
 * list of all before it.
 */
interface Native {
  InsertRawAsyncConnection(
    connection: unknown,
    statement: string,
    data: Buffer,
    countLines: boolean,
  ): Promise<{ readonly rowsWritten: number }>;
  CloseConnection(connection: unknown): void;
}

const require = createRequire(import.meta.url);
const loader: { loadNative(): Native } = require(join(dirname(require.resolve("chdb/package.json")), "dist/loader.js"));
const native = loader.loadNative();

export function openChdb(directory: string, connectionArgs: readonly string[]): Chdb {
  const open = () => new Session(directory, { connectionArgs });
  const keeper = open();
  dieOfCrashes();
  return {
    open: () => connect(open()),
    async close() {
      keeper.close();
      await drainPending();
    },
  };
}

/**
 * chDB takes the signals of a crash, and waits for a thread that would write them down, which there is only in a
 * server: a process that crashed would stay and answer nobody. Node gives a signal back when nobody listens any more.
 */
function dieOfCrashes(): void {
  for (const signal of ["SIGABRT", "SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE"] as const) {
    const listener = () => {};
    process.on(signal, listener).off(signal, listener);
  }
}

const NO_DATA = Buffer.from("\n");

function connect(session: Session): Connection {
  return {
    whole: async (text, format) => (await session.queryAsync(text, { format })).bytes(),
    write: async (text) =>
      (await native.InsertRawAsyncConnection(session.connection, text, NO_DATA, false)).rowsWritten,
    pieces: (text, format) => session.queryStream(text, { format }),
    close() {
      const { connection } = session;
      session.connection = null;
      session.close();
      native.CloseConnection(connection);
    },
  };
}
