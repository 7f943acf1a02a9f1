import { Text } from "@mantine/core";
import { type Filter, filterOf } from "../filter/filter.ts";
import { TextLink } from "../ui/link.tsx";
import type { Gaps } from "./query.ts";

/** The one sentence of what matters most today; the promise in it leads to its page. */
export function Lead({ lead, filter }: { readonly lead: Gaps["lead"]; readonly filter: Filter }) {
  const { before, says, after, then, promise } = lead;
  return (
    <div>
      <p className="lead">
        {before}
        {says !== null && promise !== null && (
          <TextLink
            inherit
            c="inherit"
            underline="always"
            to="/promises/$name"
            params={{ name: promise }}
            search={filterOf(filter)}
          >
            <q>{says}</q>
          </TextLink>
        )}
        {after}
      </p>
      {then !== null && (
        <Text c="dimmed" mt={6}>
          {then}
        </Text>
      )}
    </div>
  );
}
