import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { CaseActions } from "../mend/case-actions.tsx";
import { CaseState } from "../mend/case-state.tsx";
import { Lines } from "../mend/details.tsx";
import { casesOf, type ToldCase, type ToldDeficit } from "../mend/query.ts";
import { useMay } from "../session/me.ts";
import { Part } from "./brief-view.tsx";
import "../mend/mend.css";

/** Who has them and what is being done; closed ones with what became of them. */
export function CasePart({ customer, deficit }: { readonly customer: string; readonly deficit: ToldDeficit | null }) {
  const t = useTranslations("customer");
  const may = useMay("cases:write");
  const { data: cases = [] } = useQuery(casesOf(customer));
  const open = cases.find(({ closed }) => closed === null) ?? null;
  const closed = cases.filter((one) => one.closed !== null);
  const row = (own: ToldCase | null) => ({ id: own?.id ?? customer, customer, deficit, case: own });
  return (
    <Part title={t("cases")}>
      <Stack gap="sm">
        <One own={open} />
        {may && <CaseActions key={open?.id ?? "none"} row={row(open)} />}
        {closed.map((one) => (
          <div key={one.id}>
            <One own={one} />
            {may && open === null && one === closed[0] && <CaseActions row={row(one)} />}
          </div>
        ))}
      </Stack>
    </Part>
  );
}

function One({ own }: { readonly own: ToldCase | null }) {
  return (
    <div>
      <CaseState own={own} />
      {own !== null && <Lines own={own} />}
    </div>
  );
}
