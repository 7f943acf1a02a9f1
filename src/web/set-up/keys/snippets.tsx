import { Code, Group, Stack, Tabs, Text, Title } from "@mantine/core";
import { useTranslations } from "use-intl";
import { CopyIcon } from "../../ui/secret.tsx";
import { SNIPPETS, snippetOf } from "./snippet.ts";

/** What to write in the common libraries so that their events come here. */
export function Snippets({ secret }: { readonly secret: string | undefined }) {
  const t = useTranslations("setUp");
  return (
    <Stack component="section" gap="xs">
      <Title order={2} size="h3">
        {t("snippets")}
      </Title>
      <Text maw="65ch">{secret === undefined ? t("snippetsText") : t("snippetsWithKey")}</Text>
      <Tabs defaultValue="node" keepMounted={false}>
        <Tabs.List aria-label={t("snippets")}>
          {SNIPPETS.map(({ name, words }) => (
            <Tabs.Tab key={name} value={name}>
              {words}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {SNIPPETS.map(({ name, words }) => {
          const text = snippetOf(name, window.location.origin, secret ?? "WRITE_KEY");
          return (
            <Tabs.Panel key={name} value={name} pt="xs">
              <Group align="flex-start" wrap="nowrap" gap={4}>
                <Code block flex={1} miw={0} tabIndex={0} role="region" aria-label={words}>
                  {text}
                </Code>
                <CopyIcon value={text} label={t("copySnippet", { name: words })} />
              </Group>
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </Stack>
  );
}
