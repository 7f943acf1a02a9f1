import { Button, Group, Modal, Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslations } from "use-intl";

export interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A question with one thing to do, on the whole screen of a phone. */
export function Dialog({
  title,
  action,
  disabled,
  onDo,
  children,
  opened,
  onClose,
}: DialogProps & {
  readonly title: string;
  readonly action: string;
  readonly disabled: boolean;
  readonly onDo: () => void;
  readonly children: ReactNode;
}) {
  const t = useTranslations("mend");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDo();
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("cancel") }} centered>
      <form onSubmit={submit}>
        <Stack>
          {children}
          <Group justify="flex-end">
            <Button variant="default" size="md" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" size="md" disabled={disabled}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
