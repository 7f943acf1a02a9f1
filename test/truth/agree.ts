import { expect, test } from "vitest";
import { withLedger } from "../ledger.ts";
import { type Constraint, readConstraints } from "./constraint.ts";
import { type Case, judgeLog, type Outcome } from "./judge-log.ts";
import { isThere, type Log, type LogName, readLog, stretch } from "./log.ts";
import { translate } from "./translate.ts";

const NOTHING: Outcome = {
  activations: 0,
  violations: 0,
  violated_cases: 0,
  violated_md5: "d41d8cd98f00b204e9800998ecf8427e",
};

/** Tests that every constraint comes out as it does in another program: in all its counts, and in whom it was violated. */
export function agreesOn(name: LogName): void {
  test.skipIf(!isThere(name))(`judges ${name} as others do (needs ../shared)`, async () => {
    const log = stretch(readLog(name));
    const cases = casesOf(log);
    const outcomes = await withLedger((store) => judgeLog(store, log, cases));
    const parted = cases.flatMap((one) => {
      const ours = outcomes.get(one.constraint.id) ?? NOTHING;
      return isAlike(one, ours) ? [] : [{ constraint: brief(one.constraint), theirs: theirs(one.constraint), ours }];
    });
    expect(parted).toEqual([]);
  });
}

export const casesOf = (log: Log): readonly Case[] =>
  readConstraints(log.name).map((constraint) => ({ constraint, said: translate(constraint, log) }));

function isAlike({ constraint, said }: Case, ours: Outcome): boolean {
  const counts =
    !said.countsAlike || (ours.activations === constraint.activations && ours.violations === constraint.violations);
  return counts && ours.violated_cases === constraint.violated_cases && ours.violated_md5 === constraint.violated_md5;
}

const theirs = ({ activations, violations, violated_cases, violated_md5 }: Constraint) => ({
  activations,
  violations,
  violated_cases,
  violated_md5,
});

const brief = ({ id, template, activities, activation, correlation, time }: Constraint): string =>
  [id, template, ...activities, activation, correlation, time].filter((part) => part !== null).join(" | ");
