import { Table, Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import { rights } from "./rights.ts";

/** What each role may do, in words. */
export function RightsTable() {
  const t = useTranslations("people");
  const { data } = useQuery(rights);
  if (data === undefined) return null;
  return (
    <section>
      <Title order={2} size="h3" mb="xs">
        {t("rights")}
      </Title>
      <Table.ScrollContainer minWidth={560} type="native" tabIndex={0} role="region" aria-label={t("rights")}>
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("may")}</Table.Th>
              {data.roles.map(({ role }) => (
                <Table.Th key={role} ta="center">
                  {t(`roles.${role}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.permissions.map(({ permission, allows }) => (
              <Table.Tr key={permission}>
                <Table.Td>{allows}</Table.Td>
                {data.roles.map(({ role, permissions }) => (
                  <Table.Td key={role} ta="center">
                    {permissions.includes(permission) ? (
                      <Check size={15} aria-label={t("yes")} />
                    ) : (
                      <VisuallyHidden>{t("no")}</VisuallyHidden>
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
