import { readDensities } from "./density.ts";
import { gapOf, readBeside } from "./found.ts";
import type { GapInBrief } from "./gap.ts";
import { type Looked, questionsOn } from "./questions.ts";
import { NO_TOTALS, readTotals } from "./totals.ts";

/** What a row of all promises needs, for a fraction of what it costs to measure them whole. */
export async function measureInBrief(looked: Looked): Promise<readonly GapInBrief[]> {
  const { store, experience, promises, source } = looked;
  const questions = await questionsOn(looked);
  const numbers = async () => {
    const totals = await readTotals(store, experience, promises, questions.rows, source.rows);
    const spreads = new Map([...totals].map(([name, { spread }]) => [name, spread]));
    return { totals, densities: await readDensities(store, spreads, source.rows) };
  };
  const [{ totals, densities }, beside] = await Promise.all([questions.ask(numbers), readBeside(looked, questions)]);
  return promises.map((promise) => {
    const { byMonth, ...own } = totals.get(promise.name) ?? NO_TOTALS;
    const density = densities.get(promise.name) ?? null;
    return { ...gapOf(experience, promise, { ...own, density, ...beside(promise) }), by_month: byMonth };
  });
}
