/** What a new engine process says to the client that started it. */
export type Start =
  | { readonly ready: true }
  | {
      /** `locked`: another process has the data. */
      readonly refused: "locked" | "failed";
      readonly words: string;
    };
