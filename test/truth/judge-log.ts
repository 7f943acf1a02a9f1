import type { Experience } from "../../src/language/experience.ts";
import { readExperience } from "../../src/language/read.ts";
import { syncColumns } from "../../src/ledger/columns.ts";
import { readClock } from "../../src/promises/clock.ts";
import { compileJudging } from "../../src/promises/compile.ts";
import { commas, naturals, sql, texts } from "../../src/sql/sql.ts";
import type { Store } from "../../src/storage/store.ts";
import { numericOf } from "./condition.ts";
import type { Constraint } from "./constraint.ts";
import { type Log, loadLog } from "./log.ts";
import { BEGUN, type PromiseFile, type Said } from "./said.ts";

/** What our judging came to, in the measures of the other programs. */
export interface Outcome {
  readonly activations: number;
  readonly violations: number;
  readonly violated_cases: number;
  readonly violated_md5: string;
}

export interface Case {
  readonly constraint: Constraint;
  readonly said: Said;
}

const DAY = 86_400_000;
// So many promises share a reading of the events: more would not fit, and finding out takes time.
const TOGETHER = 8;
// Nearly all of the time goes into planning, which more threads only make longer.
const JUDGING = { max_threads: 1, compile_expressions: 0, query_plan_enable_optimizations: 0 };

/** A promise of the file, and the constraints that it says, alone or together with others. */
interface Clause {
  readonly name: string;
  readonly promise: PromiseFile;
  readonly openIsBroken: boolean;
  readonly of: readonly number[];
}

/** Each promise once, however many constraints it is part of. */
function clausesOf(cases: readonly Case[]): readonly Clause[] {
  const clauses = new Map<string, Clause>();
  for (const { constraint, said } of cases) {
    for (const clause of said.promises) {
      const key = JSON.stringify(clause);
      const { of = [], name = `p${clauses.size}` } = clauses.get(key) ?? {};
      clauses.set(key, { ...clause, name, of: [...of, constraint.id] });
    }
  }
  return [...clauses.values()];
}

/** The whole log and its constraints as the text of an experience file. */
export function experienceFile(log: Log, cases: readonly Case[]): string {
  const numeric = new Set(cases.flatMap(({ constraint }) => numericOf(constraint)));
  const attributes = log.attributes.map((name) => [name, numeric.has(name) ? "number" : "text"]);
  const has = { ...Object.fromEntries(attributes), time: "moment", place: "whole" };
  const promises = clausesOf(cases).map(({ name, promise }) => [name, { says: name, journey: "case", ...promise }]);
  return JSON.stringify({
    kept: 1,
    name: log.name,
    timezone: "UTC",
    events: { [BEGUN]: {}, ...Object.fromEntries(log.names.map((name) => [name, { has }])) },
    journeys: { case: { follows: "case" } },
    promises: Object.fromEntries(promises),
  });
}

export function readFile(text: string): Experience {
  const { experience, diagnostics } = readExperience(text, "experience.yaml");
  if (experience === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, 5), undefined, 1));
  return experience;
}

/** Loads the log, judges all cases, and gives their outcomes by the id of the constraint. */
export async function judgeLog(store: Store, log: Log, cases: readonly Case[]): Promise<ReadonlyMap<number, Outcome>> {
  const experience = readFile(experienceFile(log, cases));
  await syncColumns(store, experience);
  await loadLog(store, log);
  await beginCases(store);
  const clock = await readClock(store, experience);
  const asOf = log.lastAt + 40_000 * DAY;
  // Those of a kind together are fewer queries.
  const promises = experience.promises.toSorted((one, other) => one.kind.localeCompare(other.kind));
  for (let from = 0; from < promises.length; from += TOGETHER) {
    const some = promises.slice(from, from + TOGETHER);
    for (const query of compileJudging(experience, some, clock, asOf))
      await store.run(sql`insert into verdicts ${query.rows(sql`true`)}`, JUDGING);
  }
  return readOutcomes(store, cases);
}

/** An event at the time of the first of each case. */
async function beginCases(store: Store): Promise<void> {
  await store.run(sql`insert into events (customer, name, at, received, source, id, batch, properties)
    select customer, ${texts([BEGUN])}[1], min(at), min(at), any(source), concat(customer, '/begun'), 2,
      toJSONString(map('case', customer)) from events group by customer`);
}

async function readOutcomes(store: Store, cases: readonly Case[]): Promise<ReadonlyMap<number, Outcome>> {
  const clauses = clausesOf(cases);
  const names = texts(clauses.map(({ name }) => name));
  const of = commas(clauses.map(({ of }) => naturals(of)));
  const needAll = naturals(cases.filter(({ said }) => said.violated === "all").map(({ constraint }) => constraint.id));
  const lenient = texts(clauses.filter(({ openIsBroken }) => !openIsBroken).map(({ name }) => name));
  const rows = await store.rows<{ id: string } & Outcome>(sql`
    select id, count() as activations, countIf(violated) as violations, uniqExactIf(customer, violated) as violated_cases,
      lower(hex(MD5(arrayStringConcat(arraySort(groupUniqArrayIf(customer, violated)), '\n')))) as violated_md5
    from (
      select id, customer_key, if(has(${needAll}, id), min(broken), max(broken)) = 1 as violated
      from (
        select arrayJoin([${of}][indexOf(${names}, promise)]) as id, customer_key, asked_at, asked_key,
          verdict in ('late', 'missed') or (verdict = 'open' and promise not in ${lenient}) as broken
        from verdicts)
      group by id, customer_key, asked_at, asked_key) as askings
    any left join (select customer_key, any(customer) as customer from events group by customer_key) as c using customer_key
    group by id`);
  return new Map(rows.map(({ id, ...rest }) => [Number(id), numbersOf(rest)]));
}

const numbersOf = (outcome: Outcome): Outcome => ({
  activations: Number(outcome.activations),
  violations: Number(outcome.violations),
  violated_cases: Number(outcome.violated_cases),
  violated_md5: outcome.violated_md5,
});
