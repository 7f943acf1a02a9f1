/** What a text is made for. */
export interface Screen {
  /** Columns. */
  readonly width: number;
  readonly color: boolean;
}
