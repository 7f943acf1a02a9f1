import { Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Problem } from "../api/call.ts";
import { useMay } from "../session/me.ts";
import { Loading } from "../shell/loading.tsx";
import { Audit } from "./audit.tsx";
import { Everybody, usePeople } from "./everybody.tsx";
import { Invitations } from "./invitations.tsx";
import { rights } from "./rights.ts";
import { RightsTable } from "./rights-table.tsx";

/** Who is here and what they may do; who is invited; and what was done by whom. */
export function PeoplePage() {
  const t = useTranslations("people");
  const mayChange = useMay("people:write");
  const mayRead = useMay("audit:read");
  const [people, known] = [usePeople(), useQuery(rights)];
  if (!mayChange && !mayRead) throw new Problem(403, "forbidden", "");
  if (people.isPending || known.isPending) return <Loading />;
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
