/** A key or token as the server lists it: without its secret, which only its making tells. */
export interface Key {
  readonly id: string;
  readonly name: string;
  readonly ends_in: string;
  readonly scopes: readonly string[];
  readonly created_at: string;
  readonly expires_at: string | null;
}

export interface Made {
  readonly id: string;
  readonly secret: string;
}

/** What came in by a key since it was made. */
export interface Heard {
  readonly id: string;
  readonly events: number;
  readonly refused: number;
  readonly first_at: string | null;
  readonly last_at: string | null;
}
