import type { Basis } from "./figures.ts";
import type { Tried } from "./hold-out.ts";

/** What the hold-out says of how far what is foreseen can be trusted. */
export function doubtsOf(best: Tried | undefined): Pick<Basis, "wrong" | "dispersion" | "dispersionAgain"> {
  if (best === undefined) return { wrong: { purchases: 0, again: 0 }, dispersion: 1, dispersionAgain: 1 };
  const { purchases, again, fit } = best;
  const n = fit.customers;
  return {
    wrong: {
      purchases: beyondChance(purchases.foreseen, purchases.happened, Math.sqrt(n) * purchases.rmse),
      again: beyondChance(again.foreseen * n, again.happened * n, Math.sqrt(n * again.brier)),
    },
    // 1 where nothing but chance is at work in each purchase.
    dispersion: purchases.foreseen > 0 ? Math.max(1, (purchases.rmse ** 2 * n) / purchases.foreseen) : 1,
    dispersionAgain: again.brierOfAll > 0 ? Math.min(1, again.brier / again.brierOfAll) : 1,
  };
}

/** What a sum was wrong by, as a share, once what chance explains is taken off; 0 where it explains all. */
function beyondChance(foreseen: number, happened: number, noise: number): number {
  if (!(foreseen > 0) || !(happened > 0)) return 0;
  const away = Math.log(happened / foreseen);
  const chance = noise / happened;
  return Math.abs(away) <= 2 * chance ? 0 : Math.sqrt(away ** 2 - chance ** 2);
}
