import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { addressOf } from "../api/call.ts";
import { listen } from "./listen.ts";

/** Judging ends each second; a page about somebody need not change oftener than this. In ms. */
const CALM = 1000;
const KINDS = ["judged", "promise.broken", "promise.righted", "case.opened", "case.changed", "case.closed"];

/** Has everything about one customer asked anew when something happens to them. */
export function useCustomerNews(customer: string): void {
  const asking = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      // An answer that takes long would never come if it were asked for again and again.
      const isAsked = asking.isFetching({ queryKey: ["customer", customer] }) > 0;
      timer = isAsked ? setTimeout(look, CALM) : undefined;
      if (isAsked) return;
      void asking.invalidateQueries({ queryKey: ["customer", customer] });
      void asking.invalidateQueries({ queryKey: ["cases", "of", customer] });
    };
    const silence = listen(addressOf("/api/live", { customer }), KINDS, () => {
      timer ??= setTimeout(look, CALM);
    });
    return () => {
      clearTimeout(timer);
      silence();
    };
  }, [asking, customer]);
}
