import { Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog, type DialogProps } from "./dialog.tsx";
import { colleaguesQuery, type ToldCase } from "./query.ts";
import type { Deed } from "./use-case.ts";

/** A moment as the browser's own field for it has it: on the reader's clock, to the minute. */
const fieldOf = (iso: string | null): string => {
  if (iso === null) return "";
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** Who has a case, and by when it is to be mended. */
export function PlanDialog({
  own,
  onDo,
  ...dialog
}: DialogProps & { readonly own: ToldCase; readonly onDo: (deed: Deed) => Promise<unknown> }) {
  const t = useTranslations("mend");
  const { data: colleagues = [] } = useQuery({ ...colleaguesQuery, enabled: dialog.opened });
  const [owner, setOwner] = useState(own.owner?.id ?? null);
  const [due, setDue] = useState(fieldOf(own.due_at));
  const save = async () => {
    const from = own.owner?.id ?? null;
    if (owner !== from) await onDo({ kind: "give", to: owner, from });
    if (due !== fieldOf(own.due_at)) await onDo({ kind: "due", at: due === "" ? null : new Date(due).toISOString() });
  };
  return (
    <Dialog
      {...dialog}
      title={t("planTitle", { customer: own.customer })}
      action={t("planDo")}
      disabled={false}
      onDo={save}
    >
      <Select
        label={t("ownerLabel")}
        data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder={t("nobodyHas")}
        clearable
        searchable
        value={owner}
        onChange={setOwner}
      />
      <TextInput
        type="datetime-local"
        label={t("dueLabel")}
        value={due}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
    </Dialog>
  );
}
