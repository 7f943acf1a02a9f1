import { Radio, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog, type DialogProps } from "./dialog.tsx";
import type { Outcome } from "./query.ts";
import type { Deed } from "./use-case.ts";

const OUTCOMES: readonly Outcome[] = ["righted", "made-up", "no-need", "lost"];

/** What was done and what became of it; the customer may say otherwise later, and that is shown. */
export function CloseDialog({
  customer,
  onDo,
  ...dialog
}: DialogProps & { readonly customer: string; readonly onDo: (deed: Deed) => Promise<unknown> }) {
  const t = useTranslations("mend");
  const [done, setDone] = useState("");
  const [outcome, setOutcome] = useState<Outcome>("made-up");
  return (
    <Dialog
      {...dialog}
      title={t("closeTitle", { customer })}
      action={t("closeDo")}
      disabled={done.trim() === ""}
      onDo={() => onDo({ kind: "close", done, outcome })}
    >
      <Textarea
        label={t("doneLabel")}
        autosize
        minRows={3}
        maxLength={4000}
        data-autofocus
        value={done}
        onChange={(event) => setDone(event.currentTarget.value)}
      />
      <Radio.Group
        label={t("outcomeLabel")}
        value={outcome}
        onChange={(value) => setOutcome(OUTCOMES.find((one) => one === value) ?? "made-up")}
      >
        <Stack gap="sm" mt="xs">
          {OUTCOMES.map((one) => (
            <Radio key={one} value={one} label={t(one)} />
          ))}
        </Stack>
      </Radio.Group>
    </Dialog>
  );
}
