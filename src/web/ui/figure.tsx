import { Button, Group, Menu, Text } from "@mantine/core";
import { Download, Table2 } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { type Cell, csvOf } from "../../report/format/csv.ts";
import { DataTable } from "./data-table.tsx";
import { pngFile, saveCsv, saveFile, svgFile } from "./save.ts";

export interface Data {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A chart with what it shows as a table behind a button, and both as files. `name` names the files. */
export function Figure({
  title,
  note,
  name,
  data,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly name: string;
  readonly data: Data;
  readonly children: ReactNode;
}) {
  const t = useTranslations("ui");
  const place = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const [isDrawn, setDrawn] = useState(false);
  // What is drawn for paper goes before what is drawn to move about in.
  const picture = () =>
    place.current?.querySelector<SVGSVGElement>(".drawn svg") ?? place.current?.querySelector("svg") ?? null;
  const svg = () => {
    const drawn = picture();
    return drawn === null ? "" : svgFile(drawn);
  };
  const saveSvg = () => saveFile(`${name}.svg`, new Blob([svg()], { type: "image/svg+xml" }));
  const savePng = async () => saveFile(`${name}.png`, await pngFile(svg()));
  return (
    <figure className="figure">
      <Group component="figcaption" justify="space-between" align="baseline" mb="xs" wrap="wrap" gap="xs">
        <Text fw={650}>{title}</Text>
        <Group gap={4} className="screen-only">
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<Table2 size={13} aria-hidden="true" />}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t("picture") : t("table")}
          </Button>
          <Menu position="bottom-end" onOpen={() => setDrawn(picture() !== null)}>
            <Menu.Target>
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                leftSection={<Download size={13} aria-hidden="true" />}
                aria-label={`${t("download")}: ${title}`}
              >
                {t("download")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => saveCsv(name, csvOf(data.columns, data.rows))}>{t("csv")}</Menu.Item>
              {isDrawn && <Menu.Item onClick={saveSvg}>{t("svg")}</Menu.Item>}
              {isDrawn && <Menu.Item onClick={savePng}>{t("png")}</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      {asTable ? <DataTable caption={title} {...data} /> : <div ref={place}>{children}</div>}
      {note !== undefined && (
        <Text size="sm" c="dimmed" mt="xs">
          {note}
        </Text>
      )}
    </figure>
  );
}
