import { useQuery } from "@tanstack/react-query";
import { formatMoment } from "../../report/format/moment.ts";
import { choicesQuery } from "../filter/choices.ts";

/** A moment as all pages write it, in the time zone of the experience; in the reader's own until that is known. */
export function useWhen(): (iso: string) => string {
  const { data } = useQuery(choicesQuery);
  const timezone = data?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (iso) => formatMoment(iso, timezone);
}
