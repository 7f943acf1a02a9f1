import { Button, Stack, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { isFiltered } from "../filter/filter.ts";
import { AsOf } from "./as-of.tsx";

const here = getRouteApi("/inside/mend");

/** Nobody: that is good news on one list and none on another. */
export function Nobody({ asOf }: { readonly asOf: string | null }) {
  const t = useTranslations("mend");
  const { show = "open", promise, ...search } = here.useSearch();
  const navigate = here.useNavigate();
  const narrowed = show === "open" && (isFiltered(search) || promise !== undefined);
  const words = { open: narrowed ? "nobodyFiltered" : "nobody", mine: "nobodyMine", closed: "nobodyClosed" } as const;
  return (
    <Stack align="start" py="lg" role="status">
      <Text size="lg">{t(words[show])}</Text>
      {asOf !== null && <AsOf at={asOf} />}
      {narrowed && (
        <Button variant="default" onClick={() => void navigate({ search: {} })}>
          {t("clear")}
        </Button>
      )}
      {show === "mine" && (
        <Button variant="default" onClick={() => void navigate({ search: {} })}>
          {t("toOpen")}
        </Button>
      )}
    </Stack>
  );
}
