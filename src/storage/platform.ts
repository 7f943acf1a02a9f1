import { KeptError } from "../kept-error.ts";

/** The C library of a Linux; nothing elsewhere. */
export function libc(): string | undefined {
  if (process.platform !== "linux") return undefined;
  // Else the report asks the network for the names of our peers.
  Reflect.set(process.report, "excludeNetwork", true);
  const header: unknown = Reflect.get(process.report.getReport(), "header");
  const version: unknown = typeof header === "object" && header !== null && Reflect.get(header, "glibcVersionRuntime");
  return typeof version === "string" ? `glibc ${version}` : "musl";
}

/** Kept's own engine exists for Linux with glibc and for macOS. */
export function isSupported(): boolean {
  if (!["x64", "arm64"].includes(process.arch)) return false;
  return process.platform === "darwin" || (process.platform === "linux" && libc() !== "musl");
}

export function checkPlatform(): void {
  if (isSupported()) return;
  const here = [process.platform, process.arch, libc()].filter(Boolean).join(" ");
  const words = `Kept's own engine does not run on ${here}; name a ClickHouse server in KEPT_CLICKHOUSE_URL.`;
  throw new KeptError("platform", words);
}
