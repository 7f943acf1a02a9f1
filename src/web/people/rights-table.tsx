import { Table, Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import { WideTable } from "../ui/wide-table.tsx";
import { rights } from "./rights.ts";

/** What each role may do, in words. */
export function RightsTable() {
  const t = useTranslations("people");
  const { data } = useQuery(rights);
  if (data === undefined) return null;
  const roles = data.roles.map(({ role }) => ({ words: t(`roles.${role}`), ta: "center" as const }));
  return (
    <section>
      <Title order={2} size="h3" mb="xs">
        {t("rights")}
      </Title>
      <WideTable
        name={t("rights")}
        minWidth={320}
        heads={[t("may"), ...roles]}
        fz="sm"
        verticalSpacing={4}
        horizontalSpacing={4}
      >
        {data.permissions.map(({ permission, allows }) => (
          <Table.Tr key={permission}>
            <Table.Td>{allows}</Table.Td>
            {data.roles.map(({ role, permissions }) => (
              <Table.Td key={role} ta="center">
                {permissions.includes(permission) ? (
                  <Check size={15} aria-label={t("yes")} style={{ display: "inline-block" }} />
                ) : (
                  <VisuallyHidden>{t("no")}</VisuallyHidden>
                )}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </WideTable>
    </section>
  );
}
