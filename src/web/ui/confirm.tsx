import { Button, type ButtonProps, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

/** A button for what cannot be taken back: it asks once more, and says what will happen. */
export function Confirm({
  label,
  title,
  text,
  action,
  onConfirm,
  ...button
}: ButtonProps & {
  readonly label: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly onConfirm: () => void;
}) {
  const t = useTranslations("ui");
  const [open, { open: ask, close }] = useDisclosure();
  const go = () => {
    close();
    onConfirm();
  };
  return (
    <>
      <Button variant="default" size="compact-sm" {...button} onClick={ask}>
        {label}
      </Button>
      <Modal opened={open} onClose={close} title={title} closeButtonProps={{ "aria-label": t("close") }} centered>
        <Stack>
          <Text>{text}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {t("cancel")}
            </Button>
            <Button color="red" onClick={go}>
              {action}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
