import { Stack } from "@mantine/core";
import { useState } from "react";
import { DeadLetters } from "./dead-letters.tsx";
import { DropFile } from "./drop-file.tsx";
import { History } from "./history.tsx";
import { Incoming } from "./incoming.tsx";
import { LookAt } from "./look-at.tsx";
import type { Handed } from "./upload.ts";

type Step =
  | { readonly kind: "drop" }
  | { readonly kind: "look"; readonly handed: Handed }
  | { readonly kind: "coming"; readonly handed: Handed };

/** A file of events: dropped, looked at, put right, watched as it comes in; below, what came before and what was refused. */
export function DataPage() {
  const [step, setStep] = useState<Step>({ kind: "drop" });
  return (
    <Stack gap="xl">
      {step.kind === "drop" && <DropFile onHanded={(handed) => setStep({ kind: "look", handed })} />}
      {step.kind === "look" && (
        <LookAt
          handed={step.handed}
          onBegun={() => setStep({ kind: "coming", handed: step.handed })}
          onAnother={() => setStep({ kind: "drop" })}
        />
      )}
      {step.kind === "coming" && (
        <Incoming
          id={step.handed.file}
          onAgain={() => setStep({ kind: "look", handed: step.handed })}
          onAnother={() => setStep({ kind: "drop" })}
        />
      )}
      <History />
      <DeadLetters />
    </Stack>
  );
}
