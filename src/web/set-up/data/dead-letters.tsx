import { Accordion, Button, Group, JsonInput, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { z } from "zod";
import type { LETTERS } from "../../../server/intake/letters.ts";
import { get, send } from "../../api/call.ts";
import { useMay } from "../../session/me.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { useOwnTime } from "../../ui/own-time.ts";
import { Wrong } from "../../ui/wrong.tsx";

type Letters = z.output<typeof LETTERS>;

/** What was refused at the door: read, mended and sent again, or thrown away. */
export function DeadLetters() {
  const t = useTranslations("setUp");
  const format = useFormatter();
  const time = useOwnTime();
  const may = useMay("events:mend");
  const { data } = useQuery({
    queryKey: ["letters"],
    queryFn: ({ signal }) => get<Letters>("/api/dead-letters", { limit: 50 }, signal),
    enabled: may,
  });
  if (data === undefined || data.letters.length === 0) return null;
  return (
    <Stack component="section" gap="xs">
      <Title order={2} size="h3">
        {t("letters")}
      </Title>
      <Text size="sm" maw="65ch">
        {t("lettersText")} {data.reasons.map(({ words, letters }) => `${words} (${format.number(letters)})`).join("; ")}
        .
      </Text>
      <Accordion variant="separated" order={3}>
        {data.letters.map((letter) => (
          <Accordion.Item key={letter.letter} value={letter.letter}>
            <Accordion.Control>
              <Text size="sm">
                {letter.words}
                <Text span c="dimmed">
                  {" "}
                  · {letter.source} · {time.moment(letter.received)} ({time.zone})
                </Text>
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <Mend letter={letter} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}

function Mend({ letter: { letter, message } }: { readonly letter: Letters["letters"][number] }) {
  const t = useTranslations("setUp");
  const asking = useQueryClient();
  const [text, setText] = useState(message);
  const settled = () => asking.invalidateQueries({ queryKey: ["letters"] });
  const again = useMutation({
    mutationFn: () => send("POST", `/api/dead-letters/${letter}/send`, text === message ? {} : { message: text }),
    onSuccess: settled,
  });
  const away = useMutation({ mutationFn: () => send("DELETE", `/api/dead-letters/${letter}`), onSuccess: settled });
  const wrong = again.error ?? away.error;
  return (
    <Stack gap="xs">
      <Wrong error={wrong} />
      <JsonInput label={t("message")} value={text} onChange={setText} autosize minRows={3} maxRows={16} formatOnBlur />
      <Group>
        <Button size="compact-sm" onClick={() => again.mutate()} loading={again.isPending}>
          {t("sendAgain")}
        </Button>
        <Confirm
          label={t("throwAway")}
          title={t("throwAwayTitle")}
          text={t("throwAwayText")}
          action={t("throwAway")}
          onConfirm={() => away.mutate()}
        />
      </Group>
    </Stack>
  );
}
