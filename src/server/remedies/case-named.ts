import { KeptError } from "../../kept-error.ts";
import type { Case } from "../../remedies/case.ts";
import { atHome } from "../../remedies/home.ts";
import { readCase } from "../../remedies/read.ts";
import { NOTHING } from "../answers.ts";
import type { Rooms } from "../app.ts";
import { type ToldCase, tellCases } from "./told.ts";

/** One case with all that was done and said. Throws KeptError "not-found". */
export async function caseNamed(rooms: Rooms, id: string): Promise<{ readonly found: Case; readonly told: ToldCase }> {
  const known = await readCase(rooms.house.state, id);
  const [found] = await atHome(rooms.house.store, known === undefined ? [] : [known]);
  const [told] = found === undefined ? [] : await tellCases(rooms, [found]);
  if (found === undefined || told === undefined) throw new KeptError(NOTHING.code, "There is no such case.", NOTHING);
  return { found, told };
}
