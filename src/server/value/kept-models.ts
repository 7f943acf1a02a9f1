import { deserialize, serialize } from "node:v8";
import { packageVersion } from "../../storage/package.ts";
import type { Models } from "../../value/findings/models.ts";
import type { Judgement } from "../gaps/judgement.ts";
import type { ReadyAnswers } from "../gaps/ready-answers.ts";

/** What was fitted, as of which judgement, and when. */
export interface Fitted {
  readonly judgement: Judgement;
  /** By the house's clock, in ms. */
  readonly at: number;
  readonly models: Models;
}

/** What was fitted last by the experience that holds, written down for the next start and for other servers. */
export interface KeptModels {
  read(last: Judgement): Promise<Fitted | undefined>;
  write(fitted: Fitted): Promise<void>;
}

export function openKeptModels(ready: ReadyAnswers): KeptModels {
  // Those of another version of the program may be made of something else.
  const key = `models ${packageVersion()}`;
  return {
    async read(last) {
      const found = await ready.read(key, last);
      const known = found && unpack(found.json);
      return known && { judgement: found.judgement, ...known };
    },
    write: ({ judgement, at, models }) => ready.write(key, { judgement, json: pack({ at, models }) }),
  };
}

type Packed = Pick<Fitted, "at" | "models">;

/** JSON itself knows no maps, no columns of numbers, and nothing without end. */
const pack = (fitted: Packed): string => JSON.stringify(serialize(fitted).toString("base64"));

/** Undefined where it cannot be read, as what a later Node.js wrote: then it is fitted anew. */
function unpack(json: string): Packed | undefined {
  try {
    return deserialize(Buffer.from(JSON.parse(json), "base64"));
  } catch {
    return undefined;
  }
}
