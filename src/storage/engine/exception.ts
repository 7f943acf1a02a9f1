/** What the ClickHouse HTTP interface says when a statement fails: a code and a text of one form. */
export class EngineException extends Error {
  readonly number: number;
  constructor(number: number, text: string) {
    super(text);
    this.name = "EngineException";
    this.number = number;
  }
}

/** A refusal of our own, worded like one of ClickHouse's. */
export function refusal(number: number, name: string, words: string): EngineException {
  return new EngineException(number, `Code: ${number}. DB::Exception: ${words}. (${name})`);
}

/** Whatever chDB threw, as an exception with its code. */
export function exceptionOf(thrown: unknown): EngineException {
  if (thrown instanceof EngineException) return thrown;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const number = Number(/Code: (\d+)/.exec(text)?.[1] ?? 1002);
  return new EngineException(number, text.includes("Exception:") ? text : refusal(number, "UNKNOWN", text).message);
}

/** How an exception is told when part of the answer is already sent (since ClickHouse 25.11). */
export function exceptionInStream(exception: EngineException, tag: string): string {
  const text = `${exception.message}\n`;
  return `\r\n__exception__\r\n${tag}\r\n${text}${Buffer.byteLength(text)} ${tag}\r\n__exception__\r\n`;
}
