import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** A promise whose time runs out while one waits. */
export function writeAnswers(folder: string): string {
  const file = join(folder, "experience.yaml");
  writeFileSync(
    file,
    `kept: 1
name: Answers
timezone: UTC
events: { ask: {}, answer: {} }
promises:
  answered: { says: You get an answer, when: ask, then: answer, expected: 4 seconds }
`,
  );
  return file;
}
