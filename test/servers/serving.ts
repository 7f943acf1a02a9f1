import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../src/storage/package.ts";
import { until } from "../ledger.ts";

/** The real program as a company runs it. */
export interface Serving {
  readonly child: ChildProcess;
  readonly url: string;
  /** What it said to the operator. */
  told(): string;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Stops it as an init system does; returns how it ended. */
  stop(): Promise<number | string>;
}

/** `kept serve` with these settings and no others; resolves when it listens, or has ended. */
export async function serve(
  folder: string,
  settings: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<Serving> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(KEPT_|NODE_OPTIONS$)/.test(name));
  const program = join(packageRoot, "dist/cli/main.js");
  const child = spawn(process.execPath, [program, "serve", "--port", "0", ...words], {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), KEPT_ENGINE_LINGER: "0", KEPT_LOG_LEVEL: "error", ...settings },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
  });
  let over = false;
  const ended = new Promise<number | string>((tell) =>
    child.once("exit", (code, signal) => {
      over = true;
      tell(code ?? String(signal));
    }),
  );
  const address = () => /listens on (\S+)/.exec(text)?.[1];
  await until(() => over || address() !== undefined);
  return {
    child,
    url: address() ?? "",
    told: () => text,
    ended,
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** Posts JSON; the status, and what came back. */
export async function post(
  url: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly headers: Headers; readonly body: unknown }> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json().catch(() => undefined) };
}
