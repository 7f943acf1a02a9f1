import { join } from "node:path";
import type { Experience } from "../src/language/experience.ts";
import { readExperience } from "../src/language/read.ts";
import { checkExperienceFile } from "../src/language/read-file.ts";
import { packageRoot } from "../src/storage/package.ts";

/** An experience from its YAML; the test fails on any fault. */
export function experienceOf(yaml: string): Experience {
  return faultless(readExperience(yaml, "experience.yaml"));
}

/** The file of one of the experiences that come with Kept. */
export const galleryFile = (name: string): string => join(packageRoot, "experiences", name, "experience.yaml");

/** One of the experiences that come with Kept. */
export const gallery = (name: string): Experience => experienceIn(galleryFile(name));

/** An experience from its file; the test fails on any fault. */
export const experienceIn = (file: string): Experience => faultless(checkExperienceFile(file));

function faultless({ experience, diagnostics }: ReturnType<typeof readExperience>): Experience {
  if (experience === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, 5), undefined, 1));
  return experience;
}
