import type { Experience } from "./experience.ts";
import type { Report } from "./report.ts";
import type { Remains } from "./schema.ts";

/** What is not wrong but doubtful. Warnings never stop anything. */
export function reportDoubts(_experience: Experience, _file: Remains, _report: Report): void {}
