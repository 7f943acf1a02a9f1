import { describe, expect, test } from "vitest";
import { CDNOW, cdnowBuyers } from "../../../test/truth/cdnow.ts";
import { expectItem, isValueThere } from "../../../test/truth/value-item.ts";
import { aucOf } from "../numbers/auc.ts";
import { covarianceAt } from "../numbers/derivatives.ts";
import { seeded } from "../numbers/random.ts";
import { bgNbd, mbgNbd } from "./bg-nbd.ts";
import { fitModel } from "./fit.ts";
import { cellsOf, total } from "./history.ts";
import { judgeNaive, tryModels } from "./hold-out.ts";
import { type Foresight, purchasesOf, purchasesOfNew } from "./model.ts";
import { paretoNbd } from "./pareto-nbd.ts";
import type { HoldOutCell } from "./read-cells.ts";
import { fitSpend, spendOf } from "./spend.ts";
import { foretell } from "./worth.ts";

const PUBLISHED = [0.243, 4.414, 0.793, 2.426];

describe.skipIf(!isValueThere(CDNOW))("figures of papers and other programs (needs ../shared)", () => {
  const buyers = isValueThere(CDNOW) ? cdnowBuyers() : [];
  const weeks = buyers.map(({ repeats, latest, known }) => ({ repeats, latest: latest / 7, known: known / 7 }));
  const cells = cellsOf(buyers.map((one) => ({ ...one, customers: 1 })));
  const fitted = (model: typeof bgNbd) => {
    const fit = fitModel(model, cells);
    if (fit === null) throw new Error(`${model.title} was not fitted`);
    return fit;
  };
  const published = bgNbd.given(PUBLISHED);

  test("clv.rfm: events come to the same histories", () => {
    const sum = (of: (one: (typeof weeks)[number]) => number) => weeks.reduce((total, one) => total + of(one), 0);
    expectItem("clv.rfm", [weeks.length, sum((one) => one.repeats), sum((one) => one.latest), sum((one) => one.known)]);
  });

  test("clv.bgnbd.params, params6, LL and se: BG/NBD on CDNOW", () => {
    const fit = fitted(bgNbd);
    expectItem("clv.bgnbd.params", fit.parameters);
    expectItem("clv.bgnbd.params6", fit.parameters);
    expectItem("clv.bgnbd.LL", [fit.logLikelihood]);
    const covariance = covarianceAt(bgNbd.misfit(cells).of, fit.logs);
    expectItem(
      "clv.bgnbd.se",
      fit.parameters.map((one, i) => one * Math.sqrt(covariance?.[i]?.[i] ?? Number.NaN)),
    );
  });

  test("clv.bgnbd.cet and alive: what to expect of one customer", () => {
    expectItem("clv.bgnbd.cet", [purchasesOf(published, { repeats: 2, latest: 30.43, known: 38.86 }, 39)]);
    const histories = [
      { repeats: 2, latest: 30.43, known: 38.86 },
      { repeats: 26, latest: 30.857, known: 31 },
      { repeats: 0, latest: 0, known: 38.86 },
      { repeats: 1, latest: 1.71, known: 38.86 },
    ];
    expectItem("clv.bgnbd.alive", histories.map(published.alive));
  });

  test("clv.bgnbd.new, E52 and pmf: what to expect of a new customer", () => {
    const { foresight } = fitted(bgNbd);
    expectItem(
      "clv.bgnbd.new",
      [0.1429, 1, 3, 31.8571, 32, 78].map((ahead) => purchasesOfNew(foresight, ahead)),
    );
    const times = (foresight: Foresight, n: number, ahead: number) => foresight.timesOfNew?.(n, ahead) ?? Number.NaN;
    expectItem("clv.bgnbd.E52", [purchasesOfNew(published, 52)]);
    const found = [
      times(published, 10, 2),
      times(published, 0, 39),
      times(published, 11, 30),
      times(published, 12, 30),
      times(published, 13, 30),
    ];
    expectItem("clv.bgnbd.pmf", found);
  });

  test("clv.pnbd.params, LL and 1516: Pareto/NBD on CDNOW", () => {
    const fit = fitted(paretoNbd);
    expectItem("clv.pnbd.params", fit.parameters);
    expectItem("clv.pnbd.LL", [fit.logLikelihood]);
    const foresight = paretoNbd.given([0.5528797, 10.5838911, 0.6062541, 11.6562237]);
    const history = { repeats: 26, latest: 30.857, known: 31 };
    expectItem("clv.pnbd.1516", [foresight.alive(history), purchasesOf(foresight, history, 52)]);
  });

  test("clv.mbg.params: MBG/NBD on CDNOW", () => {
    const fit = fitted(mbgNbd);
    expectItem("clv.mbg.params", [...fit.parameters, fit.logLikelihood]);
  });

  test("clv.gg.params, LL, cond, pop and corr: Gamma-Gamma on CDNOW", () => {
    const repeaters = buyers.filter(({ repeats }) => repeats > 0);
    const fit = fitSpend({
      purchases: Int32Array.from(repeaters, ({ repeats }) => repeats),
      mean: Float64Array.from(repeaters, ({ spend }) => spend),
      customers: Float64Array.from(repeaters, () => 1),
    });
    if (fit === null) throw new Error("Gamma-Gamma was not fitted");
    expectItem("clv.gg.params", [fit.p, fit.q, fit.v]);
    expectItem("clv.gg.LL", [fit.logLikelihood]);
    const first = repeaters.slice(0, 10).map(({ repeats, spend }) => spendOf(fit, repeats, spend));
    expectItem("clv.gg.cond", first);
    expectItem("clv.gg.pop", [spendOf(fit, 0, 0)]);
    expectItem("clv.gg.corr", [fit.correlation]);
    expect(repeaters.length).toBe(946);
  });

  const later = (againDays: number): readonly HoldOutCell[] =>
    buyers.map((one) => {
      const again = one.later.some((day) => day <= againDays);
      return { ...one, later: one.later.length, again, customers: 1 };
    });
  const AHEAD = 39 * 7;

  test("clv.holdout: BG/NBD foresees CDNOW's second half, with an error of at most 0.80 purchases", () => {
    const tried = tryModels(later(28), { ahead: AHEAD, againDays: 28 });
    const bg = tried.find(({ fit }) => fit.model.kind === "bg-nbd");
    if (bg === undefined) throw new Error("BG/NBD was not fitted");
    const { foreseen, happened, mae, rmse, correlation } = bg.purchases;
    expectItem("clv.holdout", [happened, foreseen, mae, rmse, correlation]);
    expect(mae).toBeLessThanOrEqual(0.8);
    expect(tried[0]?.purchases.rmse).toBeLessThanOrEqual(rmse);
  });

  test("clv.holdout.naive: the pace of each alone foresees it worse", () => {
    const { foreseen, mae, rmse } = judgeNaive(later(28), { ahead: AHEAD, againDays: 28 }).purchases;
    expectItem("clv.holdout.naive", [foreseen, mae, rmse]);
  });

  test("clv.reorder.4w and 39w: the chance to buy again within 4 weeks sorts customers with an AUC of at least 0.80", () => {
    for (const [id, days] of [
      ["clv.reorder.4w", 28],
      ["clv.reorder.39w", AHEAD],
    ] as const) {
      const tried = tryModels(later(days), { ahead: AHEAD, againDays: days });
      const bg = tried.find(({ fit }) => fit.model.kind === "bg-nbd");
      const { happened, foreseen, auc, brier } = bg?.again ?? {};
      expectItem(id, [happened ?? 0, foreseen ?? 0, auc ?? 0, brier ?? 0]);
      if (days === 28) expect(auc).toBeGreaterThanOrEqual(0.8);
    }
  });

  test("clv.alive.trap: the chance not to have left sorts them worse than a coin would", () => {
    const { foresight } = fitted(bgNbd);
    const auc = aucOf({
      foreseen: Float64Array.from(weeks, foresight.alive),
      happened: Float64Array.from(buyers, (one) => (one.later.length > 0 ? 1 : 0)),
      customers: Float64Array.from(buyers, () => 1),
    });
    expectItem("clv.alive.trap", [auc ?? Number.NaN]);
  });

  test("clv.equity: a year of all customers, discounted by one per cent a month", () => {
    const repeaters = buyers.filter(({ repeats }) => repeats > 0);
    const spend = fitSpend({
      purchases: Int32Array.from(repeaters, ({ repeats }) => repeats),
      mean: Float64Array.from(repeaters, ({ spend }) => spend),
      customers: Float64Array.from(repeaters, () => 1),
    });
    if (spend === null) throw new Error("Gamma-Gamma was not fitted");
    const { worth } = foretell(
      buyers.map((one) => {
        return { ...one, occasion: 0, paid: one.repeats, customers: 1, received: 0 };
      }),
      fitted(bgNbd).foresight,
      { kind: "gamma-gamma", fit: spend },
      { ahead: { steps: 12, stepWeeks: 4.345, factor: 1 / 1.01 }, againDays: 28 },
    );
    const sum = total(worth);
    expectItem("clv.equity", [sum, sum / buyers.length]);
  });

  test("sql.scale: a million customers who buy and leave as BG/NBD says are found again from their cells", () => {
    const random = seeded(9);
    const [r, alpha, a, b] = [0.5, 6, 0.8, 2.4];
    const rows = Array.from({ length: 1_000_000 }, () => {
      const pace = random.gamma(r) / alpha;
      const leaves = random.beta(a, b);
      const known = 26 + random.below(53);
      let [repeats, latest] = [0, 0];
      for (let at = random.exponential() / pace; at <= known; at += random.exponential() / pace) {
        repeats += 1;
        latest = at;
        if (random.uniform() < leaves) break;
      }
      // At the resolution of days, as in the ledger.
      return { repeats, latest: Math.round(latest * 7), known: known * 7, customers: 1 };
    });
    const fit = fitModel(bgNbd, cellsOf(rows));
    expectItem("sql.scale", fit?.parameters ?? []);
  });
});
