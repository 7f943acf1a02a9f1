import { mcpRoutes } from "./agents/mcp.ts";
import type { App, Rooms } from "./app.ts";
import { customerRoutes } from "./customers/customers.ts";
import { embedRoutes } from "./customers/embeds.ts";
import { personRoutes } from "./customers/person.ts";
import { saidRoutes } from "./customers/said.ts";
import { searchRoutes } from "./customers/search.ts";
import { experienceRoutes } from "./experience/experience.ts";
import { filterRoutes } from "./gaps/filters.ts";
import { homeRoutes } from "./gaps/home.ts";
import { journeyCustomerRoutes } from "./gaps/journey-customers.ts";
import { journeyRoutes } from "./gaps/journeys.ts";
import { promiseRoutes } from "./gaps/promises.ts";
import { reportRoutes } from "./gaps/report.ts";
import { verdictRoutes } from "./gaps/verdicts.ts";
import { healthRoutes } from "./health.ts";
import { doorRoutes } from "./intake/door.ts";
import { judgingRoom } from "./judging-room.ts";
import { metricsRoutes } from "./metrics.ts";
import { liveRoutes } from "./news/live.ts";
import { newsRoom } from "./news/room.ts";
import { auditRoutes } from "./people/audit.ts";
import { invitationRoutes } from "./people/invitations.ts";
import { keyRoutes, tokenRoutes } from "./people/keys.ts";
import { onceRoutes } from "./people/once.ts";
import { peopleRoutes } from "./people/people.ts";
import { providerRoutes } from "./people/provider.ts";
import { sessionRoutes } from "./people/session.ts";
import { caseRoutes } from "./remedies/cases.ts";
import { mendRoutes } from "./remedies/mend.ts";
import { caseWorkRoutes } from "./remedies/work.ts";
import { setUpRoutes } from "./set-up/set-up.ts";
import { sourceRoutes } from "./sources/sources.ts";
import { customerValueRoutes } from "./value/customer.ts";
import { deficitRoutes } from "./value/deficits.ts";
import { valueKeeping } from "./value/keeping.ts";
import { valueRoutes } from "./value/value.ts";
import { pageRoutes } from "./web/pages.ts";
import { webhookRoutes } from "./webhooks/webhooks.ts";

/** Every room of the server: a file of routes for each concept. */
export const ROUTES: readonly ((app: App, rooms: Rooms) => void | Promise<void>)[] = [
  healthRoutes,
  metricsRoutes,
  doorRoutes,
  judgingRoom,
  sessionRoutes,
  providerRoutes,
  onceRoutes,
  invitationRoutes,
  peopleRoutes,
  keyRoutes,
  tokenRoutes,
  auditRoutes,
  personRoutes,
  homeRoutes,
  filterRoutes,
  reportRoutes,
  promiseRoutes,
  journeyRoutes,
  journeyCustomerRoutes,
  verdictRoutes,
  valueRoutes,
  deficitRoutes,
  customerValueRoutes,
  valueKeeping,
  mendRoutes,
  caseRoutes,
  caseWorkRoutes,
  customerRoutes,
  saidRoutes,
  embedRoutes,
  searchRoutes,
  experienceRoutes,
  sourceRoutes,
  setUpRoutes,
  liveRoutes,
  newsRoom,
  webhookRoutes,
  mcpRoutes,
  pageRoutes,
];
