import { notifications } from "@mantine/notifications";
import { type InfiniteData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { send } from "../api/call.ts";
import { casesOf, type MendList, type MendRow, type Outcome, type ToldCase } from "./query.ts";

/** What can be done with a customer who is short of value. */
export type Deed =
  | { readonly kind: "take"; readonly promise?: string; readonly subject?: string }
  | { readonly kind: "give"; readonly to: string | null; readonly from: string | null }
  | { readonly kind: "due"; readonly at: string | null }
  | { readonly kind: "note"; readonly words: string }
  | { readonly kind: "close"; readonly done: string; readonly outcome: Outcome }
  | { readonly kind: "reopen" };

function ask(customer: string, own: ToldCase | null, deed: Deed): Promise<ToldCase> {
  if (deed.kind === "take" && own === null) {
    const { kind: _, ...about } = deed;
    return send("POST", "/api/cases", { customer, ...about });
  }
  const address = `/api/cases/${own?.id ?? ""}`;
  switch (deed.kind) {
    case "take":
      return send("POST", "/api/cases", { customer });
    case "give":
      return send("PATCH", address, { owner: deed.to, from: deed.from });
    case "due":
      return send("PATCH", address, { due_at: deed.at });
    case "note":
      return send("POST", `${address}/notes`, { words: deed.words });
    case "close":
      return send("POST", `${address}/close`, { done: deed.done, outcome: deed.outcome });
    case "reopen":
      return send("POST", `${address}/reopen`);
  }
}

/**
 * Does something with a customer's case. What the server says is put on the page at once; where somebody was first, the
 * server's words say who, and what is true is asked anew.
 */
export function useCase(row: MendRow) {
  const asking = useQueryClient();
  return useMutation({
    mutationFn: (deed: Deed) => ask(row.customer, row.case, deed),
    onSuccess: async (told) => {
      // What was asked before the deed would put the case back to what it was.
      await asking.cancelQueries({ queryKey: ["cases"] });
      asking.setQueriesData<InfiniteData<MendList>>(
        { queryKey: ["cases"], predicate: ({ queryKey }) => queryKey[1] !== "of" },
        (data) => data && withCase(data, row.customer, told),
      );
      void asking.invalidateQueries({ queryKey: ["cases"] });
    },
    onError: (error) => {
      notifications.show({ message: error.message, color: "red", autoClose: 8000 });
      void asking.invalidateQueries({ queryKey: ["cases"] });
    },
  });
}

/** A row with its case as it is now. Of who left the list the list tells nothing more: their case is asked for by itself. */
export function useRow(row: MendRow, gone: boolean): MendRow {
  const { data } = useQuery({ ...casesOf(row.customer), enabled: gone && row.case !== null });
  const told = gone ? data?.find(({ id }) => id === row.case?.id) : undefined;
  return told === undefined ? row : { ...row, case: told };
}

/** The list with what is known of the case now. */
function withCase(data: InfiniteData<MendList>, customer: string, told: ToldCase): InfiniteData<MendList> {
  const isIt = (one: MendRow) => one.id === told.id || (one.id === customer && one.customer === customer);
  const row = (one: MendRow): MendRow => (isIt(one) ? { ...one, case: told } : one);
  return { ...data, pages: data.pages.map((page) => ({ ...page, rows: page.rows.map(row) })) };
}
