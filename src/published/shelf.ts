import { statSync } from "node:fs";
import type { Diagnostic } from "../language/diagnostic.ts";
import type { Experience } from "../language/experience.ts";
import { readExperience } from "../language/read.ts";
import { readExperienceText } from "../language/read-file.ts";
import type { State } from "../storage/postgres/state.ts";
import { latestVersion } from "./history.ts";

/** The experience file that holds just now. */
export interface Shelved {
  /** 0: the file beside the server, as long as nothing is published. */
  readonly version: number;
  readonly text: string;
  /** undefined: the file has faults; what is published has none. */
  readonly experience: Experience | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Shelf {
  /** undefined: nothing is published and there is no file. */
  current(): Shelved | undefined;
  /** Reads anew; awaited after publishing on this server. Others hear of it by themselves. */
  reload(): Promise<void>;
  close(): void;
}

/** What faults of a published text are told to be in. */
export const PUBLISHED_NAME = "experience.yaml";

/** What is published last, else the file; both are read again when they change. */
export async function openShelf(state: State, file: string): Promise<Shelf> {
  let published: Shelved | undefined;
  let beside: { readonly changed: number; readonly shelved: Shelved | undefined } | undefined;

  async function reload(): Promise<void> {
    const latest = await latestVersion(state);
    // Of two who ask at once the later answer may be the older one.
    if (latest === undefined || latest.version <= (published?.version ?? 0)) return;
    published = { version: latest.version, text: latest.text, ...readExperience(latest.text, PUBLISHED_NAME) };
  }
  function fromFile(): Shelved | undefined {
    const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1;
    if (beside?.changed !== changed) beside = { changed, shelved: changed < 0 ? undefined : shelve(file) };
    return beside.shelved;
  }
  const silence = await state.listen("experience", () => void reload().catch(() => {}));
  await reload();
  return { current: () => published ?? fromFile(), reload, close: silence };
}

function shelve(file: string): Shelved {
  const text = readExperienceText(file);
  return { version: 0, text, ...readExperience(text, file) };
}
