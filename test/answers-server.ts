import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { nextBatch, noteBatch } from "../src/ledger/batches.ts";
import { syncColumns } from "../src/ledger/columns.ts";
import { judge } from "../src/promises/judge.ts";
import type { Store } from "../src/storage/store.ts";
import { inserting } from "./agreement/load.ts";
import { experienceOf } from "./experiences.ts";
import { eventsOf, type Happened } from "./happened.ts";
import type { World } from "./ledger.ts";
import { madeHouse, openTestServer, type TestServer } from "./server.ts";

type Headers = Readonly<Record<string, string>>;

/** A server on an experience file and what happened, judged as of a moment. */
export interface AnswersServer extends TestServer {
  readonly file: string;
  /** More happens; it is judged by the experience that holds, as of the same moment, by the server itself once it listens. */
  happen(events: readonly Happened[]): Promise<void>;
  judge(): Promise<void>;
}

/** Such a server, and what proves one person of each of these roles. */
export interface Answers {
  readonly server: AnswersServer;
  readonly agent: Headers;
  readonly editor: Headers;
  readonly viewer: Headers;
}

/** A server for all tests of a file or of a `describe`: opened before the first and closed after the last. */
export function openedAnswers(...asked: Parameters<typeof openAnswersServer>): Answers {
  let answers: Answers | undefined;
  const open = (): Answers => {
    if (answers === undefined) throw new Error("the server is not open yet");
    return answers;
  };
  beforeAll(async () => {
    const server = await openAnswersServer(...asked);
    const [agent, editor, viewer] = [
      await server.token("agent"),
      await server.token("editor"),
      await server.token("viewer"),
    ];
    answers = { server, agent, editor, viewer };
  });
  afterAll(() => answers?.server.dispose());
  return {
    get server() {
      return open().server;
    },
    get agent() {
      return open().agent;
    },
    get editor() {
      return open().editor;
    },
    get viewer() {
      return open().viewer;
    },
  };
}

async function openAnswersServer(
  text: string,
  events: readonly Happened[],
  asOf: string,
  environment: Headers = {},
): Promise<AnswersServer> {
  const folder = mkdtempSync(join(tmpdir(), "kept-answers-"));
  const file = join(folder, "experience.yaml");
  writeFileSync(file, text);
  const server = await openTestServer(
    { KEPT_EXPERIENCE: file, KEPT_API_PER_MINUTE: "100000", KEPT_SIGN_IN_PER_MINUTE: "1000", ...environment },
    () => Date.parse(asOf),
    madeHouse(judgedWorld(text, events, asOf)),
  );
  const { store } = server.rooms.house;
  let place = events.length;

  async function judgeNow(): Promise<void> {
    const experience = server.rooms.shelf.current()?.experience;
    if (experience === undefined) return;
    await judge(store, experience, Date.parse(asOf));
    server.rooms.prepared.judged();
    server.rooms.work.judged();
  }
  return {
    ...server,
    file,
    async happen(more) {
      await add(store, more, place);
      place += more.length;
      if (!server.app.server.listening) await judgeNow();
    },
    judge: judgeNow,
    async dispose() {
      await server.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What happened, judged by the text of an experience file. */
const judgedWorld = (text: string, events: readonly Happened[], asOf: string): World => ({
  name: createHash("sha256")
    .update(JSON.stringify([text, events, asOf]))
    .digest("hex")
    .slice(0, 16),
  async fill(store) {
    const experience = experienceOf(text);
    await syncColumns(store, experience);
    if (events.length === 0) return;
    await add(store, events, 0);
    await judge(store, experience, Date.parse(asOf));
  },
});

/** As a batch of its own, the first of them called `e` and this place. */
async function add(store: Store, events: readonly Happened[], place: number): Promise<void> {
  const begun = Date.now();
  const batch = await nextBatch(store, begun, "import");
  await store.run(inserting(eventsOf(events, place), batch));
  await noteBatch(store, { batch, source: "test", begun, finished: Date.now(), rows: 0, duplicates: 0, rejected: 0 });
}
