import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog, type DialogProps } from "./dialog.tsx";
import type { Deed } from "./use-case.ts";

export function NoteDialog({
  customer,
  onDo,
  ...dialog
}: DialogProps & { readonly customer: string; readonly onDo: (deed: Deed) => Promise<unknown> }) {
  const t = useTranslations("mend");
  const [words, setWords] = useState("");
  const write = async () => {
    await onDo({ kind: "note", words });
    setWords("");
  };
  return (
    <Dialog
      {...dialog}
      title={t("noteTitle", { customer })}
      action={t("noteDo")}
      disabled={words.trim() === ""}
      onDo={write}
    >
      <Textarea
        label={t("noteLabel")}
        autosize
        minRows={3}
        maxLength={4000}
        data-autofocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </Dialog>
  );
}
