import type { CSSProperties } from "react";
import { formatRate } from "../../report/format/rate.ts";

/** A share of all, drawn and said. */
export function ShareBar({ share }: { readonly share: number }) {
  return (
    <>
      <span className="share-bar" style={{ "--share": Math.min(1, share) } as CSSProperties} aria-hidden="true" />{" "}
      {formatRate(share)}
    </>
  );
}
