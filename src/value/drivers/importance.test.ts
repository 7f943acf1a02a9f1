import { describe, expect, test } from "vitest";
import { type Correlations, lmg, relativeWeights } from "./importance.ts";

/** R's `swiss`: Agriculture, Examination, Education, Catholic, Infant.Mortality, and with each of them Fertility. */
const SWISS: Correlations = {
  among: [
    [1, -0.6865422086171, -0.6395225189483, 0.4010950530487, -0.0608586084166],
    [-0.6865422086171, 1, 0.6984152962885, -0.5727418060642, -0.114021596482],
    [-0.6395225189483, 0.6984152962885, 1, -0.1538589170909, -0.0993218458213],
    [0.4010950530487, -0.5727418060642, -0.1538589170909, 1, 0.1754959075966],
    [-0.0608586084166, -0.114021596482, -0.0993218458213, 0.1754959075966, 1],
  ],
  with: [0.35307918362, -0.6458827064573, -0.6637888570351, 0.4636847006518, 0.416556031435],
};

const close = (found: readonly number[], wanted: readonly number[], digits = 10): void => {
  expect(found).toHaveLength(wanted.length);
  for (const [i, one] of wanted.entries()) expect(found[i]).toBeCloseTo(one, digits);
};

describe("LMG", () => {
  test("gives what R's relaimpo gives for swiss", () => {
    const found = lmg(SWISS);
    close(found, [0.0570912207681, 0.1711730289002, 0.2601346786244, 0.1055701503735, 0.1127659229265]);
    expect(found.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0.706735001593, 10);
  });

  test("is the mean gain over all orders", () => {
    const two: Correlations = {
      among: [
        [1, 0.5],
        [0.5, 1],
      ],
      with: [0.6, 0.4],
    };
    const whole = (0.36 + 0.16 - 2 * 0.6 * 0.4 * 0.5) / 0.75;
    close(lmg(two), [(0.36 + whole - 0.16) / 2, (0.16 + whole - 0.36) / 2]);
    close(relativeWeights(two), lmg(two));
  });

  test("of causes that are the same each has half, and of one that never varies nothing is said", () => {
    const same: Correlations = {
      among: [
        [1, 1, 0],
        [1, 1, 0],
        [0, 0, 1],
      ],
      with: [0.5, 0.5, 0],
    };
    close(lmg(same), [0.125, 0.125, 0]);
    close(relativeWeights(same), [0.125, 0.125, 0]);
    expect([lmg({ among: [], with: [] }), relativeWeights({ among: [], with: [] })]).toEqual([[], []]);
  });
});

describe("relative weights", () => {
  test("give what other programs give for swiss", () => {
    const found = relativeWeights(SWISS);
    close(found, [0.048416895812, 0.154708249806, 0.271964104646, 0.114680029948, 0.116965721381]);
    expect(found.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0.706735001593, 10);
  });

  test("of causes that have nothing to do with one another are the squares of their correlations", () => {
    const among = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    close(relativeWeights({ among, with: [0.5, 0.3, 0.1] }), [0.25, 0.09, 0.01]);
  });
});
