import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Query } from "../api/call.ts";
import { wholeCsv } from "../api/whole-csv.ts";
import { saveCsv } from "./save.ts";

interface Table {
  /** Of the file. */
  readonly name: string;
  readonly path: string;
  readonly query?: Query;
}

/** Saves a table of the API whole, however many pages it has. */
export function useWholeCsv({ name, path, query = {} }: Table) {
  const t = useTranslations("ui");
  const { mutate, isPending } = useMutation({
    mutationFn: () => wholeCsv(path, query),
    onSuccess: ({ text, whole }) => {
      saveCsv(name, text);
      if (!whole) notifications.show({ message: t("partOfFile") });
    },
    onError: (error) => notifications.show({ color: "red", message: t("fileFailed", { why: error.message }) }),
  });
  return { save: () => mutate(), saving: isPending };
}

/** A button for that. */
export function WholeCsv(table: Table) {
  const t = useTranslations("ui");
  const { save, saving } = useWholeCsv(table);
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      className="screen-only"
      leftSection={<Download size={13} aria-hidden="true" />}
      loading={saving}
      onClick={save}
    >
      {t("wholeCsv")}
    </Button>
  );
}
