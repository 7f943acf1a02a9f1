import { expect, test } from "vitest";
import { gradientAt } from "../numbers/derivatives.ts";
import { hypergeometric, hypergeometricOne } from "../numbers/hypergeometric.ts";
import { seeded } from "../numbers/random.ts";
import { bgNbd, mbgNbd } from "./bg-nbd.ts";
import { fitModel } from "./fit.ts";
import { type Counted, cellsOf } from "./history.ts";
import { againOf, type PurchaseModel, purchasesOf } from "./model.ts";
import { paretoNbd } from "./pareto-nbd.ts";

const MODELS = [bgNbd, mbgNbd, paretoNbd];

/** Customers who buy and leave as the model says; known for half a year to two years. */
function world(
  model: PurchaseModel,
  parameters: readonly number[],
  customers: number,
  seed: number,
): readonly Counted[] {
  const [r = 0, alpha = 0, a = 0, b = 0] = parameters;
  const random = seeded(seed);
  return Array.from({ length: customers }, () => {
    const known = 180 + random.below(550);
    const pace = random.gamma(r) / alpha / 7;
    const leaves = model.kind === "pareto-nbd" ? 0 : random.beta(a, b);
    const until = model.kind === "pareto-nbd" ? (7 * b * random.exponential()) / random.gamma(a) : known;
    const end = Math.min(known, until);
    let [repeats, latest] = [0, 0];
    let stays = model.kind !== "mbg-nbd" || random.uniform() >= leaves;
    for (let at = random.exponential() / pace; stays && at <= end; at += random.exponential() / pace) {
      repeats += 1;
      latest = at;
      stays = random.uniform() >= leaves;
    }
    return { repeats, latest: Math.round(latest), known, customers: 1 };
  });
}

test.each(MODELS)("$title finds the parameters of a world that is made by it", (model) => {
  const planted = [0.8, 6, 0.7, model.kind === "pareto-nbd" ? 30 : 2.5];
  const fit = fitModel(model, cellsOf(world(model, planted, 12_000, 3)));
  for (const [i, one] of planted.entries())
    expect(Math.abs(Math.log((fit?.parameters[i] ?? 0) / one)), `${model.parameters[i]}`).toBeLessThan(0.25);
});

test.each([bgNbd, mbgNbd])("the slope of $title is that of its likelihood", (model) => {
  const misfit = model.misfit(cellsOf(world(model, [0.8, 6, 0.7, 2.5], 400, 5)));
  for (const at of [
    [0, 1, -0.5, 1],
    [-1, 2, 0.5, -0.7],
    [1, 3, 0.1, 2],
  ]) {
    const slope = misfit.slope?.(at) ?? [];
    const wanted = gradientAt(misfit.of, at);
    for (const [i, one] of wanted.entries()) expect(slope[i]).toBeCloseTo(one, 3);
  }
});

test("fitting cells and fitting the same customers one by one give the same", () => {
  const customers = world(bgNbd, [0.8, 6, 0.7, 2.5], 2000, 9);
  const cells = cellsOf(customers);
  const each = {
    repeats: Int32Array.from(customers, ({ repeats }) => repeats),
    latest: Float64Array.from(customers, ({ latest }) => latest / 7),
    known: Float64Array.from(customers, ({ known }) => known / 7),
    customers: Float64Array.from(customers, () => 1),
  };
  expect(cells.repeats.length).toBeLessThan(customers.length);
  for (const model of MODELS) {
    const at = [-0.3, 1.7, -0.4, 1];
    expect(model.misfit(cells).of(at)).toBeCloseTo(model.misfit(each).of(at), 7);
  }
});

test.each(MODELS)("chances and purchases of $title are those of simulated customers", (model) => {
  const planted = [0.8, 6, 0.7, model.kind === "pareto-nbd" ? 30 : 2.5];
  const foresight = model.given(planted);
  const random = seeded(21);
  const history = { repeats: 3, latest: 20, known: 26 };
  const ahead = 13;
  let [weight, again, purchases, alive] = [0, 0, 0, 0];
  // A customer with this history: drawn from the planted world, weighed by how likely the history is under their own pace.
  for (let i = 0; i < 60_000; i++) {
    const [r = 0, alpha = 0, a = 0, b = 0] = planted;
    const pace = random.gamma(r) / alpha;
    const drop = model.kind === "pareto-nbd" ? random.gamma(a) / b : random.beta(a, b);
    const chances = model.kind === "mbg-nbd" ? 4 : 3;
    const buys = pace ** 3 * Math.exp(-pace * history.latest);
    const silent = Math.exp(-pace * (history.known - history.latest));
    const gap = history.known - history.latest;
    const here =
      model.kind === "pareto-nbd"
        ? buys * silent * Math.exp(-drop * history.known)
        : buys * silent * (1 - drop) ** chances;
    const left =
      model.kind === "pareto-nbd"
        ? buys * Math.exp(-drop * history.latest) * (drop / (drop + pace)) * -Math.expm1(-(drop + pace) * gap)
        : buys * (1 - drop) ** (chances - 1) * drop;
    weight += here + left;
    alive += here;
    const byTime = model.kind === "pareto-nbd";
    again +=
      here * (byTime ? (pace / (pace + drop)) * -Math.expm1(-(pace + drop) * ahead) : -Math.expm1(-pace * ahead));
    purchases +=
      here * (byTime ? (pace / drop) * -Math.expm1(-drop * ahead) : -Math.expm1(-pace * drop * ahead) / drop);
  }
  expect(foresight.alive(history)).toBeCloseTo(alive / weight, 2);
  expect(againOf(foresight, history, ahead)).toBeCloseTo(again / weight, 2);
  expect(purchasesOf(foresight, history, ahead) / (purchases / weight)).toBeCloseTo(1, 1);
});

test("nothing breaks at the edges: no time, one purchase, chances of leaving that the formulas divide by", () => {
  for (const model of MODELS)
    for (const parameters of [
      [1, 1, 1, 1],
      [0.5, 5, 1, 3],
      [0.5, 5, 0.4, 0.6],
      [3, 0.01, 0.01, 40],
      [1e-4, 1e4, 5, 1e-4],
      [20, 900, 20, 900],
    ]) {
      const foresight = model.given(parameters);
      for (const history of [
        { repeats: 0, latest: 0, known: 0 },
        { repeats: 1, latest: 0.2, known: 0.2 },
        { repeats: 0, latest: 0, known: 300 },
        { repeats: 400, latest: 150, known: 300 },
      ]) {
        const again = againOf(foresight, history, 8);
        const purchases = purchasesOf(foresight, history, 52);
        expect(again, `${model.title} ${parameters} ${JSON.stringify(history)}`).toBeGreaterThanOrEqual(0);
        expect(again).toBeLessThanOrEqual(1);
        expect(purchases, `${model.title} ${parameters} ${JSON.stringify(history)}`).toBeGreaterThanOrEqual(0);
        expect(purchases).toBeLessThan(1e7);
      }
    }
});

test("Gauss's function is that of its series, its fraction and what is known of it", () => {
  expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(-Math.log(0.5) / 0.5, 12);
  expect(hypergeometric(2, 3, 3, 0.25)).toBeCloseTo(0.75 ** -2, 12);
  for (const z of [0, 0.1, 0.6, 0.95])
    expect(hypergeometricOne(2.3, 5.1, z) / hypergeometric(2.3, 1, 5.1, z)).toBeCloseTo(1, 10);
  expect(hypergeometricOne(1, 2, 0.9999)).toBeCloseTo(-Math.log(0.0001) / 0.9999, 9);
});

test.each([bgNbd, mbgNbd])("$title foresees the same on both sides of where its formula changes", (model) => {
  for (const [x, known, ahead] of [
    [0, 3, 52],
    [4, 80, 12],
    [400, 100, 400],
  ] as const) {
    const [before, after] = [50, 50 + 1e-9].map((a) => model.given([0.9, 9, a, 200]).purchasesIfAlive(x, known, ahead));
    expect((after ?? 0) / (before ?? 1)).toBeCloseTo(1, 7);
  }
});

test.each([bgNbd, mbgNbd])("$title foresees what a fixed chance of leaving says where all leave alike", (model) => {
  const [r, alpha, share] = [1, 9, 0.15];
  const foresight = model.given([r, alpha, share * 1e10, (1 - share) * 1e10]);
  for (const [x, known, ahead] of [
    [0, 3, 52],
    [7, 80, 1200],
    [900, 100, 50],
  ] as const) {
    const stays = ((alpha + known) / (alpha + known + share * ahead)) ** (r + x);
    expect(foresight.purchasesIfAlive(x, known, ahead) / ((1 - stays) / share)).toBeCloseTo(1, 5);
  }
});
