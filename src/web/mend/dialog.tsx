import { Button, Group, Modal, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent, ReactNode } from "react";
import { useTranslations } from "use-intl";

export interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A question with one thing to do. It goes when that is done: what was typed is not lost where it is refused. */
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
  /** Tells by itself why it failed. */
  readonly onDo: () => Promise<unknown>;
  readonly children: ReactNode;
}) {
  const t = useTranslations("mend");
  const { mutate, isPending } = useMutation({ mutationFn: onDo, onSuccess: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate();
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
            <Button type="submit" size="md" disabled={disabled} loading={isPending}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
