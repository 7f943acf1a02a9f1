import { queryOptions } from "@tanstack/react-query";
import type { Filters } from "../../server/gaps/filters.ts";
import { get } from "../api/call.ts";

/** What there is to filter by. It changes with the experience file, and hardly in a minute. */
export const choicesQuery = queryOptions({
  queryKey: ["experience", "filters"],
  queryFn: ({ signal }) => get<Filters>("/api/filters", {}, signal),
  staleTime: 300_000,
});
