import { KeptError } from "../../kept-error.ts";

/** A failure of the engine's to read a file or to run a source, as one sentence; any other failure as it is. */
export function unreadable(label: string, format: string, thrown: unknown): unknown {
  if (!(thrown instanceof KeptError) || thrown.code !== "query-failed") return thrown;
  const said = engineMessage(thrown);
  const options = { cause: thrown.cause };
  const missing =
    /File (\S+) doesn't exist|Cannot open file ([^,:]+)|(\S+): no files|There are no files .*'([^']*)'/.exec(said);
  const place = /\(line (\d+), col (\d+)\)/.exec(said);
  if (format === "SQL") {
    if (missing)
      return new KeptError(
        "missing-file",
        `${label} reads ${missing.slice(1).find(Boolean)}, which is not there; check --data.`,
        options,
      );
    const where = place ? `, line ${Number(place[1]) - 1}` : "";
    return new KeptError("source-failed", `${label}${where} cannot be run: ${firstSentence(said)}.`, options);
  }
  if (/ZLIB_INFLATE|inflate failed/.test(said)) {
    return new KeptError("not-gzip", `${label} is damaged: it cannot be unpacked to its end; fetch it again.`, options);
  }
  const words = `${label} cannot be read as ${format}: ${firstSentence(said)}; correct the file and import it again.`;
  return new KeptError("unreadable-file", words, options);
}

/** For `catch`: throws on a failure to read this table. */
export const unreadableIn =
  ({ label, format }: { readonly label: string; readonly format: string }) =>
  (thrown: unknown): never => {
    throw unreadable(label, format, thrown);
  };

/** What the engine itself said, without our words around it. */
function engineMessage({ cause, message }: KeptError): string {
  const engine: unknown = typeof cause === "object" && cause !== null ? Reflect.get(cause, "engine") : undefined;
  return engine instanceof Error ? engine.message : message;
}

function firstSentence(said: string): string {
  const line = said.split("\n").find((one) => one.trim() !== "") ?? said;
  const plain = line
    .replace(/^Code: \d+\. DB::Exception: /, "")
    .replace(/:?\s*\(in file\/uri.*$/, "")
    .trim();
  return plain.replace(/[.:;,\s]+$/, "").slice(0, 300);
}
