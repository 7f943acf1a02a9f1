import { ActionIcon, Alert, Button, Code, CopyButton, Group, Text, Tooltip } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "use-intl";

/** Copies a text; says when it has. */
export function CopyIcon({ value, label }: { readonly value: string; readonly label: string }) {
  const t = useTranslations("ui");
  return (
    <CopyButton value={value} timeout={2000}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t("copied") : label}>
          <ActionIcon variant="subtle" color="gray" onClick={copy} aria-label={copied ? t("copied") : label}>
            {copied ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}

/** Something that is shown this once: to be copied, then put away. */
export function Secret({
  title,
  text,
  value,
  copy,
  done,
  onDone,
}: {
  readonly title: string;
  readonly text: string;
  readonly value: string;
  readonly copy: string;
  readonly done: string;
  readonly onDone: () => void;
}) {
  const t = useTranslations("ui");
  return (
    <Alert title={title} role="status">
      <Text size="sm">{text}</Text>
      <Group gap="xs" my="sm" wrap="nowrap" align="center">
        <Code block className="secret">
          {value}
        </Code>
      </Group>
      <Group gap="xs">
        <CopyButton value={value} timeout={2000}>
          {({ copied, copy: take }) => (
            <Button size="xs" onClick={take} leftSection={copied ? <Check size={14} /> : <Copy size={14} />}>
              {copied ? t("copied") : copy}
            </Button>
          )}
        </CopyButton>
        <Button size="xs" variant="default" onClick={onDone}>
          {done}
        </Button>
      </Group>
    </Alert>
  );
}
