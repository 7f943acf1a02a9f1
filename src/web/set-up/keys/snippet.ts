/** The libraries by which events commonly come. */
export const SNIPPETS = [
  { name: "node", words: "analytics-node" },
  { name: "browser", words: "analytics-next" },
  { name: "rudder", words: "RudderStack" },
  { name: "curl", words: "curl" },
  { name: "cloud", words: "CloudEvents" },
] as const;
export type SnippetName = (typeof SNIPPETS)[number]["name"];

/** What to write so that one event comes to this host by this key. */
export function snippetOf(name: SnippetName, host: string, key: string): string {
  switch (name) {
    case "node":
      return `// npm install @segment/analytics-node
import { Analytics } from "@segment/analytics-node";

const analytics = new Analytics({ writeKey: "${key}", host: "${host}" });
analytics.track({ userId: "c-1", event: "order.placed", properties: { order: "1001" } });
await analytics.closeAndFlush();`;
    case "browser":
      return `// npm install @segment/analytics-next
import { AnalyticsBrowser } from "@segment/analytics-next";

const analytics = AnalyticsBrowser.load({ writeKey: "${key}", cdnURL: "${host}" });
analytics.identify("c-1");
analytics.track("order.placed", { order: "1001" });`;
    case "rudder":
      return `// npm install @rudderstack/rudder-sdk-node
import RudderAnalytics from "@rudderstack/rudder-sdk-node";

const rudder = new RudderAnalytics("${key}", { dataPlaneUrl: "${host}" });
rudder.track({ userId: "c-1", event: "order.placed", properties: { order: "1001" } });
rudder.flush();`;
    case "curl":
      return `curl ${host}/v1/track -u ${key}: \\
  -H 'content-type: application/json' \\
  -d '{"userId": "c-1", "event": "order.placed", "properties": {"order": "1001"}}'`;
    case "cloud":
      return `curl ${host}/v1/cloudevents -H 'authorization: Bearer ${key}' \\
  -H 'content-type: application/cloudevents+json' \\
  -d '{"specversion": "1.0", "id": "e-1", "source": "shop", "type": "order.placed",
       "subject": "c-1", "time": "2026-11-01T10:00:00Z", "data": {"order": "1001"}}'`;
  }
}
