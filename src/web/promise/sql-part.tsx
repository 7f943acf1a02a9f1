import { Button, Code, Collapse, CopyButton, Group, Skeleton, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import { useTranslations } from "use-intl";
import { Section } from "../ui/section.tsx";
import { sqlQuery } from "./query.ts";

/** The SQL that judges the promise, for whoever wants to see how it is done. */
export function SqlPart({ name }: { readonly name: string }) {
  const t = useTranslations();
  const [open, { toggle }] = useDisclosure();
  const asked = useQuery({ ...sqlQuery(name), enabled: open });
  return (
    <Section title={t("promise.sql")}>
      <Group gap="xs" className="screen-only">
        <Button variant="default" size="xs" onClick={toggle} aria-expanded={open}>
          {open ? t("promise.hideSql") : t("promise.showSql")}
        </Button>
        {open && asked.data !== undefined && (
          <CopyButton value={asked.data.sql}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                size="xs"
                leftSection={<Copy size={13} aria-hidden="true" />}
                onClick={copy}
                aria-live="polite"
              >
                {copied ? t("ui.copied") : t("ui.copy")}
              </Button>
            )}
          </CopyButton>
        )}
      </Group>
      <Collapse expanded={open}>
        {asked.error !== null && <Text role="alert">{asked.error.message}</Text>}
        {asked.isPending && open && <Skeleton height={300} mt="sm" />}
        {asked.data !== undefined && (
          <Code block mt="sm" className="sql" tabIndex={0} role="group" aria-label={t("promise.sql")}>
            {asked.data.sql}
          </Code>
        )}
      </Collapse>
    </Section>
  );
}
