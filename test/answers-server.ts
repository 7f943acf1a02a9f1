import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readExperience } from "../src/language/read.ts";
import { nextBatch, noteBatch } from "../src/ledger/batches.ts";
import { syncColumns } from "../src/ledger/columns.ts";
import { judge } from "../src/promises/judge.ts";
import { natural, sql, texts } from "../src/sql/sql.ts";
import { openTestServer, type TestServer } from "./server.ts";

/** Something that happened: who, when (ISO), what, and what is known of it; its id is `e` and its place. */
export type Happened = readonly [
  customer: string,
  at: string,
  name: string,
  properties?: Readonly<Record<string, unknown>>,
];

/** A server on an experience file and what happened, judged as of a moment; for `beforeAll`. */
export interface AnswersServer extends TestServer {
  readonly file: string;
  /** More happens; it is judged by the experience that holds, as of the same moment, by the server itself once it listens. */
  happen(events: readonly Happened[]): Promise<void>;
  judge(): Promise<void>;
}

export async function openAnswersServer(
  text: string,
  events: readonly Happened[],
  asOf: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<AnswersServer> {
  const folder = mkdtempSync(join(tmpdir(), "kept-answers-"));
  const file = join(folder, "experience.yaml");
  writeFileSync(file, text);
  const server = await openTestServer(
    { KEPT_EXPERIENCE: file, KEPT_API_PER_MINUTE: "100000", KEPT_SIGN_IN_PER_MINUTE: "1000", ...environment },
    () => Date.parse(asOf),
  );
  const { store } = server.rooms.house;
  let place = 0;

  async function judgeNow(): Promise<void> {
    const experience = server.rooms.shelf.current()?.experience;
    if (experience !== undefined) await judge(store, experience, Date.parse(asOf));
  }
  async function happen(more: readonly Happened[]): Promise<void> {
    const batch = await nextBatch(store, Date.now());
    const column = (value: (event: Happened) => string) => texts(more.map(value));
    const ids = texts(more.map(() => `e${place++}`));
    await store.run(sql`insert into events (customer, name, at, received, source, id, batch, properties)
select customer, name, parseDateTime64BestEffort(at, 3, 'UTC'), parseDateTime64BestEffort(at, 3, 'UTC'), 'test', id, ${natural(batch)}, properties
from (select ${column(([customer]) => customer)} as customer, ${column(([, , name]) => name)} as name, ${column(([, at]) => at)} as at,
  ${ids} as id, ${column(([, , , properties]) => JSON.stringify(properties ?? {}))} as properties)
array join customer, name, at, id, properties`);
    await noteBatch(store, {
      batch,
      source: "test",
      begun: Date.now(),
      finished: Date.now(),
      rows: 0,
      duplicates: 0,
      rejected: 0,
    });
    if (!server.app.server.listening) await judgeNow();
  }

  const { experience } = readExperience(text, file);
  if (experience === undefined) throw new Error("the experience of the test has faults");
  await syncColumns(store, experience);
  if (events.length > 0) await happen(events);
  return {
    ...server,
    file,
    happen,
    judge: judgeNow,
    async dispose() {
      await server.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
