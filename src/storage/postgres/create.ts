import { spawn } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { KeptError } from "../../kept-error.ts";
import { handOver, type Operator } from "./operator.ts";
import type { Programs } from "./programs.ts";

export const dataFolder = (home: string) => join(home, "postgres");

/** Makes the database files of a home if there are none; as a whole or not at all, also when killed meanwhile. */
export async function createData(home: string, programs: Programs, operator: Operator): Promise<void> {
  const data = dataFolder(home);
  if (existsSync(data)) return;
  const draft = `${data}.${process.pid}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  handOver(operator, draft, home);
  try {
    await run(programs.initdb, initdbArguments(draft), operator);
    renameSync(draft, data);
  } catch (thrown) {
    // Where somebody else was faster, theirs is as good.
    if (!existsSync(data)) throw thrown;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The built-in provider sorts and compares the same on every machine, whatever locales it has. */
const initdbArguments = (folder: string): readonly string[] => [
  `--pgdata=${folder}`,
  "--username=postgres",
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
  "--auth=peer",
];

/** Who may come: through the socket only, and only who runs Kept. Written before every start, as that may be another. */
export function writeAccess(home: string, operator: Operator): void {
  const data = dataFolder(home);
  const users = [...new Set([userInfo().username, operator.name])];
  const lines = users.flatMap((user) => [`kept "${user}" postgres`, `kept "${user}" kept`]);
  writeFileSync(join(data, "pg_ident.conf"), `${lines.join("\n")}\n`);
  writeFileSync(join(data, "pg_hba.conf"), "local all all peer map=kept\n");
}

function run(program: string, args: readonly string[], operator: Operator): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { cwd: "/", stdio: ["ignore", "ignore", "pipe"], ...operator.ids });
    let said = "";
    child.stderr?.on("data", (piece) => {
      said += String(piece);
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(failed(said));
    });
  });
}

function failed(said: string): KeptError {
  if (/No space left/.test(said))
    return new KeptError("disk-full", "No space is left for the state; make room and try again.");
  const line =
    said
      .trim()
      .split("\n")
      .findLast((each) => each.includes("error:")) ?? said.trim();
  return new KeptError("postgres-start", `The state could not be made: ${line}.`);
}
