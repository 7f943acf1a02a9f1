import { Stack, Title } from "@mantine/core";
import { useTranslations } from "use-intl";
import { Problem } from "../api/call.ts";
import { useMay } from "../session/me.ts";
import { Audit } from "./audit.tsx";
import { Everybody } from "./everybody.tsx";
import { Invitations } from "./invitations.tsx";
import { RightsTable } from "./rights-table.tsx";

/** Who is here and what they may do; who is invited; and what was done by whom. */
export function PeoplePage() {
  const t = useTranslations("people");
  const mayChange = useMay("people:write");
  const mayRead = useMay("audit:read");
  if (!mayChange && !mayRead) throw new Problem(403, "forbidden", "");
  return (
    <Stack gap="xl">
      <Title order={1}>{t("title")}</Title>
      {mayChange && <Everybody />}
      {mayChange && <Invitations />}
      <RightsTable />
      {mayRead && <Audit />}
    </Stack>
  );
}
