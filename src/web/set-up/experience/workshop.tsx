import { Anchor, Badge, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { send } from "../../api/call.ts";
import { useMay } from "../../session/me.ts";
import { Wrong } from "../../ui/wrong.tsx";
import type { EditorHandle } from "./editor.tsx";
import { type Current, checked, type Diagnostic, type Preview } from "./experience.ts";
import { PreviewTable } from "./preview-table.tsx";
import { Publish } from "./publish.tsx";

const Editor = lazy(() => import("./editor.tsx").then((room) => ({ default: room.Editor })));

/** The editor with everything that is said about what stands in it. */
export function Workshop({ held, beginning }: { readonly held: Current | null; readonly beginning: string }) {
  const t = useTranslations("setUp");
  const may = useMay("experience:write");
  const handle = useRef<EditorHandle>(null);
  const [text, setText] = useState(beginning);
  const [base, setBase] = useState(held?.version ?? 0);
  const [settled] = useDebouncedValue(text, 350);
  const { data } = useQuery(checked(settled));
  const look = useMutation({ mutationFn: () => send<Preview>("POST", "/api/experience/preview", { text }) });
  const same = text === held?.text;
  const change = (next: string) => {
    setText(next);
    look.reset();
  };
  const takeOver = (version: number, theirs: string | undefined) => {
    setBase(version);
    if (theirs !== undefined) change(theirs);
  };
  const diagnostics = data?.diagnostics ?? [];
  const well = data?.well === true && settled === text;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t("theFile")}
        </Title>
        <Badge variant="default" tt="none">
          {held === null
            ? t("notPublished")
            : held.version === 0
              ? t("besideServer")
              : t("version", { version: String(held.version) })}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {t("editorText")}
      </Text>
      <Suspense fallback={<Skeleton height="68vh" mih={422} />}>
        <Editor
          label={t("theFile")}
          text={text}
          faults={diagnostics}
          readOnly={!may}
          onChange={change}
          handle={handle}
        />
      </Suspense>
      <Faults all={diagnostics} well={data?.well} onGo={(one) => handle.current?.goTo(one.line, one.column)} />
      {may && (
        <>
          <Group>
            <Button
              variant="default"
              onClick={() => look.mutate()}
              loading={look.isPending}
              disabled={!well || same || held === null}
            >
              {t("preview")}
            </Button>
            {held !== null && !same && (
              <Button variant="subtle" color="gray" onClick={() => change(held.text)}>
                {t("discard")}
              </Button>
            )}
          </Group>
          <Wrong error={look.error} />
          {look.data !== undefined && <PreviewTable preview={look.data} />}
          <Publish text={text} base={base} ready={well && !same} onTakeOver={takeOver} onPublished={setBase} />
        </>
      )}
    </Stack>
  );
}

function Faults({
  all,
  well,
  onGo,
}: {
  readonly all: readonly Diagnostic[];
  readonly well: boolean | undefined;
  readonly onGo: (one: Diagnostic) => void;
}) {
  const t = useTranslations("setUp");
  const faults = all.filter(({ severity }) => severity === "fault").length;
  return (
    <Stack gap={4} aria-live="polite" mih={26}>
      {well === true && <Text size="sm">{all.length === 0 ? t("isWell") : t("isWellBut", { count: all.length })}</Text>}
      {well === false && (
        <Text size="sm" fw={600} c="var(--broken)">
          {t("faults", { count: faults })}
        </Text>
      )}
      {all.slice(0, 30).map((one) => (
        <Text size="sm" key={`${one.id} ${one.line} ${one.column} ${one.message}`}>
          <Anchor component="button" type="button" size="sm" onClick={() => onGo(one)} mr={8}>
            {t("atLine", { line: String(one.line) })}
          </Anchor>
          {one.message}
        </Text>
      ))}
    </Stack>
  );
}
