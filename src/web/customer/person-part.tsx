import { Button, Group, Modal, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { formatMoment } from "../../report/format/moment.ts";
import { useMay } from "../session/me.ts";
import { tellError } from "../ui/tell-error.ts";
import { erase, exportAddress } from "./query.ts";

/** Handing over what is known of a person, and erasing them, for those who may. */
export function PersonPart({ customer, timezone }: { readonly customer: string; readonly timezone: string }) {
  const t = useTranslations("customer");
  const [mayExport, mayErase] = [useMay("customers:export"), useMay("customers:erase")];
  if (!mayExport && !mayErase) return null;
  return (
    <section aria-labelledby="person" className="screen-only">
      <Title order={2} size="h3" id="person" mb="xs">
        {t("person")}
      </Title>
      <Stack gap="sm" align="start">
        {mayExport && (
          <div>
            <Button component="a" variant="default" href={exportAddress(customer)} download={`${customer}.jsonl`}>
              {t("export")}
            </Button>
            <Text size="sm" c="dimmed" mt={4}>
              {t("exportText")}
            </Text>
          </div>
        )}
        {mayErase && <Erase customer={customer} timezone={timezone} />}
      </Stack>
    </section>
  );
}

/** Whoever erases says the name once more: it cannot be taken back. */
function Erase({ customer, timezone }: { readonly customer: string; readonly timezone: string }) {
  const t = useTranslations("customer");
  const router = useRouter();
  const asking = useQueryClient();
  const [open, { open: ask, close }] = useDisclosure();
  const [typed, setTyped] = useState("");
  const { mutate, isPending } = useMutation({
    mutationFn: () => erase(customer),
    onSuccess: async ({ events, in_backups_until: until }) => {
      const rest = until === null ? "" : ` ${t("inBackups", { when: formatMoment(until, timezone) })}`;
      notifications.show({ message: t("erased", { events }) + rest });
      await router.navigate({ to: "/customers" });
      asking.removeQueries({ queryKey: ["customer", customer] });
      await asking.invalidateQueries();
    },
    onError: tellError,
  });
  return (
    <>
      <Button variant="default" c="var(--broken)" onClick={ask}>
        {t("erase")}
      </Button>
      <Modal
        opened={open}
        onClose={close}
        title={t("eraseTitle", { customer })}
        closeButtonProps={{ "aria-label": t("cancel") }}
        centered
      >
        <Stack>
          <Text>{t("eraseText")}</Text>
          <TextInput
            label={t("eraseType", { customer })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
          <Group justify="flex-end">
            <Button color="red" disabled={typed !== customer} loading={isPending} onClick={() => mutate()}>
              {t("eraseDo")}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
