import { digits, type Hole, type Name, type Sql, sql } from "../sql/sql.ts";
import {
  asCandidate,
  askFor,
  ELEMENT,
  isAskFor,
  isCandidate,
  isWindowEnd,
  KEYED,
  keyedBy,
  keyOf,
  NO_ELEMENT,
  sameEvent,
  sameTime,
  turnKey,
  unkeyed,
  valueOf,
  windowEnd,
} from "./element.ts";

/**
 * How an asking finds its answer among the candidates of its subject, without looking at every pair: both are sorted
 * into one array and the answers filled along it, so that the cost of a subject grows as n log n.
 *
 * Arrays hold elements or, where only candidates with the asking's own value count, keyed elements (see element.ts).
 * Results are elements in the order of the askings' time and key. No lambda may capture an array: the engine would
 * copy it for each item.
 */
export interface Search {
  readonly define: Define;
  readonly askings: Name;
  readonly candidates: Name;
  readonly keyed: boolean;
  /** Whether one event can be both, so that it must be kept from answering itself. */
  readonly overlap: boolean;
  /** Where every asking is a candidate and every candidate an asking: the one sorted array of them. */
  readonly same: Name | undefined;
  /** Where no event can be both: askings and candidates as one sorted array, their bits, and those of candidates. */
  readonly near: { readonly elements: Name; readonly bits: Name; readonly candidate: bigint } | undefined;
}

type Near = NonNullable<Search["near"]>;

/** Names a value once, so that what uses it several times neither repeats its text nor its work. */
export type Define = (hint: string, value: Sql) => Name;

const layoutOf = ({ keyed }: Search) => (keyed ? KEYED : ELEMENT);
const plain = ({ keyed }: Search, element: Sql): Sql => (keyed ? unkeyed(element) : element);
const merge = (askings: Hole, candidates: Hole): Sql => sql`arraySort(arrayConcat(${askings}, ${candidates}))`;
const marked = (search: Search, list: Name): Sql =>
  sql`arrayMap(c -> ${asCandidate(sql`c`, layoutOf(search))}, ${list})`;

/** For each asking the first candidate at its time or later; no element if none. */
export function firstAfter(search: Search): Name {
  const { define, askings, candidates, keyed, overlap, near, same } = search;
  const layout = layoutOf(search);
  if (near !== undefined) return firstAfterNear(define, near);
  if (same !== undefined) return nextOfSame(search, same);
  const merged = define("merged", merge(askings, marked(search, candidates)));
  const found = define("found", fillBack(search, merged, merged));
  const isAsking = sql`not ${isCandidate(sql`m`, layout)}`;
  const reachable = (f: Sql): Sql =>
    sql`${isCandidate(f, layout)}${keyed ? sql` and ${valueOf(f)} = ${valueOf(sql`m`)}` : sql``}`;
  const orNone = (f: Sql): Sql => sql`if(${reachable(f)}, ${plain(search, f)}, ${NO_ELEMENT})`;
  if (!overlap)
    return define(
      "first",
      ofAskings(
        search,
        sql`arrayMap((f, m) -> ${orNone(sql`f`)}, ${ofEach(isAsking, found, merged)}, ${ofEach(isAsking, merged, merged)})`,
        isAsking,
        merged,
      ),
    );
  const second = fillBack(search, sql`arrayShiftLeft(${found}, 1)`, merged);
  const isSelf = sql`${reachable(sql`f`)} and ${sameEvent(plain(search, sql`f`), plain(search, sql`m`))}`;
  const picked = sql`arrayMap((f, s, m) -> if(${isSelf}, ${orNone(sql`s`)}, ${orNone(sql`f`)}), ${found}, ${second}, ${merged})`;
  return define("first", ofAskings(search, ofEach(isAsking, picked, merged), isAsking, merged));
}

/** Only of equal times does the order change: candidates come after askings. */
function firstAfterNear(define: Define, { elements, bits, candidate }: Near): Name {
  const isThat = sql`bitAnd(b, ${digits(candidate)}) != 0`;
  const merged = define(
    "merged",
    sql`arraySort(arrayMap((m, b) -> if(${isThat}, ${asCandidate(sql`m`)}, m), ${elements}, ${bits}))`,
  );
  const filled = sql`arrayReverseFill(m -> ${isCandidate(sql`m`)}, ${merged})`;
  const ofAsking = sql`arrayFilter((f, m) -> not ${isCandidate(sql`m`)}, ${filled}, ${merged})`;
  return define("first", sql`arrayMap(f -> if(${isCandidate(sql`f`)}, f, ${NO_ELEMENT}), ${ofAsking})`);
}

function latestBeforeNear(define: Define, { elements, bits, candidate }: Near): Name {
  const isThat = sql`bitAnd(b, ${digits(candidate)}) != 0`;
  const merged = define(
    "merged",
    sql`arraySort(arrayMap((m, b) -> if(${isThat}, ${turnKey(sql`m`)}, ${asCandidate(sql`m`)}), ${elements}, ${bits}))`,
  );
  const filled = sql`arrayFill(m -> not ${isCandidate(sql`m`)}, ${merged})`;
  const ofAsking = sql`arrayFilter((f, m) -> ${isCandidate(sql`m`)}, ${filled}, ${merged})`;
  return define(
    "latest",
    sql`arrayMap(f -> if(${isCandidate(sql`f`)}, ${NO_ELEMENT}, ${turnKey(sql`f`)}), ${ofAsking})`,
  );
}

/** Where all askings are candidates and all candidates askings: the first other one of the same time, or the next. */
function nextOfSame({ define, keyed }: Search, list: Name): Name {
  const layout = keyed ? KEYED : ELEMENT;
  const isFirst = sql`not ${sameTime(sql`m`, sql`p`, layout)}`;
  const group = define("group", sql`arrayFill((m, p) -> ${isFirst}, ${list}, arrayShiftRight(${list}, 1))`);
  const reached = sql`if(g != m, g, n)`;
  const picked = keyed ? sql`if(${sameValue(reached, sql`m`)}, ${unkeyed(reached)}, ${NO_ELEMENT})` : reached;
  return define(
    "first",
    inOrder(keyed, sql`arrayMap((m, g, n) -> ${picked}, ${list}, ${group}, arrayShiftLeft(${list}, 1))`, list),
  );
}

/** The n-th of them from the first of its time on. */
function nthOfSame({ define, keyed }: Search, list: Name, n: Hole): Name {
  const layout = keyed ? KEYED : ELEMENT;
  const ahead = sql`arrayShiftLeft(${list}, toInt64(${n}) - 1)`;
  const nth = keyed
    ? sql`arrayMap((s, m) -> if(${sameValue(sql`s`, sql`m`)}, ${unkeyed(sql`s`)}, ${NO_ELEMENT}), ${ahead}, ${list})`
    : ahead;
  const isFirst = sql`not ${sameTime(sql`m`, sql`p`, layout)}`;
  const ofGroup = sql`arrayFill((v, m, p) -> ${isFirst}, ${nth}, ${list}, arrayShiftRight(${list}, 1))`;
  return define("nth", inOrder(keyed, ofGroup, list));
}

/** 0 is the value of those without one: it equals nothing. */
const sameValue = (one: Sql, other: Sql): Sql => sql`${valueOf(one)} = ${valueOf(other)} and ${valueOf(other)} != 0`;

const inOrder = (keyed: boolean, values: Sql, list: Name): Sql =>
  keyed ? sql`arraySort((f, m) -> ${unkeyed(sql`m`)}, ${values}, ${list})` : values;

/** For each asking the latest candidate at its time or earlier (of equal times the one with the smallest key). */
export function latestBefore(search: Search): Name {
  const { define, askings, candidates, keyed, overlap, near } = search;
  const layout = layoutOf(search);
  if (near !== undefined) return latestBeforeNear(define, near);
  const turned = sql`arrayMap(c -> ${turnKey(sql`c`, layout)}, ${candidates})`;
  const merged = define("merged", merge(marked(search, askings), turned));
  const found = define("found", fillOn(search, merged, merged));
  const isAsking = isCandidate(sql`m`, layout);
  const reachable = (f: Sql): Sql =>
    sql`(${f} != 0 and not ${isCandidate(f, layout)}${keyed ? sql` and ${valueOf(f)} = ${valueOf(sql`m`)}` : sql``})`;
  const event = (f: Sql): Sql => plain(search, turnKey(f, layout));
  const orNone = (f: Sql): Sql => sql`if(${reachable(f)}, ${event(f)}, ${NO_ELEMENT})`;
  const second = fillOn(search, sql`arrayShiftRight(${found}, 1)`, merged);
  const isSelf = sql`${reachable(sql`f`)} and ${sameEvent(event(sql`f`), plain(search, sql`m`))}`;
  const picked = overlap
    ? sql`arrayMap((f, s, m) -> if(${isSelf}, ${orNone(sql`s`)}, ${orNone(sql`f`)}), ${found}, ${second}, ${merged})`
    : sql`arrayMap((f, m) -> ${orNone(sql`f`)}, ${found}, ${merged})`;
  return define("latest", ofAskings(search, ofEach(isAsking, picked, merged), isAsking, merged));
}

/** For each asking the n-th candidate at its time or later, itself included; `n` is a whole number of the subject, at least 1. */
export function nthAfter(search: Search, n: Hole): Name {
  const { define, askings, candidates, keyed, same } = search;
  if (same !== undefined) return nthOfSame(search, same, n);
  const layout = layoutOf(search);
  const sorted = define("sorted", sql`arraySort(${marked(search, candidates)})`);
  const ahead = sql`arrayShiftLeft(${sorted}, toInt64(${n}) - 1)`;
  const nth = keyed
    ? sql`arrayMap((s, c) -> if(${valueOf(sql`s`)} = ${valueOf(sql`c`)}, ${unkeyed(sql`s`)}, ${NO_ELEMENT}), ${ahead}, ${sorted})`
    : ahead;
  const unsorted = define("unsorted", sql`arrayConcat(${askings}, ${sorted})`);
  const merged = define("merged", sql`arraySort(${unsorted})`);
  const values = sql`arraySort((v, m) -> m, arrayConcat(arrayMap(a -> ${NO_ELEMENT}, ${askings}), ${nth}), ${unsorted})`;
  const isAsking = sql`not ${isCandidate(sql`m`, layout)}`;
  return define("nth", ofAskings(search, ofEach(isAsking, fillBack(search, values, merged), merged), isAsking, merged));
}

/** For each asking how many candidates lie between it and the end of its window, both inclusive, itself included. */
export function countWithin(search: Search, elements: Name, ends: Name): Name {
  const { define, askings, candidates, keyed } = search;
  const layout = layoutOf(search);
  // Keyed askings stand in the order of their values: their ends are brought into the same order.
  const windows = keyed
    ? sql`arrayMap((a, w) -> ${keyedBy(valueOf(sql`a`), sql`w`)}, arraySort(a -> ${unkeyed(sql`a`)}, ${askings}), arrayMap((x, e) -> ${windowEnd(sql`x`, sql`e`)}, ${elements}, ${ends}))`
    : sql`arrayMap((x, e) -> ${windowEnd(sql`x`, sql`e`)}, ${elements}, ${ends})`;
  const merged = define("merged", merge(sql`arrayConcat(${askings}, ${windows})`, marked(search, candidates)));
  const running = define("running", sql`arrayCumSum(m -> toInt64(${isCandidate(sql`m`, layout)}), ${merged})`);
  const key = keyOf(plain(search, sql`m`));
  const at = (which: Sql): Sql =>
    sql`arraySort((n, m) -> ${key}, ${ofEach(which, running, merged)}, ${ofEach(which, merged, merged)})`;
  const asking = sql`(not ${isCandidate(sql`m`, layout)} and not ${isWindowEnd(sql`m`, layout)})`;
  return define(
    "counted",
    sql`arraySort((n, x) -> x, arrayMap((e, s) -> e - s, ${at(isWindowEnd(sql`m`, layout))}, ${at(asking)}), arraySort(x -> ${keyOf(sql`x`)}, ${elements}))`,
  );
}

/** The values that stand beside the wanted elements, and `absent` where nothing is wanted. */
export function lookUp(define: Define, wanted: Name, elements: Name, values: Name, absent: Sql | undefined): Name {
  const asks = define("asks", sql`arrayMap(w -> ${askFor(sql`w`)}, ${wanted})`);
  const order = define("order", sql`arraySort((i, w) -> w, arrayEnumerate(${asks}), ${asks})`);
  const unsorted = define("unsorted", sql`arrayConcat(${elements}, ${asks})`);
  const merged = define("merged", sql`arraySort(${unsorted})`);
  const blank = sql`arrayResize(arraySlice(${values}, 1, 0), length(${asks})${absent ? sql`, ${absent}` : sql``})`;
  const beside = sql`arraySort((v, m) -> m, arrayConcat(${values}, ${blank}), ${unsorted})`;
  const filled = sql`arrayFill((v, m) -> not ${isAskFor(sql`m`)}, ${beside}, ${merged})`;
  return define("looked_up", sql`arraySort((f, i) -> i, ${ofEach(isAskFor(sql`m`), filled, merged)}, ${order})`);
}

const ofEach = (which: Sql, values: Hole, merged: Hole): Sql =>
  sql`arrayFilter((v, m) -> ${which}, ${values}, ${merged})`;

/** Each place takes the value of the next candidate's place; of keyed elements only within the same value. */
function fillBack(search: Search, values: Hole, merged: Hole): Sql {
  const isOne = isCandidate(sql`m`, layoutOf(search));
  return search.keyed
    ? sql`arrayReverseFill((v, m, n) -> ${isOne} or ${valueOf(sql`m`)} != ${valueOf(sql`n`)}, ${values}, ${merged}, arrayShiftLeft(${merged}, 1))`
    : sql`arrayReverseFill((v, m) -> ${isOne}, ${values}, ${merged})`;
}

/** Each place takes the value of the latest place that is no asking (here askings carry the mark). */
function fillOn(search: Search, values: Hole, merged: Hole): Sql {
  const isOne = sql`not ${isCandidate(sql`m`, layoutOf(search))}`;
  return search.keyed
    ? sql`arrayFill((v, m, n) -> ${isOne} or ${valueOf(sql`m`)} != ${valueOf(sql`n`)}, ${values}, ${merged}, arrayShiftRight(${merged}, 1))`
    : sql`arrayFill((v, m) -> ${isOne}, ${values}, ${merged})`;
}

/** What was found for each asking, from the order of values into that of time and key. */
const ofAskings = (search: Search, found: Sql, isAsking: Sql, merged: Name): Sql =>
  search.keyed ? sql`arraySort((v, m) -> ${unkeyed(sql`m`)}, ${found}, ${ofEach(isAsking, merged, merged)})` : found;
