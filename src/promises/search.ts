import { digits, type Hole, type Name, type Sql, sql } from "../sql/sql.ts";
import {
  asCandidate,
  askFor,
  atTheEnd,
  hasThread,
  isAskFor,
  isCandidate,
  isWindowEnd,
  keyOf,
  NO_ELEMENT,
  placeOf,
  sameEvent,
  sameThread,
  sameTime,
  turnKey,
  windowEnd,
} from "./element.ts";

/**
 * How an asking finds its answer among the candidates of its thread, without looking at every pair: all askings and
 * candidates of a customer are sorted into one array and the answers filled along it, so that the cost of a customer
 * grows as n log n. What was filled from another thread is no answer.
 *
 * Results are elements beside the sorted askings. No lambda may capture an array: the engine would copy it for each item.
 */
export interface Search {
  readonly define: Define;
  /** Sorted. */
  readonly askings: Name;
  /** In no order. */
  readonly candidates: Name;
  /** Whether one event can be both, so that it must be kept from answering itself. */
  readonly overlap: boolean;
  /** Every asking is a candidate and every candidate an asking. Those without a value stand in thread 0. */
  readonly same: boolean;
}

/** Names a value once, so that what uses it several times neither repeats its text nor its work. */
export type Define = (hint: string, value: Sql) => Name;

/** For each asking the first candidate at its time or later; no element if none. */
export function firstAfter(search: Search): Name {
  const { define, askings, candidates, overlap, same } = search;
  if (same) return nextOfSame(search);
  const merged = define("merged", sql`arraySort(arrayConcat(${askings}, ${marked(candidates)}))`);
  const found = define("found", sql`arrayReverseFill(m -> ${isCandidate(sql`m`)}, ${merged})`);
  const isAsking = sql`not ${isCandidate(sql`m`)}`;
  const one = ofEach(isAsking, found, merged);
  if (!overlap) return define("first", sql`arrayMap((f, a) -> ${reached(sql`f`)}, ${one}, ${askings})`);
  const second = sql`arrayReverseFill((v, m) -> ${isCandidate(sql`m`)}, arrayShiftLeft(${found}, 1), ${merged})`;
  return define(
    "first",
    sql`arrayMap((f, s, a) -> if(${sameEvent(sql`f`, sql`a`)}, ${reached(sql`s`)}, ${reached(sql`f`)}), ${one}, ${ofEach(isAsking, second, merged)}, ${askings})`,
  );
}

/** For each asking the latest candidate at its time or earlier (of equal times the one with the smallest key). */
export function latestBefore(search: Search): Name {
  const { define, askings, candidates, overlap } = search;
  // Here it is the askings that carry the mark, to stand behind candidates of their time.
  const merged = define(
    "merged",
    sql`arraySort(arrayConcat(${marked(askings)}, arrayMap(c -> ${turnKey(sql`c`)}, ${candidates})))`,
  );
  const isEvent = sql`not ${isCandidate(sql`m`)}`;
  const found = define("found", sql`arrayFill(m -> ${isEvent}, ${merged})`);
  const isAsking = isCandidate(sql`m`);
  const one = ofEach(isAsking, found, merged);
  const event = (f: Sql): Sql =>
    sql`if(${isCandidate(f)} or not ${sameThread(f, sql`a`)} or ${f} = 0, ${NO_ELEMENT}, ${turnKey(f)})`;
  if (!overlap) return define("latest", sql`arrayMap((f, a) -> ${event(sql`f`)}, ${one}, ${askings})`);
  const second = sql`arrayFill((v, m) -> ${isEvent}, arrayShiftRight(${found}, 1), ${merged})`;
  return define(
    "latest",
    sql`arrayMap((f, s, a) -> if(${sameEvent(turnKey(sql`f`), sql`a`)}, ${event(sql`s`)}, ${event(sql`f`)}), ${one}, ${ofEach(isAsking, second, merged)}, ${askings})`,
  );
}

/** For each asking the latest candidate of its thread, whenever it was. */
export function lastOfThread(search: Omit<Search, "overlap" | "same">): Name {
  const askings = search.define("late", sql`arrayMap(a -> ${atTheEnd(sql`a`)}, ${search.askings})`);
  return latestBefore({ ...search, askings, overlap: false, same: false });
}

/** For each asking the n-th candidate at its time or later, itself included; `n` is at least 1. */
export function nthAfter(search: Search, n: number): Name {
  const { define, askings, candidates, same } = search;
  if (same) return nthOfSame(search, n);
  const sorted = define("sorted", sql`arraySort(${marked(candidates)})`);
  const unsorted = define("unsorted", sql`arrayConcat(${askings}, ${sorted})`);
  const merged = define("merged", sql`arraySort(${unsorted})`);
  const nth = sql`arraySort((v, m) -> m, arrayConcat(${askings}, arrayShiftLeft(${sorted}, ${digits(n - 1)})), ${unsorted})`;
  const found = sql`arrayReverseFill((v, m) -> ${isCandidate(sql`m`)}, ${nth}, ${merged})`;
  return define(
    "nth",
    sql`arrayMap((f, a) -> ${reached(sql`f`)}, ${ofEach(sql`not ${isCandidate(sql`m`)}`, found, merged)}, ${askings})`,
  );
}

/** For each asking how many candidates lie between it and the end of its window, both inclusive, itself included. */
export function countWithin({ define, askings, candidates }: Search, ends: Name): Name {
  const windows = sql`arrayMap((a, e, i) -> ${windowEnd(sql`a`, sql`e`, sql`i`)}, ${askings}, ${ends}, arrayEnumerate(${askings}))`;
  const merged = define("merged", sql`arraySort(arrayConcat(${askings}, ${windows}, ${marked(candidates)}))`);
  const running = define("running", sql`arrayCumSum(m -> toInt64(${isCandidate(sql`m`)}), ${merged})`);
  const isEnd = isWindowEnd(sql`m`);
  const atEnd = sql`arraySort((n, m) -> ${keyOf(sql`m`)}, ${ofEach(isEnd, running, merged)}, arrayFilter(m -> ${isEnd}, ${merged}))`;
  const atAsking = ofEach(sql`not ${isEnd} and not ${isCandidate(sql`m`)}`, running, merged);
  return define("counted", sql`arrayMap((e, s) -> e - s, ${atEnd}, ${atAsking})`);
}

/** The values that stand beside the wanted elements, and `absent` where nothing is wanted. */
export function lookUp(define: Define, wanted: Name, elements: Name, values: Name, absent: Sql | undefined): Name {
  const asks = define("asks", sql`arrayMap(w -> ${askFor(sql`w`)}, ${wanted})`);
  const order = define("order", sql`arraySort((i, w) -> w, arrayEnumerate(${asks}), ${asks})`);
  const places = sql`arrayMap(x -> ${placeOf(sql`x`)}, ${elements})`;
  const unsorted = define("unsorted", sql`arrayConcat(${places}, ${asks})`);
  const merged = define("merged", sql`arraySort(${unsorted})`);
  const blank = sql`arrayResize(arraySlice(${values}, 1, 0), length(${asks})${absent ? sql`, ${absent}` : sql``})`;
  const beside = sql`arraySort((v, m) -> m, arrayConcat(${values}, ${blank}), ${unsorted})`;
  const filled = sql`arrayFill((v, m) -> not ${isAskFor(sql`m`)}, ${beside}, ${merged})`;
  return define("looked_up", sql`arraySort((f, i) -> i, ${ofEach(isAskFor(sql`m`), filled, merged)}, ${order})`);
}

const marked = (elements: Name): Sql => sql`arrayMap(c -> ${asCandidate(sql`c`)}, ${elements})`;

/** What was filled to the place of the asking `a`, where it is a candidate of its thread. */
const reached = (found: Sql): Sql =>
  sql`if(${isCandidate(found)} and ${sameThread(found, sql`a`)}, ${found}, ${NO_ELEMENT})`;

/** Where all askings are candidates and all candidates askings: the first other one of the same time, or the next. */
function nextOfSame({ define, askings }: Search): Name {
  const isFirst = sql`not ${sameTime(sql`m`, sql`p`)}`;
  const group = sql`arrayFill((m, p) -> ${isFirst}, ${askings}, arrayShiftRight(${askings}, 1))`;
  return define(
    "first",
    sql`arrayMap((o, a) -> ${ofSame(sql`o`)}, arrayMap((m, g, n) -> if(g != m, g, n), ${askings}, ${group}, arrayShiftLeft(${askings}, 1)), ${askings})`,
  );
}

/** The n-th of them from the first of its time on. */
function nthOfSame({ define, askings }: Search, n: number): Name {
  const isFirst = sql`not ${sameTime(sql`m`, sql`p`)}`;
  const ahead = sql`arrayShiftLeft(${askings}, ${digits(n - 1)})`;
  const ofGroup = sql`arrayFill((v, m, p) -> ${isFirst}, ${ahead}, ${askings}, arrayShiftRight(${askings}, 1))`;
  return define("nth", sql`arrayMap((o, a) -> ${ofSame(sql`o`)}, ${ofGroup}, ${askings})`);
}

const ofSame = (other: Sql): Sql =>
  sql`if(${sameThread(other, sql`a`)} and ${hasThread(sql`a`)}, ${other}, ${NO_ELEMENT})`;

const ofEach = (which: Sql, values: Hole, merged: Hole): Sql =>
  sql`arrayFilter((v, m) -> ${which}, ${values}, ${merged})`;
