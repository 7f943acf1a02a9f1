import { createWriteStream } from "node:fs";
import { unlink } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { StreamChunk } from "chdb";
import type { Chdb, Connection } from "./chdb.ts";
import { exceptionInStream, exceptionOf, refusal } from "./exception.ts";
import { literal, quoted } from "./literal.ts";
import type { Question } from "./request.ts";
import { readStatement, type Statement } from "./statement.ts";

/** Formats whose pieces can be sent one after another. All others are sent as wholes. */
const IN_PIECES = new Set(["JSONEachRow", "JSONCompactEachRow", "JSONStringsEachRow", "TabSeparated", "CSV"]);

/** Ms between the last rows and the fault that ended them. */
const UNDERSTOOD = 250;

export interface Workshop {
  readonly chdb: Chdb;
  /** Where the data of an INSERT lie until they are read. */
  readonly scratch: string;
}

/** Runs one statement on a fresh connection and sends what comes out. Throws only while nothing is sent yet. */
export async function answer(question: Question, response: ServerResponse, { chdb, scratch }: Workshop): Promise<void> {
  const statement = readStatement(question.sql);
  refuse(statement);
  response.setHeader("X-ClickHouse-Query-Id", question.id);
  const connection = chdb.open();
  const cancel = cancelling(chdb, question.id);
  const leave = () => {
    if (!response.writableFinished) cancel.start();
  };
  response.on("close", leave);
  if (response.closed) leave();
  try {
    await prepare(connection, question);
    if (statement.kind === "insert") {
      tellWritten(response, await insert(connection, statement, question.data, scratch));
      response.end();
    } else await select(connection, statement, question, response);
  } finally {
    response.off("close", leave);
    await cancel.end();
    connection.close();
  }
}

function refuse(statement: Statement): void {
  if (statement.text === "") throw refusal(62, "SYNTAX_ERROR", "Empty query");
  if (statement.second !== undefined) {
    const words = `Syntax error (Multi-statements are not allowed): failed at position ${statement.second + 1}`;
    throw refusal(62, "SYNTAX_ERROR", words);
  }
  if (statement.inlineData) throw refusal(62, "SYNTAX_ERROR", "Data of an INSERT must come in the body of the request");
}

async function prepare(connection: Connection, question: Question): Promise<void> {
  const use = question.database === undefined ? "" : `USE ${quoted(question.database)}; `;
  // chDB gives a statement an id of its own: ours is kept where system.processes shows it.
  const settings = [["log_comment", question.id] as const, ...question.settings];
  await connection.whole(
    `${use}SET ${settings.map(([name, value]) => `${name} = ${literal(value)}`).join(", ")}`,
    "Null",
  );
}

async function insert(
  connection: Connection,
  statement: Statement,
  data: IncomingMessage | undefined,
  scratch: string,
): Promise<number> {
  if (statement.format === undefined) return connection.write(statement.text);
  if (data === undefined) return 0;
  const file = join(scratch, crypto.randomUUID());
  try {
    const out = createWriteStream(file, { mode: 0o600 });
    await pipeline(data, out);
    if (out.bytesWritten === 0) return 0;
    const into = statement.text.replace(/\bFORMAT\s+\w+$/i, "");
    return await connection.write(`${into} FROM INFILE ${literal(file)} COMPRESSION 'none' FORMAT ${statement.format}`);
  } finally {
    await unlink(file).catch(() => {});
  }
}

async function select(connection: Connection, statement: Statement, question: Question, response: ServerResponse) {
  const format = statement.format ?? question.defaultFormat;
  response.setHeader("X-ClickHouse-Format", format);
  if (statement.kind === "other" || question.waitForEnd || !IN_PIECES.has(format)) {
    const bytes = await connection.whole(statement.text, format);
    tellWritten(response, 0);
    response.end(bytes);
    return;
  }
  const tag = crypto.randomUUID().slice(0, 16);
  const pieces = connection.pieces(statement.text, format)[Symbol.asyncIterator]();
  // The first piece is awaited before anything is sent, so that most faults become a plain refusal.
  let piece = await pieces.next();
  response.setHeader("X-ClickHouse-Exception-Tag", tag);
  tellWritten(response, 0);
  try {
    for (; !piece.done && !response.destroyed; piece = await pieces.next()) await send(response, piece.value);
  } catch (thrown) {
    // The client understands it only as one piece: it should have read by then what was sent before.
    await sleep(UNDERSTOOD);
    response.write(exceptionInStream(exceptionOf(thrown), tag));
  } finally {
    await pieces.return?.();
  }
  response.end();
}

async function send(response: ServerResponse, piece: StreamChunk): Promise<void> {
  if (response.write(piece.raw())) return;
  await new Promise<void>((resolve) => {
    const go = () => {
      response.off("drain", go).off("close", go);
      resolve();
    };
    response.on("drain", go).on("close", go);
  });
}

function tellWritten(response: ServerResponse, rows: number): void {
  response.setHeader("X-ClickHouse-Summary", JSON.stringify({ written_rows: String(rows) }));
}

/** Kills the statement in the engine. A statement is not to be found before it has begun, hence the repetition. */
function cancelling(chdb: Chdb, id: string) {
  let running = true;
  let killing: Promise<void> = Promise.resolve();
  const kill = async () => {
    const connection = chdb.open();
    try {
      while (running) {
        await connection.whole(`KILL QUERY WHERE Settings['log_comment'] = ${literal(id)} ASYNC`, "Null");
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    } finally {
      connection.close();
    }
  };
  return {
    start: () => {
      killing = kill().catch(() => {});
    },
    end: () => {
      running = false;
      return killing;
    },
  };
}
