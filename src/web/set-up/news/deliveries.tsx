import { Button, Table, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { z } from "zod";
import type { DELIVERY } from "../../../server/webhooks/webhooks.ts";
import { get, send } from "../../api/call.ts";
import { useOwnTime } from "../../ui/own-time.ts";
import { tellError } from "../../ui/tell-error.ts";
import { WideTable } from "../../ui/wide-table.tsx";

type Delivery = z.output<typeof DELIVERY>;

/** The last things that were sent to an address, or are to be. */
export function Deliveries({ webhook }: { readonly webhook: string }) {
  const t = useTranslations("setUp");
  const time = useOwnTime();
  const asking = useQueryClient();
  const { data } = useQuery({
    queryKey: ["deliveries", webhook],
    queryFn: ({ signal }) =>
      get<{ readonly deliveries: readonly Delivery[] }>(`/api/webhooks/${webhook}/deliveries`, { limit: 50 }, signal),
    refetchInterval: 5000,
  });
  const again = useMutation({
    mutationFn: (id: string) => send("POST", `/api/webhooks/${webhook}/deliveries/${id}/again`),
    onError: tellError,
    onSettled: () => asking.invalidateQueries({ queryKey: ["deliveries", webhook] }),
  });
  if (data === undefined) return null;
  if (data.deliveries.length === 0) return <Text size="sm">{t("noDeliveries")}</Text>;
  return (
    <WideTable
      name={t("deliveries")}
      minWidth={560}
      stacked
      heads={[t("when", { zone: time.zone }), t("newsKind"), t("outcome"), t("sendAgain")]}
      fz="sm"
      verticalSpacing={4}
    >
      {data.deliveries.map(({ id, kind, made_at: at, attempts, outcome, last_status: status, last_words: words }) => (
        <Table.Tr key={id}>
          <Table.Td className="whole" data-label={t("when", { zone: time.zone })}>
            {time.moment(at)}
          </Table.Td>
          <Table.Td>{kind}</Table.Td>
          <Table.Td>
            {t(`outcomes.${outcome}`)} ({t("attempts", { attempts })}
            {status !== null && `, ${status}`}
            {words !== null && `, ${words}`})
          </Table.Td>
          <Table.Td>
            <Button size="compact-sm" variant="default" onClick={() => again.mutate(id)}>
              {t("sendAgain")}
            </Button>
          </Table.Td>
        </Table.Tr>
      ))}
    </WideTable>
  );
}
