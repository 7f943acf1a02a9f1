import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";

/** A file's whole path as the engine must be told it. In a name of a file it reads *, ? and brackets as patterns. */
export interface EnginePaths {
  of(path: string): string;
  /** A new file for as long as the import lasts. */
  scratch(extension: string): string;
  dispose(): void;
}

export function openEnginePaths(): EnginePaths {
  let folder: string | undefined;
  let made = 0;
  const scratch = (extension: string) => {
    folder ??= mkdtempSync(join(tmpdir(), "kept-import-"));
    return join(folder, `${++made}${extension}`);
  };
  return {
    scratch,
    of(path) {
      const whole = resolve(path);
      if (!/[*?{}[\]]|::/.test(whole)) return whole;
      const link = scratch(extname(whole));
      symlinkSync(whole, link);
      return link;
    },
    dispose() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
