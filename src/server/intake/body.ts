import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import type { FastifyRequest } from "fastify";
import { KeptError } from "../../kept-error.ts";
import { LIMITS } from "../../ledger/intake/limits.ts";
import { readJson } from "../../ledger/intake/read-json.ts";
import type { App } from "../app.ts";

const UNPACK: Readonly<
  Record<string, (packed: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>>
> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** Bodies of this scope are texts of any type, unpacked; neither packed nor unpacked larger than what a request may be. */
export function takeTexts(app: App): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (request: FastifyRequest, payload: IncomingMessage) => readText(request, payload));
}

async function readText(request: FastifyRequest, payload: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > LIMITS.request) throw tooLarge();
  const pieces: Buffer[] = [];
  let size = 0;
  // Not destroyed when we leave: the sender is still to hear why.
  for await (const piece of payload.iterator({ destroyOnReturn: false })) {
    size += piece.length;
    if (size > LIMITS.request) throw tooLarge();
    pieces.push(piece);
  }
  const packed = Buffer.concat(pieces);
  const encoding = (request.headers["content-encoding"] ?? "identity").toLowerCase();
  if (encoding === "identity" || packed.length === 0) return packed;
  const unpack = UNPACK[encoding];
  if (unpack === undefined)
    throw new KeptError("unknown-encoding", `Bodies packed with ${encoding.slice(0, 40)} cannot be read; use gzip.`, {
      status: 415,
    });
  try {
    return await unpack(packed, { maxOutputLength: LIMITS.request });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge();
    throw new KeptError("not-packed", `The body is no ${encoding}.`, { status: 400, cause });
  }
}

const tooLarge = () =>
  new KeptError("too-large", `A request may have ${LIMITS.request / 1024} KB; send fewer events at once.`, {
    status: 413,
  });

/** Strict: text that is no UTF-8 would otherwise be changed without a word. */
const UTF8 = new TextDecoder("utf-8", { fatal: true });

export interface Body {
  /** What the body says; its text where it is no JSON. */
  readonly given: unknown;
  readonly fault: "not-utf-8" | "not-json" | undefined;
  readonly bytes: number;
}

/** Reads what `takeTexts` took as JSON. */
export function readBody(body: unknown): Body {
  const packed = body instanceof Uint8Array ? body : new Uint8Array();
  const bytes = packed.byteLength;
  let text: string;
  try {
    text = UTF8.decode(packed);
  } catch {
    return { given: new TextDecoder().decode(packed), fault: "not-utf-8", bytes };
  }
  try {
    return { given: readJson(text), fault: undefined, bytes };
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    return { given: text, fault: "not-json", bytes };
  }
}
