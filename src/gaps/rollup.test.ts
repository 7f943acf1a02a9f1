import { expect, test } from "vitest";
import { declaring } from "../../test/declaring.ts";
import { emptyPromise } from "../../test/sample-numbers.ts";
import type { Experience } from "../language/experience.ts";
import { countsOf } from "./counts.ts";
import type { PromiseGap } from "./gap.ts";
import { rollUpTeams, rollUpTouchpoints } from "./rollup.ts";

const NONE = { kept: 0, late: 0, missed: 0, open: 0, excused: 0 };

const COMPANY: Experience = {
  ...declaring({}),
  teams: [
    { name: "board", in: undefined, outside: false },
    { name: "carrier", in: "operations", outside: true },
    { name: "operations", in: "board", outside: false },
    { name: "finance", in: "board", outside: false },
  ],
  touchpoints: [
    { name: "doorstep", team: "carrier" },
    { name: "invoice", team: "finance" },
    { name: "nowhere", team: undefined },
  ],
};

function promise(name: string, team: string | null, touchpoint: string | null, kept: number, late: number): PromiseGap {
  return { ...emptyPromise(name, name, "then"), team, touchpoint, ...countsOf({ ...NONE, kept, late }) };
}

const PROMISES = [
  promise("comes", "carrier", "doorstep", 80, 20),
  promise("planned", "operations", null, 10, 0),
  promise("billed", "finance", "invoice", 5, 5),
  promise("nobody's", null, "nowhere", 1, 0),
];

test("a team answers for its own promises and for those of the teams below it", () => {
  expect(rollUpTeams(COMPANY, PROMISES)).toMatchObject([
    { name: "board", in: null, asked: 120, kept: 95, late: 25, promises: ["comes", "planned", "billed"] },
    { name: "carrier", in: "operations", outside: true, asked: 100, kept_rate: 0.8, promises: ["comes"] },
    { name: "operations", in: "board", asked: 110, kept_rate: 90 / 110, promises: ["comes", "planned"] },
    { name: "finance", in: "board", asked: 10, promises: ["billed"] },
  ]);
});

test("a touchpoint is its team's", () => {
  expect(rollUpTouchpoints(COMPANY, PROMISES)).toMatchObject([
    { name: "doorstep", in: "carrier", outside: true, asked: 100 },
    { name: "invoice", in: "finance", outside: false, asked: 10 },
    { name: "nowhere", in: null, outside: false, asked: 1 },
  ]);
});

test("a team without promises has no rate", () => {
  const [team] = rollUpTeams({ ...COMPANY, teams: [{ name: "idle", in: undefined, outside: false }] }, PROMISES);
  expect(team).toMatchObject({ asked: 0, kept_rate: null, kept_rate_interval: null, promises: [] });
});

test("teams above each other in a circle are counted once", () => {
  const teams = [
    { name: "a", in: "b", outside: false },
    { name: "b", in: "a", outside: false },
  ];
  const [a] = rollUpTeams({ ...COMPANY, teams }, [promise("x", "b", null, 3, 0)]);
  expect(a?.asked).toBe(3);
});
