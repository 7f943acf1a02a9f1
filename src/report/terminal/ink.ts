import picocolors from "picocolors";
import type { Standing } from "../words/standing.ts";

type Paint = (text: string) => string;

/** The colours of the terminal by what they mean; without colour every one leaves the text as it is. */
export interface Ink {
  readonly kept: Paint;
  readonly broken: Paint;
  readonly target: Paint;
  readonly revealed: Paint;
  readonly strong: Paint;
  readonly soft: Paint;
  readonly standing: (standing: Standing) => Paint;
}

export function inkOf(color: boolean): Ink {
  const colours = picocolors.createColors(color);
  const same: Paint = (text) => text;
  return {
    kept: colours.green,
    broken: colours.red,
    target: colours.blue,
    revealed: colours.magenta,
    strong: colours.bold,
    soft: colours.dim,
    standing: ({ kind }) => (kind === "held" ? colours.green : kind === "missed" ? colours.red : same),
  };
}

/** How a rate stands to its goal as one sign, readable without colour. */
export function signOf({ kind }: Standing): string {
  switch (kind) {
    case "held":
      return "✓";
    case "missed":
      return "✗";
    case "held-by-chance":
    case "missed-by-chance":
      return "≈";
    case "no-goal":
    case "no-evidence":
      return " ";
  }
}
