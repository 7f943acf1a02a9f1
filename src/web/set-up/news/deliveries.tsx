import { Button, Table, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { get, send } from "../../api/call.ts";

interface Delivery {
  readonly id: string;
  readonly kind: string;
  readonly made_at: string;
  readonly attempts: number;
  readonly outcome: "waiting" | "delivered" | "given-up";
  readonly last_status: number | null;
  readonly last_words: string | null;
}

/** The last things that were sent to an address, or are to be. */
export function Deliveries({ webhook }: { readonly webhook: string }) {
  const t = useTranslations("setUp");
  const format = useFormatter();
  const asking = useQueryClient();
  const { data } = useQuery({
    queryKey: ["deliveries", webhook],
    queryFn: ({ signal }) =>
      get<{ readonly deliveries: readonly Delivery[] }>(`/api/webhooks/${webhook}/deliveries`, { limit: 50 }, signal),
    refetchInterval: 5000,
  });
  const again = useMutation({
    mutationFn: (id: string) => send("POST", `/api/webhooks/${webhook}/deliveries/${id}/again`),
    onSettled: () => asking.invalidateQueries({ queryKey: ["deliveries", webhook] }),
  });
  if (data === undefined) return null;
  if (data.deliveries.length === 0) return <Text size="sm">{t("noDeliveries")}</Text>;
  return (
    <Table.ScrollContainer minWidth={560} type="native" tabIndex={0} role="region" aria-label={t("deliveries")}>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("when")}</Table.Th>
            <Table.Th>{t("newsKind")}</Table.Th>
            <Table.Th>{t("outcome")}</Table.Th>
            <Table.Th>{t("sendAgain")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.deliveries.map(
            ({ id, kind, made_at: at, attempts, outcome, last_status: status, last_words: words }) => (
              <Table.Tr key={id}>
                <Table.Td>{format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}</Table.Td>
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
            ),
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
