import { type Name, type Sql, sql } from "../sql/sql.ts";
import type { Asked } from "./asked.ts";
import { atItsTime, NO_ELEMENT, sameEvent, sameThread, timeOf, turnKey } from "./element.ts";
import { overlap, type Role } from "./role.ts";
import { type Define, firstAfter, lastOfThread, latestBefore, type Search } from "./search.ts";

/** One promise's askings and how to name things in its scope. */
export interface Hunt {
  readonly define: Define;
  readonly asked: Asked;
}

/** For each asking the first other event at its time or later that plays the role; no element if there is none. */
export function firstFollowing(hunt: Hunt, role: Role): Name {
  const search = searchOf(hunt, role);
  if (search !== undefined) return hunt.asked.beside(firstAfter(search), search.askings);
  const pairs = pairsOf(hunt, role);
  const found = sql`arrayFilter(c -> ${timeOf(pairs.element)} >= ${timeOf(sql`x`)} and not ${sameEvent(pairs.element, sql`x`)} and ${pairs.matches}, ${pairs.candidates})`;
  return hunt.define(
    "first",
    sql`arrayMap((x, a) -> ${pairs.elementOf(sql`arrayElement(${found}, 1)`)}, ${hunt.asked.askings}, ${pairs.askings})`,
  );
}

/** For each asking the latest other event at its time or earlier that plays the role. */
export function latestPreceding(hunt: Hunt, role: Role): Name {
  const search = searchOf(hunt, role);
  if (search !== undefined) return hunt.asked.beside(latestBefore(search), search.askings);
  const pairs = pairsOf(hunt, role);
  const found = sql`arrayFilter(c -> ${timeOf(pairs.element)} <= ${timeOf(sql`x`)} and not ${sameEvent(pairs.element, sql`x`)} and ${pairs.matches}, ${pairs.candidates})`;
  return hunt.define(
    "latest",
    sql`arrayMap((x, a) -> ${latestOf(sql`arrayMap(c -> ${pairs.element}, ${found})`)}, ${hunt.asked.askings}, ${pairs.askings})`,
  );
}

/** For each asking the first answer after the last undoing; no element while the last word is an undoing. */
export function firstNotUndone(hunt: Hunt, answer: Role, undoing: Role): Name {
  const { define, asked } = hunt;
  if (answer.kind === "plain" && undoing.kind === "plain" && !overlap(answer.term, undoing.term)) {
    const last = lastOfThread({ define, askings: asked.bySubject, candidates: undoing.elements });
    const from = define(
      "from",
      sql`arrayMap((a, l) -> greatest(a, ${atItsTime(sql`l`)}), ${asked.bySubject}, ${last})`,
    );
    const first = firstAfter({ ...plainSearch(hunt, answer), askings: from, same: false });
    return asked.beside(first, asked.bySubject);
  }
  const undo = pairsOf(hunt, undoing);
  const follows = (element: Sql): Sql =>
    sql`${timeOf(element)} >= ${timeOf(sql`x`)} and not ${sameEvent(element, sql`x`)}`;
  const undoings = sql`arrayFilter(c -> ${follows(undo.element)} and ${undo.matches}, ${undo.candidates})`;
  const last = define(
    "undone",
    sql`arrayMap((x, a) -> ${latestOf(sql`arrayMap(c -> ${undo.element}, ${undoings})`)}, ${asked.askings}, ${undo.askings})`,
  );
  const pairs = pairsOf(hunt, answer);
  const notBefore = sql`${timeOf(pairs.element)} >= ${timeOf(sql`u`)} and not ${sameEvent(pairs.element, sql`u`)}`;
  const found = sql`arrayFilter(c -> ${follows(pairs.element)} and ${notBefore} and ${pairs.matches}, ${pairs.candidates})`;
  return define(
    "first",
    sql`arrayMap((x, u, a) -> ${pairs.elementOf(sql`arrayElement(${found}, 1)`)}, ${asked.askings}, ${last}, ${pairs.askings})`,
  );
}

const latestOf = (elements: Sql): Sql => {
  const latest = sql`arrayMax(arrayMap(e -> ${turnKey(sql`e`)}, ${elements}))`;
  return sql`if(empty(${elements}), ${NO_ELEMENT}, ${turnKey(latest)})`;
};

/** How to find it by sorting; undefined where every candidate must be held against every asking. */
export function searchOf(hunt: Hunt, role: Role): Search | undefined {
  switch (role.kind) {
    case "plain":
      return plainSearch(hunt, role);
    case "keyed":
      return {
        define: hunt.define,
        askings: role.askings,
        candidates: role.elements,
        overlap: overlap(hunt.asked.when, role.term),
        same: role.isWhen,
      };
    case "paired":
      return undefined;
  }
}

const plainSearch = ({ define, asked }: Hunt, role: Role & { kind: "plain" }): Search => ({
  define,
  askings: asked.bySubject,
  candidates: role.elements,
  overlap: overlap(asked.when, role.term),
  same: role.isWhen,
});

/** Candidates `c` held against askings: `x` the asking's element, `a` what else is known of it. */
export interface Pairs {
  /** In the order of time and key. */
  readonly candidates: Name;
  readonly askings: Name;
  /** Of the candidate `c`. */
  readonly element: Sql;
  readonly elementOf: (candidate: Sql) => Sql;
  readonly matches: Sql;
}

export function pairsOf({ define, asked }: Hunt, role: Role): Pairs {
  asked.pairUp();
  switch (role.kind) {
    case "plain":
      return {
        candidates: define("sorted", sql`arraySort(${role.elements})`),
        askings: asked.askings,
        element: sql`c`,
        elementOf: (c) => c,
        matches: sql`true`,
      };
    case "keyed":
      return {
        candidates: define("sorted", sql`arraySort(${role.elements})`),
        askings: asked.beside(role.askings, role.askings),
        element: sql`c`,
        elementOf: (c) => c,
        matches: sameThread(sql`c`, sql`a`),
      };
    case "paired": {
      const elementOf = (c: Sql): Sql => sql`tupleElement(${c}, 1)`;
      const matches = role.matches(sql`c`, sql`a`);
      return { candidates: role.rows, askings: asked.rows, element: elementOf(sql`c`), elementOf, matches };
    }
  }
}
