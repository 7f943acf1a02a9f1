import { Gauge, Histogram } from "prom-client";
import { natural, sql } from "../sql/sql.ts";
import type { App, Rooms } from "./app.ts";
import { type Judging, type Round, startJudging } from "./judging.ts";
import { briefly } from "./on-error.ts";

/** More customers than this are not named one by one in the news of a round. */
const FEW = 100;
/** A judge who has not begun a round for so many ms is stuck. */
const STUCK = 300_000;

/** Judges from the moment the server listens until it closes, and tells what came of each round. */
export function judgingRoom(app: App, rooms: Rooms): void {
  let judging: Judging | undefined;
  const { rounds } = counting(rooms, () => judging);
  rooms.arrivals.add(() => judging?.wake());
  app.addHook("onListen", async () => {
    judging = startJudging(rooms.house, {
      experience: async () => rooms.shelf.current()?.experience,
      onRound: (round) => {
        rounds.observe(round.took / 1000);
        void tell(rooms, round).catch((thrown) => app.log.error(briefly(thrown), "a round of judging is not told"));
      },
      onTrouble: (thrown) => app.log.error(briefly(thrown), "judging has trouble"),
    });
  });
  app.addHook("onClose", async () => judging?.stop());
  rooms.ready.set("judging", () => {
    const { judges, last } = judging?.standing ?? { judges: false, last: undefined };
    return !judges || last === undefined || rooms.house.now() - last < STUCK;
  });
}

/** Rounds in which nothing changed are no news. */
async function tell({ house, live }: Rooms, { judged, number, asOf }: Round): Promise<void> {
  if (judged === "nothing") return;
  const changed = await house.store.rows<{ readonly key: string }>(
    sql`select distinct toString(customer_key) as key from changes where number = ${natural(number)} limit ${natural(FEW + 1)}`,
  );
  if (judged === "touched" && changed.length === 0) return;
  const customers = judged === "all" || changed.length > FEW ? null : changed.map(({ key }) => key);
  await live.publish({ kind: "judged", number, as_of: new Date(asOf).toISOString(), judged, customers });
}

function counting({ metrics, house }: Rooms, judging: () => Judging | undefined) {
  const rounds = new Histogram({
    name: "kept_judging_seconds",
    help: "How long rounds of judging take.",
    buckets: [0.1, 0.3, 1, 2, 5, 20, 60, 300],
    registers: [metrics],
  });
  new Gauge({
    name: "kept_judging_behind_seconds",
    help: "How long ago the last round began; 0 where another server judges.",
    registers: [metrics],
    collect() {
      const { judges, last } = judging()?.standing ?? { judges: false, last: undefined };
      this.set(judges && last !== undefined ? (house.now() - last) / 1000 : 0);
    },
  });
  return { rounds };
}
