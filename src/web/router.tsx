import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { z } from "zod";
import { asking } from "./api/asking.ts";
import { addressOf, type Query } from "./api/call.ts";
import { GAPS_SEARCH, PROMISE_SEARCH } from "./filter/filter.ts";
import { JOURNEY_SEARCH } from "./journey/search.ts";
import { MEND_SEARCH } from "./mend/search.ts";
import { isOut, me } from "./session/me.ts";
import { Loading } from "./shell/loading.tsx";
import { NoPage } from "./shell/no-page.tsx";
import { Shell } from "./shell/shell.tsx";
import { Trouble } from "./shell/trouble.tsx";

const root = createRootRouteWithContext()({ component: Outlet, notFoundComponent: NoPage, errorComponent: Trouble });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: z.object({ to: z.string().startsWith("/").optional().catch(undefined) }),
  component: lazyRouteComponent(() => import("./session/sign-in-page.tsx"), "SignInPage"),
});
const join = createRoute({
  getParentRoute: () => root,
  path: "/join",
  component: lazyRouteComponent(() => import("./session/join-page.tsx"), "JoinPage"),
});
/** In the frame of a help desk: no session, and nothing else within reach. */
const embed = createRoute({
  getParentRoute: () => root,
  path: "/embed/brief",
  validateSearch: z.object({ pass: z.string().catch("") }),
  component: lazyRouteComponent(() => import("./customer/embed-page.tsx"), "EmbedPage"),
});

/** Everything inside needs somebody who is signed in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Shell,
  beforeLoad: async ({ location }) => {
    try {
      return { me: await asking.ensureQueryData(me) };
    } catch (error) {
      if (isOut(error)) throw redirect({ to: "/sign-in", search: { to: location.href } });
      throw error;
    }
  },
});

const gaps = createRoute({
  getParentRoute: () => inside,
  path: "/",
  validateSearch: GAPS_SEARCH,
  component: lazyRouteComponent(() => import("./gaps/gaps-page.tsx"), "GapsPage"),
});
const promise = createRoute({
  getParentRoute: () => inside,
  path: "/promises/$name",
  validateSearch: PROMISE_SEARCH,
  component: lazyRouteComponent(() => import("./promise/promise-page.tsx"), "PromisePage"),
});
const journeys = createRoute({
  getParentRoute: () => inside,
  path: "/journeys",
  component: lazyRouteComponent(() => import("./journey/journeys-page.tsx"), "JourneysPage"),
});
const journey = createRoute({
  getParentRoute: () => inside,
  path: "/journeys/$name",
  validateSearch: JOURNEY_SEARCH,
  component: lazyRouteComponent(() => import("./journey/journey-page.tsx"), "JourneyPage"),
});
const customers = createRoute({
  getParentRoute: () => inside,
  path: "/customers",
  validateSearch: z.object({ search: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import("./customer/customers-page.tsx"), "CustomersPage"),
});
const customer = createRoute({
  getParentRoute: () => inside,
  path: "/customers/$id",
  component: lazyRouteComponent(() => import("./customer/customer-page.tsx"), "CustomerPage"),
});
const mend = createRoute({
  getParentRoute: () => inside,
  path: "/mend",
  validateSearch: MEND_SEARCH,
  component: lazyRouteComponent(() => import("./mend/mend-page.tsx"), "MendPage"),
});
const setUp = createRoute({
  getParentRoute: () => inside,
  path: "/set-up",
  component: lazyRouteComponent(() => import("./set-up/set-up-page.tsx"), "SetUpPage"),
});
const setUpStart = createRoute({
  getParentRoute: () => setUp,
  path: "/",
  component: lazyRouteComponent(() => import("./set-up/start/start-page.tsx"), "StartPage"),
});
const setUpData = createRoute({
  getParentRoute: () => setUp,
  path: "/data",
  component: lazyRouteComponent(() => import("./set-up/data/data-page.tsx"), "DataPage"),
});
const setUpExperience = createRoute({
  getParentRoute: () => setUp,
  path: "/experience",
  validateSearch: z.object({ template: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import("./set-up/experience/experience-page.tsx"), "ExperiencePage"),
});
const setUpKeys = createRoute({
  getParentRoute: () => setUp,
  path: "/keys",
  component: lazyRouteComponent(() => import("./set-up/keys/keys-page.tsx"), "KeysPage"),
});
const setUpNews = createRoute({
  getParentRoute: () => setUp,
  path: "/news",
  component: lazyRouteComponent(() => import("./set-up/news/news-page.tsx"), "NewsPage"),
});
const setUpRooms = setUp.addChildren([setUpStart, setUpData, setUpExperience, setUpKeys, setUpNews]);
const people = createRoute({
  getParentRoute: () => inside,
  path: "/people",
  component: lazyRouteComponent(() => import("./people/people-page.tsx"), "PeoplePage"),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: "/me",
  component: lazyRouteComponent(() => import("./session/account-page.tsx"), "AccountPage"),
});

const routes = root.addChildren([
  signIn,
  join,
  embed,
  inside.addChildren([gaps, promise, journeys, journey, customers, customer, mend, setUpRooms, people, account]),
]);

/** Addresses as the API writes them: a name once for each of its values. */
function parseSearch(text: string): Record<string, string | string[]> {
  const search = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}
const stringifySearch = (search: Record<string, unknown>): string => addressOf("", search as Query);

/** All addresses and the pages behind them. */
export const router = createRouter({
  routeTree: routes,
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultPendingComponent: Loading,
  defaultErrorComponent: Trouble,
  defaultNotFoundComponent: NoPage,
  scrollRestoration: true,
});

/** Whose session is over is led to the door, and from there back to where they were. */
asking.getQueryCache().subscribe((event) => {
  const { matches, resolvedLocation } = router.state;
  const failed = event.type === "updated" && event.action.type === "error" && isOut(event.action.error);
  if (failed && resolvedLocation !== undefined && matches.some(({ routeId }) => routeId === inside.id))
    void router.navigate({ to: "/sign-in", search: { to: resolvedLocation.href }, replace: true });
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
