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
