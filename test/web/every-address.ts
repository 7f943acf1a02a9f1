import type { DemoServer } from "./demo-server.ts";

/** One page to look at: under which name, where, and what must be there before it counts as shown. */
export interface Address {
  readonly name: string;
  readonly path: string;
  /** Who is not signed in may see it. */
  readonly open?: boolean;
}

/** The setting without which there is no brief for a frame. */
export const FRAMED = { KEPT_EMBED_ORIGINS: "https://desk.example.org" };

/** Every page of the web on a demo world, with a customer who has something to tell. */
export async function everyAddress({ rooms, app, token }: DemoServer): Promise<readonly Address[]> {
  const [one] = await rooms.house.store.rows<{ readonly customer: string }>({
    piece: "sql",
    pieces: ["select customer from events group by customer order by count() desc, customer limit 1"],
  });
  const payload = { customer: one?.customer ?? "nobody" };
  const customer = encodeURIComponent(payload.customer);
  const frame = await app.inject({ method: "POST", url: "/api/embeds", headers: await token("agent"), payload });
  const { pathname, search } = new URL(frame.json<{ link: string }>().link);
  return [
    { name: "sign-in", path: "/sign-in", open: true },
    { name: "join", path: "/join", open: true },
    { name: "embed", path: pathname + search, open: true },
    { name: "gaps", path: "/" },
    { name: "promise", path: "/promises/washing-within-a-week" },
    { name: "journeys", path: "/journeys" },
    { name: "journey", path: "/journeys/machine-at-home" },
    { name: "journey-step", path: "/journeys/machine-at-home?step=parcel.shipped" },
    { name: "customers", path: "/customers" },
    { name: "customer", path: `/customers/${customer}` },
    { name: "mend", path: "/mend" },
    { name: "set-up", path: "/set-up" },
    { name: "set-up-data", path: "/set-up/data" },
    { name: "set-up-experience", path: "/set-up/experience" },
    { name: "set-up-keys", path: "/set-up/keys" },
    { name: "set-up-news", path: "/set-up/news" },
    { name: "people", path: "/people" },
    { name: "me", path: "/me" },
    { name: "nowhere", path: "/nowhere" },
  ];
}
