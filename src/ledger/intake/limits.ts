/** What the door lets through. Sizes are bytes of UTF-8, before compression. */
export const LIMITS = {
  /** Of one message; within a batch, of what is kept of it. */
  event: 32 * 1024,
  /** Of one request. */
  request: 500 * 1024,
  /** Messages of one request. */
  batch: 2500,
  customer: 1000,
  name: 200,
  id: 1000,
  /** Objects within objects. The engine reads no JSON that is deeper than 1024. */
  depth: 100,
} as const;

/** Whether a text has more bytes than that, counted only where it could. */
export const isLonger = (text: string, bytes: number): boolean =>
  text.length > bytes || (text.length * 3 > bytes && Buffer.byteLength(text) > bytes);
