import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type Filter, filterOf } from "../filter/filter.ts";
import type { Gaps } from "./query.ts";

/** The one sentence of what matters most today; the promise in it leads to its page. */
export function Lead({ lead, filter }: { readonly lead: Gaps["lead"]; readonly filter: Filter }) {
  const { before, says, after, then, promise } = lead;
  return (
    <div>
      <p className="lead">
        {before}
        {says !== null && promise !== null && (
          <Anchor
            inherit
            c="inherit"
            underline="always"
            renderRoot={(props) => (
              <Link to="/promises/$name" params={{ name: promise }} search={filterOf(filter)} {...props} />
            )}
          >
            <q>{says}</q>
          </Anchor>
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
