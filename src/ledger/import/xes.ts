import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { SaxesParser } from "saxes";
import { KeptError } from "../../kept-error.ts";

/** One event of an XES log with its own attributes, those of its trace under `case:…`, and the trace's name as `case`. */
export type XesEvent = Readonly<Record<string, string | number | boolean>>;

/** Writes an XES log as JSON lines, an event each. Returns how many. The log is read as a stream. */
export async function unfoldXes(path: string, gzipped: boolean, to: string): Promise<number> {
  let events = 0;
  async function* lines() {
    for await (const some of eventsOf(path, gzipped)) {
      events += some.length;
      yield some.map((event) => `${JSON.stringify(event)}\n`).join("");
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(to, { mode: 0o600 }));
  return events;
}

async function* eventsOf(path: string, gzipped: boolean): AsyncGenerator<readonly XesEvent[]> {
  const reader = openReader();
  const file = createReadStream(path);
  const bytes: AsyncIterable<Buffer> = gzipped ? file.pipe(createGunzip()) : file;
  const decoder = new TextDecoder("utf-8");
  file.on("error", (error) => bytes !== file && (bytes as Readable).destroy(error));
  try {
    for await (const chunk of bytes) yield reader.read(decoder.decode(chunk, { stream: true }));
    yield reader.read(decoder.decode());
    reader.end();
  } catch (cause) {
    const packed = cause instanceof Error && "code" in cause && String(cause.code).startsWith("Z_");
    if (packed)
      throw new KeptError("not-gzip", `${path} is damaged: it cannot be unpacked to its end; fetch it again.`, {
        cause,
      });
    const said = cause instanceof Error ? cause.message : String(cause);
    const words = `${path} is no XES log that can be read (line ${said}); correct the file and import it again.`;
    throw new KeptError("unreadable-file", words, { cause });
  }
}

interface Reader {
  /** The events that ended within this piece of the text. */
  read(piece: string): readonly XesEvent[];
  end(): void;
}

type Attributes = Record<string, string | number | boolean>;

/** Attributes within attributes are called after both: `parent/child`. Those of a trace that follow its events are not theirs yet. */
function openReader(): Reader {
  const parser = new SaxesParser({ xmlns: false });
  let events: XesEvent[] = [];
  let trace: Attributes = {};
  let event: Attributes | undefined;
  let inTrace = false;
  let isLog = false;
  const keys: string[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "log") isLog = true;
    if (!isLog) throw new Error("1: the file does not begin with <log>");
    if (name === "trace") {
      trace = {};
      inTrace = true;
    } else if (name === "event") event = {};
    else if (name in READ) {
      keys.push(attributes["key"] ?? "");
      const value = READ[name]?.(attributes["value"] ?? "");
      const into = event ?? (inTrace ? trace : undefined);
      if (into !== undefined && value !== undefined)
        into[`${event === undefined ? "case:" : ""}${keys.join("/")}`] = value;
    }
  });
  parser.on("closetag", ({ name }) => {
    if (name === "event" && event !== undefined) {
      const of = trace["case:concept:name"];
      events.push({ ...trace, ...event, ...(of === undefined ? {} : { case: of }) });
      event = undefined;
    } else if (name === "trace") inTrace = false;
    else if (name in READ) keys.pop();
  });
  return {
    read(piece) {
      parser.write(piece);
      const read = events;
      events = [];
      return read;
    },
    end() {
      parser.close();
      if (!isLog) throw new Error("1: there is no <log> in the file");
    },
  };
}

const number = (value: string): number | string =>
  value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value;

const READ: Readonly<Record<string, (value: string) => string | number | boolean | undefined>> = {
  string: (value) => value,
  date: (value) => value,
  id: (value) => value,
  int: (value) => (Number.isSafeInteger(Number(value)) ? number(value) : value),
  float: number,
  boolean: (value) => (/^(true|1)$/i.test(value) ? true : /^(false|0)$/i.test(value) ? false : value),
  list: () => undefined,
  container: () => undefined,
};
