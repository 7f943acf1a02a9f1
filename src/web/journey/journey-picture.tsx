import { Skeleton, Slider, Stack, Text } from "@mantine/core";
import { lazy, Suspense, useMemo } from "react";
import { useTranslations } from "use-intl";
import { drawWays } from "../../report/chart/ways.ts";
import { formatDuration } from "../../report/format/duration.ts";
import { formatGoal, formatRate } from "../../report/format/rate.ts";
import { Figure } from "../ui/figure.tsx";
import { Picture } from "../ui/picture.tsx";
import { frameHeight, layOut } from "./lay-out.ts";
import { mapOf, movesOf, readableShare, SHARES } from "./map.ts";
import type { Journey, Stretch } from "./query.ts";
import { useWording } from "./wording.ts";

const Graph = lazy(() => import("./graph.tsx").then((room) => ({ default: room.Graph })));

/** The path as it is meant and as it is gone: to move about in, on paper, as a table and as files. */
export function JourneyPicture({
  journey,
  share: wanted,
  onShare,
  stretch,
  onChoose,
}: {
  readonly journey: Journey;
  readonly share: number | undefined;
  readonly onShare: (share: number) => void;
  readonly stretch: Stretch | undefined;
  readonly onChoose: (stretch: Stretch) => void;
}) {
  const t = useTranslations("journey");
  const share = wanted ?? readableShare(journey);
  const wording = useWording(journey.subjects);
  const map = useMemo(() => mapOf(journey, share), [journey, share]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wording follows from the journey.
  const ways = useMemo(() => layOut(map, wording), [map]);
  const desc = t("pictureDesc", { steps: map.steps.length, moves: map.moves.length });
  const moveWords = (from: string, to: string) => {
    const move = map.moves.find((one) => one.from === from && one.to === to);
    return move?.p50 === null || move === undefined
      ? t("openNever", { from, to })
      : t("openMove", { from, to, count: move.count, time: formatDuration(move.p50) });
  };
  return (
    <Figure
      title={t("picture")}
      name={`journey-${journey.journey}`}
      data={tableOf(journey, [t("from"), t("to"), t("times"), t("shareOfAll"), t("halfWithin"), t("nineWithin")])}
      note={t("note", { hidden: t("hidden", { steps: map.hiddenSteps, moves: map.hiddenMoves }) })}
    >
      <Stack gap="xs" className="graph-room">
        <Shares share={share} onShare={onShare} />
        <Suspense fallback={<Skeleton height={frameHeight(ways)} />}>
          <Graph ways={ways} stretch={stretch} onChoose={onChoose} moveWords={moveWords} />
        </Suspense>
        <div className="drawn" aria-hidden="true">
          <Picture of={drawWays(ways, `${journey.journey}: ${t("picture")}`, desc)} />
        </div>
      </Stack>
    </Figure>
  );
}

function Shares({ share, onShare }: { readonly share: number; readonly onShare: (share: number) => void }) {
  const t = useTranslations("journey");
  const place = SHARES.findIndex((one) => one >= share);
  const words = (at: number) => {
    const chosen = SHARES[at] ?? 0;
    return chosen === 0 ? t("showAll") : formatGoal(chosen);
  };
  return (
    <div className="shares screen-only">
      <Text size="sm" component="span" id="journey-share">
        {t("show")}
      </Text>
      <Slider
        aria-labelledby="journey-share"
        value={place === -1 ? SHARES.length - 1 : place}
        onChange={(at) => onShare(SHARES[at] ?? 0)}
        min={0}
        max={SHARES.length - 1}
        step={1}
        label={words}
        thumbLabel={t("show")}
        marks={SHARES.map((_, value) => ({ value, label: words(value) }))}
        size="sm"
        thumbSize={24}
      />
    </div>
  );
}

function tableOf(journey: Journey, columns: readonly string[]) {
  const rows = movesOf(journey).map(({ from, to, count, p50, p90 }) => [
    from,
    to,
    count,
    formatRate(journey.subjects === 0 ? null : count / journey.subjects),
    p50 === null ? null : formatDuration(p50),
    p90 === null ? null : formatDuration(p90),
  ]);
  return { columns, rows };
}
