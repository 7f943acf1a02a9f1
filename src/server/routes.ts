import type { App, Rooms } from "./app.ts";
import { healthRoutes } from "./health.ts";
import { metricsRoutes } from "./metrics.ts";

/** Every room of the server: a file of routes for each concept. */
export const ROUTES: readonly ((app: App, rooms: Rooms) => void | Promise<void>)[] = [healthRoutes, metricsRoutes];
