import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, resolve } from "node:path";
import { KeptError } from "../../kept-error.ts";

/** Who runs PostgreSQL: we ourselves, or where we are root, which it refuses, the user `postgres`. */
export interface Operator {
  readonly name: string;
  readonly ids: { readonly uid: number; readonly gid: number } | undefined;
}

export function findOperator(): Operator {
  const { uid, username } = userInfo();
  if (uid !== 0) return { name: username, ids: undefined };
  const ids = idsOf("postgres") ?? created();
  return { name: "postgres", ids };
}

function created(): { readonly uid: number; readonly gid: number } {
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", [
    "--system",
    "--gid",
    "postgres",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    "postgres",
  ]);
  const ids = idsOf("postgres");
  if (ids !== undefined) return ids;
  const words =
    "PostgreSQL does not run as root, and the user postgres could not be made; run Kept as another user, or name a server in KEPT_POSTGRES_URL.";
  throw new KeptError("postgres-root", words);
}

function idsOf(name: string): { readonly uid: number; readonly gid: number } | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** Gives a folder to who runs PostgreSQL, and lets them come to it through the home, which is ours. */
export function handOver(operator: Operator, folder: string, home: string): void {
  if (operator.ids === undefined) return;
  chmodSync(home, 0o711);
  if (!openToAll(home)) {
    const words = `PostgreSQL runs as the user postgres, who cannot enter ${home}: name a folder outside root's own with --home (such as /var/lib/kept), or run Kept as another user.`;
    throw new KeptError("home-unreachable", words);
  }
  if (existsSync(folder)) chownSync(folder, operator.ids.uid, operator.ids.gid);
}

/** Whether PostgreSQL can have its home in a folder: as root, it runs as somebody else, who must be able to come in. */
export const canLiveIn = (folder: string): boolean => findOperator().ids === undefined || openToAll(resolve(folder));

/** Whether any user may come to a path: every folder above lets them through. */
export function openToAll(path: string): boolean {
  const above = dirname(path);
  const may = (statSync(path).mode & 0o001) !== 0;
  return may && (above === path || openToAll(above));
}
