import { useFormatter } from "use-intl";

/** A moment as people here read it, in their own time zone; the weekday tells more than the number. */
export function useWhen(): (iso: string) => string {
  const format = useFormatter();
  return (iso) =>
    format.dateTime(new Date(iso), {
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
}
