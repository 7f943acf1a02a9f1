import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { get } from "../../api/call.ts";
import { Trouble } from "../../shell/trouble.tsx";
import { current } from "./experience.ts";
import { History } from "./history.tsx";
import { Workshop } from "./workshop.tsx";

const BEGINNING = "kept: 1\nname: \n";

/** The experience file: written, checked, looked at before it holds, published; and everything that held before. */
export function ExperiencePage() {
  const { template } = useSearch({ from: "/inside/set-up/experience" });
  const { data, error, refetch } = useQuery(current);
  const start = useQuery({
    queryKey: ["template", template],
    queryFn: ({ signal }) =>
      get<{ readonly text: string }>(`/api/templates/${encodeURIComponent(template ?? "minimal")}`, {}, signal),
    enabled: template !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (error !== null && data === undefined) return <Trouble error={error} reset={() => void refetch()} />;
  if (data === undefined || (template !== undefined && start.isPending)) return <Skeleton height={560} />;
  const text = start.data?.text ?? data?.text ?? BEGINNING;
  return (
    <Stack gap="xl">
      <Workshop key={template ?? ""} held={data} beginning={text} />
      <History version={data?.version ?? 0} />
    </Stack>
  );
}
