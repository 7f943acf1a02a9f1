import { KeptError } from "../../kept-error.ts";
import { lookAtFile } from "../../ledger/import/look.ts";
import type { Uploads } from "../../ledger/uploads.ts";
import { answers } from "../answers.ts";
import type { App, Rooms } from "../app.ts";
import { about, fileOf, MAPPED, own, plainly } from "./file.ts";
import { LOOK, lookOf } from "./schemas.ts";

/** Looking at a file before anything of it comes in. */
export function lookRoutes(app: App, { house, shelf }: Rooms, uploads: Uploads): void {
  app.post(
    "/api/sources/look",
    {
      ...own,
      schema: {
        ...about("What a file seems to hold, and its first rows as they would be read; nothing is imported"),
        body: MAPPED,
        response: answers(LOOK),
      },
    },
    async ({ body: { file, ...mapping } }) => {
      const { path, name } = await fileOf(house.state, uploads, file);
      const experience = shelf.current()?.experience;
      const timezone = mapping.timezone ?? experience?.timezone ?? "UTC";
      const look = await lookAtFile(house.store, experience, path, { ...mapping, now: house.now }).catch(
        refusing(path, name),
      );
      const trouble = look.trouble && { ...look.trouble, words: plainly(look.trouble.words, path, name) };
      return lookOf({ ...look, trouble }, timezone);
    },
  );
}

const UNWELL = new Set(["engine-gone", "engine-start", "closed", "memory", "disk-full", "server-unreachable"]);

/** What is wrong with a file is said to whom it belongs. */
const refusing =
  (path: string, name: string) =>
  (thrown: unknown): never => {
    if (!(thrown instanceof KeptError) || thrown.status !== undefined || UNWELL.has(thrown.code)) throw thrown;
    throw new KeptError(thrown.code, plainly(thrown.message, path, name), { status: 422, cause: thrown });
  };
