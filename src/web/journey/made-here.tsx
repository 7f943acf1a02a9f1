import { Title } from "@mantine/core";
import { useTranslations } from "use-intl";
import { formatGoal, formatRate } from "../../report/format/rate.ts";
import { TextLink } from "../ui/link.tsx";
import type { Made } from "./query.ts";

/** Promises with how they are kept, each leading to its page. */
export function MadeHere({ title, promises }: { readonly title: string; readonly promises: readonly Made[] }) {
  const t = useTranslations("journey");
  if (promises.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h6" mb={4}>
        {title}
      </Title>
      <ul className="goers">
        {promises.map(({ promise, says, kept_rate, goal }) => (
          <li key={promise}>
            <TextLink size="sm" to="/promises/$name" params={{ name: promise }}>
              {says}
            </TextLink>
            <span>
              {kept_rate === null ? formatRate(null) : t("kept", { rate: formatRate(kept_rate) })}
              {goal !== null && ` · ${t("goal", { goal: formatGoal(goal) })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
