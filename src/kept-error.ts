/**
 * A refusal at run time: something outside the program is not as it must be.
 * `words` say in one sentence what, where and how to mend it.
 */
export class KeptError extends Error {
  readonly code: string;
  constructor(code: string, words: string, options: { readonly cause?: unknown } = {}) {
    super(words, options);
    this.name = "KeptError";
    this.code = code;
  }
}
