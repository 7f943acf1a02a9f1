import { join } from "node:path";

/** How chDB is opened: what belongs to the engine as a whole and cannot be set for a statement. */
export function chdbArguments(memory: number, home: string): readonly string[] {
  const args = {
    // Some of what the process takes is not counted.
    max_server_memory_usage: share(memory, 0.9),
    mark_cache_size: share(memory, 1 / 16),
    index_mark_cache_size: share(memory, 1 / 64),
    query_condition_cache_size: share(memory, 1 / 64),
    // A statement longer than this could not be read before its own settings are.
    max_query_size: 256 * 2 ** 20,
    // BACKUP and RESTORE reach no other folder.
    "backups.allowed_path": join(home, "backups"),
  };
  return Object.entries(args).map(([name, value]) => `--${name}=${value}`);
}

const share = (memory: number, part: number) => Math.floor(memory * part);
