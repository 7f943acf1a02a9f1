import { queryOptions } from "@tanstack/react-query";
import type { Report } from "../../gaps/gap.ts";
import { get } from "../api/call.ts";
import { type Filter, filterOf } from "../filter/filter.ts";

/** The gaps under a filter: what `kept report --json` prints. */
export const gapsQuery = (filter: Filter) =>
  queryOptions({
    queryKey: ["report", filterOf(filter)],
    queryFn: ({ signal }) => get<Report>("/api/report", filterOf(filter), signal),
  });
