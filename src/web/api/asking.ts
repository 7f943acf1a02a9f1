import { keepPreviousData, QueryClient } from "@tanstack/react-query";
import { Problem } from "./call.ts";
import { lacks } from "./lack.ts";

/** Whether it is worth asking again by itself: the server is starting, too busy, or was away for a moment. */
const mayPass = (error: Error): boolean =>
  error instanceof Problem && (error.status === 0 || error.status >= 500) && lacks(error) === null;

/** What was asked of the server. While something is asked anew, what was there stays on the page. */
export const asking = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      placeholderData: keepPreviousData,
      retry: (times, error) => mayPass(error) && times < 5,
      retryDelay: (times, error) =>
        error instanceof Problem && error.retryAfter !== undefined
          ? error.retryAfter * 1000
          : Math.min(500 * 2 ** times, 8000),
    },
  },
});
