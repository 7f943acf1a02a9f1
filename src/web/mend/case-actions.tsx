import { Button, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslations } from "use-intl";
import { useMe } from "../session/me.ts";
import { CloseDialog } from "./close-dialog.tsx";
import { NoteDialog } from "./note-dialog.tsx";
import { PlanDialog } from "./plan-dialog.tsx";
import type { MendRow } from "./query.ts";
import { useCase } from "./use-case.ts";

/** What can be done with a customer, by whoever may: each can be undone but a note. */
export function CaseActions({ row }: { readonly row: MendRow }) {
  const t = useTranslations("mend");
  const { id } = useMe();
  const { mutate, mutateAsync, isPending } = useCase(row);
  const [noting, note] = useDisclosure();
  const [closing, close] = useDisclosure();
  const [planning, plan] = useDisclosure();
  const { case: own, customer } = row;
  if (own?.closed)
    return (
      <Group justify="flex-end" className="screen-only">
        <Button variant="default" size="sm" loading={isPending} onClick={() => mutate({ kind: "reopen" })}>
          {t("reopen")}
        </Button>
      </Group>
    );
  const owner = own?.owner ?? null;
  const mine = owner?.id === id;
  const take = () => mutate(owner === null ? { kind: "take" } : { kind: "give", to: id, from: owner.id });
  return (
    <Group gap={6} justify="flex-end" className="screen-only">
      {!mine && (
        <Button
          size="sm"
          variant={owner === null ? "filled" : "default"}
          loading={isPending}
          aria-label={`${owner === null ? t("take") : t("takeOver", { name: owner.name })}: ${customer}`}
          onClick={take}
        >
          {owner === null ? t("take") : t("takeOver", { name: owner.name })}
        </Button>
      )}
      {own !== null && (
        <>
          {mine && (
            <Button
              size="sm"
              variant="default"
              loading={isPending}
              onClick={() => mutate({ kind: "give", to: null, from: id })}
            >
              {t("release")}
            </Button>
          )}
          <Button size="sm" variant="default" onClick={plan.open}>
            {t("plan")}
          </Button>
          <Button size="sm" variant="default" onClick={note.open}>
            {t("note")}
          </Button>
          {mine && (
            <Button size="sm" onClick={close.open}>
              {t("close")}
            </Button>
          )}
          <NoteDialog customer={customer} opened={noting} onClose={note.close} onDo={mutateAsync} />
          <CloseDialog customer={customer} opened={closing} onClose={close.close} onDo={mutateAsync} />
          <PlanDialog
            key={`${own.owner?.id} ${own.due_at}`}
            own={own}
            opened={planning}
            onClose={plan.close}
            onDo={mutateAsync}
          />
        </>
      )}
    </Group>
  );
}
