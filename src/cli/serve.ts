import { Command } from "commander";
import { KeptError } from "../kept-error.ts";
import type { Server } from "../server/build.ts";
import type { Config } from "../server/config/config.ts";
import { environmentOf, readConfig } from "../server/config/read.ts";
import { onExperience, type Place } from "./context.ts";
import { tell } from "./output.ts";
import { stopAsked } from "./stop-asked.ts";

interface Options extends Place {
  readonly config?: string;
  readonly host?: string;
  readonly port?: string;
}

/** `kept serve`: the server, until it is told to stop. */
export function serveCommand(): Command {
  return onExperience(new Command("serve"))
    .description("the server: takes events, judges promises as they come, answers many people")
    .option("--config <file>", "the settings (default: KEPT_CONFIG, else kept.yaml where there is one)")
    .option("--host <address>", "the address to listen on (default: 127.0.0.1)")
    .option("--port <n>", "the port to listen on (default: 4400)")
    .addHelpText("after", "\nExample:\n  kept serve --port 8080\n\nAll settings: docs/server.md")
    .action(async (options: Options) => serve(readConfig(chosen(options), options.config)));
}

/** What is said on the command line goes before the environment. */
function chosen({ home, experience, host, port }: Options): NodeJS.ProcessEnv {
  const said = { KEPT_HOME: home, KEPT_EXPERIENCE: experience, KEPT_HOST: host, KEPT_PORT: port };
  return { ...process.env, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
}

async function serve(config: Config): Promise<void> {
  const stop = stopAsked();
  const environment = environmentOf(config, process.env);
  // Only here: other commands need none of it. The server is read while the engines start: both take a while.
  const reading = import("../server/build.ts");
  const { openHouse } = await import("../house.ts");
  const house = await openHouse({ home: config.home, environment, now: Date.now });
  try {
    const { buildServer } = await reading;
    const server = await buildServer(house, config);
    try {
      const token = await ownersToken(server);
      const address = await listen(server, config);
      tell(`Kept listens on ${address}\n${unjudged(server)}`);
      if (token !== undefined) tell(welcome(config, address, token));
      await stop;
      leaveAfterAll();
    } finally {
      // No more requests first, then what runs ends, then the engines.
      await server.app.close();
    }
  } finally {
    await house.close();
  }
  tell("Kept has stopped.\n");
}

/** Ms for what is under way to end. */
const GRACE = 60_000;

/** Whatever is cut off then is begun anew at the next start: nothing that was acknowledged is lost. */
function leaveAfterAll(): void {
  const words =
    "Something that is under way does not end; Kept stops all the same, and begins it anew when it starts again.";
  setTimeout(() => {
    tell(`${words}\n`);
    process.exit(1);
  }, GRACE).unref();
}

async function listen({ app }: Server, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (thrown) {
    const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : String(thrown);
    const words: Readonly<Record<string, string>> = {
      EADDRINUSE: `Port ${port} on ${host} is taken; end what listens there, or name another with --port.`,
      EACCES: `Port ${port} may be opened by root only; name one above 1023 with --port.`,
      EADDRNOTAVAIL: `${host} is no address of this machine; name one of its own with --host.`,
    };
    throw new KeptError("cannot-listen", words[code] ?? `Cannot listen on ${host}:${port} (${code}).`, {
      cause: thrown,
    });
  }
}

/** Without promises a server takes events and judges none: whoever starts it should know. */
function unjudged({ rooms: { shelf, config } }: Server): string {
  const file = config.experience;
  const current = shelf.current();
  if (current === undefined)
    return `There is no ${file}: nothing is judged until it is there, or promises are published on the page /set-up/experience.\n`;
  if (current.experience === undefined)
    return `${file} has faults: nothing is judged until \`kept check ${file}\` finds none.\n`;
  return "";
}

/** Until somebody is owner, every start makes a new link by which to become it. */
async function ownersToken({ rooms: { house, config } }: Server): Promise<string | undefined> {
  const [{ hasOwner }, { invite }] = await Promise.all([
    import("../people/people.ts"),
    import("../people/invitations.ts"),
  ]);
  if (await hasOwner(house.state)) return undefined;
  const owner = { email: undefined, role: "owner", invitedBy: undefined, hours: config["invitation-hours"] } as const;
  return (await invite(house.state, house.now(), owner)).token;
}

function welcome(config: Config, address: string, token: string): string {
  const url = config.url ?? address.replace("127.0.0.1", "localhost");
  return `Nobody is owner yet. Become it here, within ${config["invitation-hours"]} hours:\n  ${url}/join#${token}\n`;
}
