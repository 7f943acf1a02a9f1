import { queryOptions } from "@tanstack/react-query";
import type { Standing } from "../../server/set-up/standing.ts";
import { get } from "../api/call.ts";

export type { Standing };

/** What is there and what is missing; looked at again and again until there is something to see. */
export const standing = queryOptions({
  queryKey: ["setUp"],
  queryFn: ({ signal }) => get<Standing>("/api/set-up", {}, signal),
  refetchInterval: ({ state: { data } }) => (data === undefined || isWhole(data) ? false : 1500),
});

/** Whether gaps can be seen. */
export const isWhole = ({ experience, events, judged_as_of: judged, demo }: Standing): boolean =>
  experience !== null && experience.faults === 0 && events > 0 && judged !== null && demo.state !== "making";
