import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What signs the cookies of this home: made once, readable by us alone. Of two who make it at once, one wins. */
export function secretOf(home: string): string {
  const file = join(home, "secret");
  const draft = `${file}.${process.pid}`;
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
    try {
      linkSync(draft, file);
    } catch {
      // The other's is as good.
    }
    rmSync(draft, { force: true });
    return readFileSync(file, "utf8").trim();
  }
}
