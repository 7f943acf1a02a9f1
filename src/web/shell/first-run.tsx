import { Button, Loader, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useMay } from "../session/me.ts";

const WORDS = {
  "no-experience": { title: "noExperience", text: "noExperienceText", act: "noExperienceDo" },
  "no-events": { title: "noEvents", text: "noEventsText", act: "noEventsDo" },
  "not-judged": { title: "notJudged", text: "notJudgedText", act: "notJudgedDo" },
} as const;

/** What is missing before there is anything to see, and the way to where it is mended. */
export function FirstRun({ lack }: { readonly lack: keyof typeof WORDS }) {
  const t = useTranslations("shell");
  const may = useMay("experience:read");
  const { title, text, act } = WORDS[lack];
  return (
    <Stack maw={560} align="start" py="xl" role="status">
      <Title order={1}>{t(title)}</Title>
      <Text size="lg">{t(text)}</Text>
      {lack === "not-judged" && <Loader type="dots" aria-hidden="true" />}
      {may ? (
        <Button size="md" renderRoot={(props) => <Link to="/set-up" {...props} />}>
          {t(act)}
        </Button>
      ) : (
        <Text c="dimmed">{t("askOwner")}</Text>
      )}
    </Stack>
  );
}
