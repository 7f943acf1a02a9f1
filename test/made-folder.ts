import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of what is made once in a run of the tests: see made.ts. */
    readonly made: string;
  }
}

/** Before the first file of tests and after the last. */
export default function madeFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "kept-made-"));
  // As root, PostgreSQL runs as somebody else, who must be able to come in.
  chmodSync(folder, 0o711);
  project.provide("made", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
