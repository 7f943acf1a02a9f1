import { randomBytes } from "node:crypto";
import { type AddressInfo, createServer } from "node:net";
import { demoAsOf } from "../demo/make.ts";
import type { House } from "../house.ts";
import { KeptError } from "../kept-error.ts";
import { sql } from "../sql/sql.ts";
import { canLiveIn } from "../storage/postgres/operator.ts";
import { tell } from "./output.ts";
import { stopAsked } from "./stop-asked.ts";

const DAY = 86_400_000;
const OWNER = "you@demo.example";

/** Whether somebody sits at a terminal, who wants to see pages; in a pipe the demo ends by itself. */
export const isWatched = (): boolean =>
  process.stdin.isTTY === true && process.stdout.isTTY === true && process.env["CI"] === undefined;

/** Why the demo cannot be opened from a folder; nothing where it can. */
export function whyUnreachable(dir: string): KeptError | undefined {
  if (process.env["KEPT_POSTGRES_URL"] || canLiveIn(dir)) return undefined;
  const words = `The pages need PostgreSQL, which runs as the user postgres, who cannot enter ${dir}: name another folder with --dir (such as /var/tmp/kept-demo), or run Kept as another user.`;
  return new KeptError("home-unreachable", words);
}

/** Serves the demo on this machine until it is told to stop. Its clock goes on where its year ended, or the last time. */
export async function serveDemo(place: { readonly home: string; readonly experience: string }): Promise<void> {
  const stop = stopAsked();
  const [{ environmentOf, readConfig }, { openHouse }, { buildServer }] = await Promise.all([
    import("../server/config/read.ts"),
    import("../house.ts"),
    import("../server/build.ts"),
  ]);
  const { port, release } = await holdPort(4400);
  const address = `http://localhost:${port}`;
  const settings = {
    KEPT_HOME: place.home,
    KEPT_EXPERIENCE: place.experience,
    KEPT_PORT: String(port),
    KEPT_URL: address,
  };
  const config = readConfig({ ...settings, KEPT_LOG_LEVEL: "error" });
  const begun = Date.now();
  let from = demoAsOf;
  const now = () => from + (Date.now() - begun);
  const house = await openHouse({ home: place.home, environment: environmentOf(config, process.env), now });
  try {
    from = await lastMoment(house);
    const server = await buildServer(house, config);
    try {
      const password = randomBytes(24).toString("base64url");
      await makeOwner(server.rooms, password);
      const secret = server.rooms.oneTime.make({ email: OWNER, password }, DAY);
      await release();
      await server.app.listen({ port, host: "127.0.0.1" });
      const link = `${address}/sign-in#once=${secret}`;
      tell(`\nThe demo is open. This link signs you in, once, on this machine:\n  ${link}\n\nCtrl-C stops it.\n`);
      await openBrowser(link);
      await stop;
    } finally {
      await server.app.close();
    }
  } finally {
    await house.close();
  }
  tell("The demo has stopped.\n");
}

/** The last moment that anything knows of: what comes now comes later. */
export async function lastMoment({ store, state }: Pick<House, "store" | "state">): Promise<number> {
  const { readAudit } = await import("../people/audit.ts");
  const [[entry], [row]] = await Promise.all([
    readAudit(state, 1),
    store.rows<{ readonly last: string }>(
      sql`SELECT toString(toUnixTimestamp64Milli(max(received))) AS last FROM events`,
    ),
  ]);
  return Math.max(demoAsOf, entry?.at.getTime() ?? 0, Number(row?.last ?? 0));
}

/** The owner of the demo has a new password each time, which nobody is told. */
async function makeOwner({ house, signIn }: import("../server/app.ts").Rooms, password: string): Promise<void> {
  const { acceptInvitation, invite } = await import("../people/invitations.ts");
  const { state } = house;
  const passwordHash = await signIn.hashPassword(password);
  const known = await state.db.selectFrom("users").select("id").where("email", "=", OWNER).executeTakeFirst();
  if (known !== undefined) {
    await state.db.updateTable("accounts").set({ password: passwordHash }).where("user_id", "=", known.id).execute();
    return;
  }
  const owner = { email: OWNER, role: "owner", invitedBy: undefined, hours: 1 } as const;
  const { token } = await invite(state, house.now(), owner);
  await acceptInvitation(state, house.now(), token, { name: "You", email: OWNER, passwordHash });
}

interface HeldPort {
  readonly port: number;
  /** Leaves it to whoever listens next. */
  release(): Promise<void>;
}

/** The usual port, or where that is taken any other; held while the engines start, or a second demo would take it too. */
export function holdPort(wanted: number): Promise<HeldPort> {
  return new Promise((resolve, reject) => {
    const holder = createServer((stranger) => stranger.destroy());
    holder.once("error", (thrown) => (wanted === 0 ? reject(thrown) : resolve(holdPort(0))));
    holder.listen(wanted, "127.0.0.1", () => {
      const { port } = holder.address() as AddressInfo;
      resolve({ port, release: () => new Promise((released) => holder.close(() => released())) });
    });
    holder.unref();
  });
}

/** Only where there is a desktop to open it on. */
async function openBrowser(link: string): Promise<void> {
  const { env, platform } = process;
  const desktop = platform !== "linux" || env["DISPLAY"] !== undefined || env["WAYLAND_DISPLAY"] !== undefined;
  if (!isWatched() || !desktop || env["SSH_CONNECTION"] !== undefined) return;
  const { default: open } = await import("open");
  await open(link).catch(() => {});
}
