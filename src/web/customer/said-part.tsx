import { Anchor, Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { formatMoment } from "../../report/format/moment.ts";
import { Section } from "../ui/section.tsx";
import { address, type Brief, saidQuery } from "./query.ts";

const FIRST = 10;

/** Everything they said, the latest first, in their words. */
export function SaidPart({ brief: { customer, timezone } }: { readonly brief: Brief }) {
  const t = useTranslations("customer");
  const { data: said = [] } = useQuery(saidQuery(customer));
  const [all, setAll] = useState(false);
  return (
    <Section title={t("said")}>
      {said.length === 0 && <Text c="dimmed">{t("nothingSaid")}</Text>}
      <ul className="brief-said">
        {(all ? said : said.slice(0, FIRST)).map((one) => (
          <li key={`${one.at} ${one.event}`}>
            <b>{t("scoreOf", { score: one.score, to: one.to })}</b>{" "}
            {one.words !== null && one.words !== "" && <q dir="auto">{one.words}</q>}{" "}
            <Text span size="sm" c="dimmed">
              {formatMoment(one.at, timezone)}
            </Text>
          </li>
        ))}
      </ul>
      {!all && said.length > FIRST && (
        <Button variant="default" size="compact-sm" onClick={() => setAll(true)} mr="sm">
          {t("more")}
        </Button>
      )}
      {said.length > 0 && (
        <Anchor size="sm" className="screen-only" href={`${address(customer)}/said?format=csv`} download>
          <Download size={13} aria-hidden="true" className="in-line" /> {t("csv")}
        </Anchor>
      )}
    </Section>
  );
}
