import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../storage/package.ts";

/** Experience files to start from, and what each is for. */
export const TEMPLATES = {
  minimal: "two promises for a file of customer, event, time and order",
  webshop: "orders, payments, parcels and reviews",
  "help-desk": "tickets, answers and office hours",
  laundry: "the whole demo world: journeys, occasions and all kinds of promises",
} as const;
export type Template = keyof typeof TEMPLATES;

export const templateNames = Object.keys(TEMPLATES) as readonly Template[];
export const isTemplate = (name: string): name is Template => Object.hasOwn(TEMPLATES, name);

export const templateText = (name: Template): string =>
  readFileSync(join(packageRoot, "experiences", name, "experience.yaml"), "utf8");
