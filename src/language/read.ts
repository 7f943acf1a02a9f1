import type { Diagnostic } from "./diagnostic.ts";
import type { Experience } from "./experience.ts";
import { openReport } from "./report.ts";
import { resolveExperience } from "./resolve/resolve.ts";
import type { Section } from "./schema.ts";
import { checkShape } from "./shape.ts";
import { reportDoubts } from "./warnings.ts";
import { readYaml } from "./yaml.ts";

/** What reading a file came to. */
export interface Reading {
  /** undefined when there is any fault. */
  readonly experience: Experience | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads an experience file: all faults and warnings at once.
 *
 *   source ──readYaml──▶ data and places ──checkShape──▶ what fits the schema ──resolveExperience──▶ Experience
 */
export function readExperience(source: string, file: string): Reading {
  const tree = readYaml(source);
  const report = openReport(tree, file);
  if (tree.value === undefined) return { experience: undefined, diagnostics: report.diagnostics() };
  const shape = checkShape(tree.value, report);
  if (!shape) return { experience: undefined, diagnostics: report.diagnostics() };
  const names = (section: Section) => namesIn(tree.value, section);
  const experience = resolveExperience(shape, names, report);
  reportDoubts(experience, shape, report);
  return { experience: report.hasFaults() ? undefined : freeze(experience), diagnostics: report.diagnostics() };
}

function namesIn(value: unknown, section: Section): readonly string[] {
  const map =
    typeof value === "object" && value !== null && section in value ? (value as Record<string, unknown>)[section] : {};
  return typeof map === "object" && map !== null ? Object.keys(map) : [];
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}
