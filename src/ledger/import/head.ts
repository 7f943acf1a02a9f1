import { closeSync, openSync, readSync, statSync } from "node:fs";
import { constants, gunzipSync } from "node:zlib";
import { KeptError } from "../../kept-error.ts";

/** The beginning of a file, unpacked, and about how large the whole is. */
export interface Head {
  readonly text: string;
  /** Whether `text` is the whole file. */
  readonly whole: boolean;
  readonly bytes: number;
}

const LENGTH = 256 * 1024;

/** Reads the beginning of a text file. Throws KeptError when it is not gzipped though it is called so, or is no UTF-8. */
export function readHead(path: string, gzipped: boolean): Head {
  const { size } = statSync(path);
  const start = read(path, 0, Math.min(size, LENGTH));
  if (!gzipped) {
    refuseBinary(path, start);
    return { text: textOf(start), whole: size <= LENGTH, bytes: size };
  }
  const unpacked = unpack(path, start);
  refuseBinary(path, unpacked);
  // The last four bytes of a gzipped file are its length before packing, modulo 2^32.
  const bytes = read(path, size - 4, 4).readUInt32LE(0);
  return { text: textOf(unpacked), whole: size <= LENGTH, bytes: Math.max(bytes, unpacked.length) };
}

function read(path: string, from: number, length: number): Buffer {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(file, buffer, 0, length, from));
  } finally {
    closeSync(file);
  }
}

function unpack(path: string, start: Buffer): Buffer {
  if (start.length < 18 || start[0] !== 0x1f || start[1] !== 0x8b) {
    throw new KeptError(
      "not-gzip",
      `${path} is called .gz but is not gzipped; pack it again or take .gz off its name.`,
    );
  }
  try {
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (cause) {
    throw new KeptError("not-gzip", `${path} is damaged: it cannot be unpacked; fetch it again.`, { cause });
  }
}

function refuseBinary(path: string, start: Buffer): void {
  const utf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (utf16) throw new KeptError("not-utf8", `${path} is written in UTF-16; save it as UTF-8.`);
  if (start.subarray(0, 4096).includes(0)) {
    throw new KeptError("not-text", `${path} is no text file; check that its extension says what it is.`);
  }
}

/** A letter that the cut went through is left off. */
const textOf = (bytes: Buffer): string => new TextDecoder("utf-8").decode(bytes, { stream: true });
