import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { formatMoment } from "../../report/format/moment.ts";
import type { ToldDeficit } from "../mend/query.ts";
import { Broken, Owed } from "./owed.tsx";
import type { ShownBrief } from "./query.ts";
import "./customer.css";

const SHOWN = 5;

/** What somebody should know of a customer before saying hello. */
export function BriefView({
  brief,
  deficit = null,
  children,
}: {
  readonly brief: ShownBrief;
  /** Where it is known: the chances that open ones will break. */
  readonly deficit?: ToldDeficit | null;
  readonly children?: ReactNode;
}) {
  const t = useTranslations("customer");
  const { owed, broken, said, occasions, timezone } = brief;
  return (
    <div className="brief">
      <Part title={t("owed")}>
        {owed.length === 0 ? (
          <Text c="dimmed">{t("nothingOwed")}</Text>
        ) : (
          <ul>
            {owed.map((one) => (
              <Owed key={`${one.promise} ${one.asked_id}`} one={one} brief={brief} deficit={deficit} />
            ))}
          </ul>
        )}
      </Part>
      <Part title={t("why")}>
        {occasions.length === 0 && <Text c="dimmed">{t("noWhy")}</Text>}
        {occasions.map((one) => (
          <Occasion key={one.name} one={one} />
        ))}
      </Part>
      <Part title={t("saidLast")}>
        {said === null ? (
          <Text c="dimmed">{t("nothingSaid")}</Text>
        ) : (
          <>
            {said.words !== null && said.words !== "" && <blockquote dir="auto">“{said.words}”</blockquote>}
            <Text>
              <b>{t("scoreOf", { score: said.score, to: said.to })}</b>{" "}
              <Text span inherit c="dimmed">
                {formatMoment(said.at, timezone)}
              </Text>
            </Text>
          </>
        )}
      </Part>
      <Part title={t("letDown")}>
        {broken.length === 0 ? (
          <Text c="dimmed">{t("nowhere")}</Text>
        ) : (
          <ul>
            {broken.slice(0, SHOWN).map((one) => (
              <Broken key={`${one.promise} ${one.asked_id}`} one={one} timezone={timezone} />
            ))}
          </ul>
        )}
        {broken.length > SHOWN && (
          <Text size="sm" c="dimmed">
            {t("moreBroken", { count: broken.length - SHOWN })}
          </Text>
        )}
      </Part>
      {children}
    </div>
  );
}

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Occasion({ one }: { readonly one: ShownBrief["occasions"][number] }) {
  const t = useTranslations("customer");
  const rows = [
    [t("hopes"), one.hopes],
    [t("fail"), one.if_we_fail],
    [t("shine"), one.if_we_shine],
  ] as const;
  return (
    <div>
      <Text fw={600}>{one.life ?? one.name}</Text>
      <Text size="sm" c="dimmed">
        {one.name}
        {one.stakes !== 1 && ` · ${t("stakes", { stakes: one.stakes })}`}
      </Text>
      <dl>
        {rows.map(([name, words]) =>
          words === null ? null : (
            <div key={name} style={{ display: "contents" }}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
