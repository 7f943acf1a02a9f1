import "./drop-file.css";
import { Button, Group, Progress, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { useDropzone } from "react-dropzone";
import { useTranslations } from "use-intl";
import { Wrong } from "../../ui/wrong.tsx";
import { type Handed, handIn } from "./upload.ts";

/** A place to drop a file of events on, or to choose one. */
export function DropFile({ onHanded }: { readonly onHanded: (handed: Handed) => void }) {
  const t = useTranslations("setUp");
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(undefined);
  const give = useMutation({
    mutationFn: (file: File) => {
      stop.current = new AbortController();
      setShare(0);
      return handIn(file, setShare, stop.current.signal);
    },
    onSuccess: onHanded,
  });
  const { getRootProps, getInputProps, isDragActive } = useDropzone({
    onDrop: ([file]) => file !== undefined && give.mutate(file),
    multiple: false,
    disabled: give.isPending,
  });
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h3">
        {t("dropTitle")}
      </Title>
      <Wrong error={give.error} />
      <input {...getInputProps({ "aria-hidden": true })} />
      <div {...getRootProps({ className: isDragActive ? "drop-place over" : "drop-place", role: "button" })}>
        <Group justify="center" gap="md" mih={130} wrap="nowrap">
          <FileUp size={34} aria-hidden="true" />
          <Stack gap={2}>
            <Text fw={600}>{t("drop")}</Text>
            <Text size="sm" c="dimmed">
              {t("dropText")}
            </Text>
          </Stack>
        </Group>
      </div>
      {give.isPending && (
        <Group>
          <Progress.Root flex={1}>
            <Progress.Section value={share * 100} aria-label={t("sending")} animated />
          </Progress.Root>
          <Button size="compact-sm" variant="default" onClick={() => stop.current?.abort()}>
            {t("stop")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
