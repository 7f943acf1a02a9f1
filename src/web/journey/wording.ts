import { useTranslations } from "use-intl";
import { formatBriefCount, formatCount } from "../../report/format/count.ts";
import { formatBriefDuration } from "../../report/format/duration.ts";
import { formatRate } from "../../report/format/rate.ts";
import type { Wording } from "./lay-out.ts";
import type { Step } from "./query.ts";

/** What is written on the steps and ways of a journey of so many. */
export function useWording(subjects: number): Wording {
  const t = useTranslations("journey");
  const ending = ({ last, ends, on_path, subjects: came }: Step) => {
    if (last === 0) return [];
    // What is off the path may well come after the end of it.
    if (!on_path && !ends) return [{ text: t("lastOf", { count: formatCount(last) }), className: "soft" }];
    if (ends) return [{ text: t("ends", { count: formatCount(last) }), className: "soft" }];
    const share = formatRate(came === 0 ? null : Math.min(1, last / came));
    return [{ text: t("lost", { count: formatCount(last), share }), className: "lost" }];
  };
  const promised = ({ asks, answers }: Step) => {
    const starts = asks.length === 0 ? [] : [t("starts", { count: asks.length })];
    const ends = answers.length === 0 ? [] : [t("answers", { count: answers.length })];
    const text = [...starts, ...ends].join(", ");
    return text === "" ? [] : [{ text, className: "promised" }];
  };
  const owner = ({ touchpoint, team, outside }: Step) => {
    const text = [touchpoint, team].filter((one) => one !== null).join(" · ");
    return text === "" ? [] : [{ text: outside ? `${text} (${t("outside")})` : text, className: "soft" }];
  };
  return {
    lines: (step) => [
      { text: step.event, className: "name" },
      {
        text: t("come", {
          count: formatCount(step.subjects),
          share: formatRate(subjects === 0 ? null : step.subjects / subjects),
        }),
        className: "count",
      },
      ...owner(step),
      ...promised(step),
      ...ending(step),
    ],
    label: ({ count, p50 }) =>
      p50 === null ? t("never") : t("move", { count: formatBriefCount(count), time: formatBriefDuration(p50) }),
  };
}
