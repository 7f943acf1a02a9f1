/**
 * A refusal at run time: something outside the program is not as it must be.
 * `words` say in one sentence what, where and how to mend it.
 */
export class KeptError extends Error {
  readonly code: string;
  /** What an answer over HTTP says of it. Without one, its words may name what only the operator should see. */
  readonly status: number | undefined;
  constructor(
    code: string,
    words: string,
    { status, ...options }: { readonly cause?: unknown; readonly status?: number } = {},
  ) {
    super(words, options);
    this.name = "KeptError";
    this.code = code;
    this.status = status;
  }
}
