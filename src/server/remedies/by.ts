import { KeptError } from "../../kept-error.ts";
import type { Caller } from "../../people/caller.ts";
import type { Colleague } from "../../remedies/case.ts";
import type { State } from "../../storage/postgres/state.ts";

/** The person who asks, or whose token asks. */
export function personOf(caller: Caller): { readonly id: string } {
  if (caller.kind === "person") return caller;
  if (caller.kind === "token") return { id: caller.ownerId };
  throw new Error("The route does not declare that only persons and their tokens may use it.");
}

/** The same with the name by which others know them. */
export async function colleagueBehind({ db }: State, caller: Caller): Promise<Colleague> {
  const { id } = personOf(caller);
  const row = await db.selectFrom("users").select(["id", "name"]).where("id", "=", id).executeTakeFirst();
  if (row !== undefined) return row;
  throw new KeptError("not-signed-in", "Whoever asks is not here any more.", { status: 401 });
}
