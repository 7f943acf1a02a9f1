import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { formatBriefDuration } from "../../report/format/duration.ts";
import { useWhen } from "../mend/when.ts";
import { useMay } from "../session/me.ts";
import { TextLink } from "../ui/link.tsx";
import { type Begun, type Goer, goersQuery, type Stretch } from "./query.ts";

/** The customers who went a stretch, the latest first. */
export function StretchGoers({
  name,
  begun,
  stretch,
  ends,
  lasts,
  onChoose,
}: {
  readonly name: string;
  readonly begun: Begun;
  readonly stretch: Stretch;
  /** The journey may end at this step. */
  readonly ends: boolean;
  /** For so many nothing came after it. */
  readonly lasts: number;
  readonly onChoose: (stretch: Stretch) => void;
}) {
  const t = useTranslations("journey");
  const may = useMay("customers:read");
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...goersQuery(name, stretch, begun),
    enabled: may,
  });
  const found = data?.pages.flatMap(({ customers }) => customers) ?? [];
  const { step, next, last } = stretch;
  return (
    <section aria-labelledby="goers">
      <Title order={3} size="h6" mb={4} id="goers">
        {last === undefined ? t("lately") : t("latelyEnded")}
      </Title>
      {next === undefined && lasts > 0 && !ends && may && (
        <Button
          size="compact-sm"
          variant="default"
          mb="xs"
          onClick={() => onChoose({ step, last: last === undefined ? "yes" : undefined })}
        >
          {last === undefined ? t("onlyEnded") : t("everybody")}
        </Button>
      )}
      {!may && (
        <Text size="sm" c="dimmed">
          {t("mayNot")}
        </Text>
      )}
      {error !== null && (
        <Text size="sm" role="alert">
          {error.message}
        </Text>
      )}
      {may && isPending && error === null && (
        <Stack gap={10} role="status">
          {[1, 2, 3, 4, 5].map((row) => (
            <Skeleton key={row} height={20} />
          ))}
        </Stack>
      )}
      {data !== undefined && found.length === 0 && <Text size="sm">{t("noneFound")}</Text>}
      <ul className="goers">
        {found.map((goer) => (
          <li key={`${goer.subject} ${goer.at}`}>
            <GoerLine goer={goer} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" size="compact-sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </section>
  );
}

function GoerLine({ goer: { customer, subject, at, waited, kept, broken, open } }: { readonly goer: Goer }) {
  const t = useTranslations("journey");
  const when = useWhen();
  const fate = [
    ...(broken > 0 ? [t("broken", { count: broken })] : []),
    ...(open > 0 ? [t("stillOpen", { count: open })] : []),
    ...(broken === 0 && open === 0 && kept > 0 ? [t("allKept")] : []),
  ].join(", ");
  return (
    <>
      <span>
        <TextLink size="sm" to="/customers/$id" params={{ id: customer }}>
          {customer}
        </TextLink>
        <Text size="xs" c="dimmed">
          {subject}
        </Text>
      </span>
      <Text size="xs" c={broken > 0 ? "var(--broken)" : "dimmed"} ta="right">
        {when(at)}
        {waited !== null && ` · ${t("waited", { time: formatBriefDuration(waited) })}`}
        <br />
        {fate}
      </Text>
    </>
  );
}
