import type { Operator, PropertyType } from "../experience.ts";

const numeric = (type: PropertyType): boolean => type === "number" || type === "whole";

/** The type that an arithmetic operator gives for two types; undefined where it takes no such two. */
export function arithmeticType(op: string, a: PropertyType, b: PropertyType): PropertyType | undefined {
  const mixed: PropertyType = a === "whole" && b === "whole" ? "whole" : "number";
  const both = numeric(a) && numeric(b);
  const pair = `${a} ${b}`;
  switch (op) {
    case "+":
      if (pair === "moment duration" || pair === "duration moment") return "moment";
      return both ? mixed : pair === "duration duration" ? "duration" : undefined;
    case "-":
      if (pair === "moment duration") return "moment";
      if (pair === "moment moment" || pair === "duration duration") return "duration";
      return both ? mixed : undefined;
    case "*":
      if ((a === "duration" && numeric(b)) || (numeric(a) && b === "duration")) return "duration";
      return both ? mixed : undefined;
    case "/":
      if (a === "duration" && numeric(b)) return "duration";
      return both || pair === "duration duration" ? "number" : undefined;
    case "%":
      return pair === "whole whole" ? "whole" : undefined;
    default:
      return undefined;
  }
}

export function comparable(a: PropertyType, b: PropertyType): boolean {
  return a === b || (numeric(a) && numeric(b));
}

/** Whether a type has an order: yes and no have none. */
export const ordered = (type: PropertyType): boolean => type !== "yes-no";

/** The type of `a ? b : c`. */
export function branchType(a: PropertyType, b: PropertyType): PropertyType | undefined {
  if (a === b) return a;
  return numeric(a) && numeric(b) ? "number" : undefined;
}

/** How to mend the most frequent mistakes with types. */
export function typeHint(types: readonly PropertyType[]): string {
  const has = (type: PropertyType) => types.includes(type);
  if (has("text") && has("date")) return ' A written-out date is date("2026-12-24").';
  if (has("text") && has("moment")) return ' A written-out moment is timestamp("2026-12-24T18:00:00Z").';
  if (has("text") && has("duration")) return ' A written-out duration is duration("3h").';
  if (has("text") && types.some(numeric)) return " A text stands in quotes, a number without.";
  if (has("duration") && types.some(numeric)) return ' A written-out duration is duration("3h").';
  if (has("moment") && has("date")) return " A date is a whole day, a moment an instant.";
  return "";
}

/** What a function takes and gives. `of` stands before the dot, the rest in the brackets. */
export interface Signature {
  readonly op: Operator;
  readonly form: string;
  readonly takes: readonly (readonly PropertyType[])[];
  readonly gives: PropertyType;
  readonly written: "x.f(y)" | "f(x)" | "either";
}

const text = ["text"] as const;
const readable = ["text", "number", "whole"] as const;

export const FUNCTIONS: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  [
    "startsWith",
    { op: "starts-with", form: 'event.x.startsWith("a")', takes: [text, text], gives: "yes-no", written: "x.f(y)" },
  ],
  [
    "endsWith",
    { op: "ends-with", form: 'event.x.endsWith("a")', takes: [text, text], gives: "yes-no", written: "x.f(y)" },
  ],
  [
    "contains",
    { op: "contains", form: 'event.x.contains("a")', takes: [text, text], gives: "yes-no", written: "x.f(y)" },
  ],
  [
    "matches",
    { op: "matches", form: 'event.x.matches("^a+$")', takes: [text, text], gives: "yes-no", written: "either" },
  ],
  ["size", { op: "size", form: "size(event.x)", takes: [text], gives: "whole", written: "either" }],
  ["lowerAscii", { op: "lower", form: "event.x.lowerAscii()", takes: [text], gives: "text", written: "x.f(y)" }],
  ["upperAscii", { op: "upper", form: "event.x.upperAscii()", takes: [text], gives: "text", written: "x.f(y)" }],
  [
    "string",
    { op: "to-text", form: "string(event.x)", takes: [[...readable, "yes-no"]], gives: "text", written: "f(x)" },
  ],
  ["double", { op: "to-number", form: "double(event.x)", takes: [readable], gives: "number", written: "f(x)" }],
  ["int", { op: "to-whole", form: "int(event.x)", takes: [readable], gives: "whole", written: "f(x)" }],
]);

/** Functions that read a written-out text, and an example of it. */
export const WRITTEN_OUT: ReadonlyMap<string, { readonly type: PropertyType; readonly example: string }> = new Map([
  ["duration", { type: "duration" as const, example: '"1h30m"' }],
  ["timestamp", { type: "moment" as const, example: '"2026-12-24T18:00:00Z"' }],
  ["date", { type: "date" as const, example: '"2026-12-24"' }],
]);
