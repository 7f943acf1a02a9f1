import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { addressOf } from "../api/call.ts";
import { listen } from "./listen.ts";
import { renewalOf } from "./renewal.ts";

/** Judging ends each second; a page about somebody need not change oftener than this. In ms. */
const CALM = 1000;
const KINDS = ["judged", "promise.broken", "promise.righted", "case.opened", "case.changed", "case.closed"];

/** Has everything about one customer asked anew when something happens to them. */
export function useCustomerNews(customer: string): void {
  const asking = useQueryClient();
  useEffect(() => {
    const renewal = renewalOf(asking, CALM);
    const about = [
      ["customer", customer],
      ["cases", "of", customer],
    ];
    const silence = listen(addressOf("/api/live", { customer }), KINDS, () => renewal.due(about, CALM));
    return () => {
      renewal.stop();
      silence();
    };
  }, [asking, customer]);
}
