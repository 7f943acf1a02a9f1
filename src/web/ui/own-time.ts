import { useTimeZone } from "use-intl";
import { formatDay, formatMoment } from "../../report/format/moment.ts";

/** How moments of the house itself are written, such as who did what when: in the reader's own time zone, which `zone` names. */
export function useOwnTime() {
  const zone = useTimeZone() ?? "UTC";
  return { zone, moment: (iso: string) => formatMoment(iso, zone), day: (iso: string) => formatDay(iso, zone) };
}
