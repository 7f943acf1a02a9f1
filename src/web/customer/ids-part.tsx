import { Group, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { formatMoment } from "../../report/format/moment.ts";
import { useMay } from "../session/me.ts";
import { Confirm } from "../ui/confirm.tsx";
import { Section } from "../ui/section.tsx";
import { tellError } from "../ui/tell-error.ts";
import { type Ids, idsQuery, undoLink } from "./query.ts";

type Link = Ids["links"][number];

/** Every id by which they are known, who said so, and the way to undo it. */
export function IdsPart({ customer, timezone }: { readonly customer: string; readonly timezone: string }) {
  const t = useTranslations("customer");
  const { data } = useQuery(idsQuery(customer));
  if (data === undefined) return null;
  return (
    <Section title={t("ids")}>
      <Text c="dimmed">{data.links.length === 0 ? t("oneId") : t("idsText")}</Text>
      {data.links.map((link) => (
        <One key={`${link.known_as} ${link.customer}`} link={link} customer={customer} timezone={timezone} />
      ))}
    </Section>
  );
}

function One({
  link,
  customer,
  timezone,
}: {
  readonly link: Link;
  readonly customer: string;
  readonly timezone: string;
}) {
  const t = useTranslations("customer");
  const may = useMay("links:write");
  const asking = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: () => undoLink(link.known_as, link.customer),
    onSuccess: () => asking.invalidateQueries({ queryKey: ["customer", customer] }),
    onError: tellError,
  });
  const names = { known: link.known_as, customer: link.customer };
  return (
    <Group gap="sm" mt="xs">
      <Text {...(link.undone === null ? {} : { td: "line-through" })}>{t("link", names)}</Text>
      <Text size="sm" c="dimmed">
        {t("linkedBy", { source: link.source, when: formatMoment(link.linked, timezone) })}
        {link.undone !== null && ` · ${t("undone", { when: formatMoment(link.undone, timezone) })}`}
      </Text>
      {may && link.undone === null && (
        <Confirm
          label={t("undo")}
          title={t("undoTitle")}
          text={t("undoText", names)}
          action={t("undo")}
          onConfirm={() => mutate()}
        />
      )}
    </Group>
  );
}
