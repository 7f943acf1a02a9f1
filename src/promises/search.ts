import { type Hole, type Name, type Sql, sql } from "../sql/sql.ts";
import { asCandidate, isCandidate, isWindowEnd, keyOf, NO_ELEMENT, sameEvent, turnKey, windowEnd } from "./element.ts";

/**
 * How an asking finds its answer among the candidates of its subject, without looking at every pair: both are sorted
 * into one array and the answers filled along it, so that the cost of a subject grows as n log n.
 *
 * Arrays hold elements (see element.ts), or keyed elements: the element with a 64-bit value above it (UInt256), where
 * only candidates with the asking's own value count. No lambda may capture an array: the engine would copy it for each
 * element.
 */
export interface Search {
  readonly define: Define;
  readonly askings: Name;
  readonly candidates: Name;
  readonly keyed: boolean;
  /** Whether one event can be both, so that it must be kept from answering itself. */
  readonly overlap: boolean;
}

/** Names a value once, so that what uses it several times neither repeats its text nor its work. */
export type Define = (hint: string, value: Sql) => Name;

export const keyed = (value: Hole, element: Hole): Sql =>
  sql`bitOr(bitShiftLeft(toUInt256(${value}), 128), toUInt256(${element}))`;
const valueOf = (element: Hole): Sql => sql`bitShiftRight(${element}, 128)`;
const plain = (element: Hole): Sql => sql`toUInt128(${element})`;

const merge = (askings: Hole, candidates: Hole): Sql => sql`arraySort(arrayConcat(${askings}, ${candidates}))`;

/** For each asking the first candidate at its time or later, in the order of the askings; no element if none. */
export function firstAfter({ define, askings, candidates, keyed, overlap }: Search): Name {
  const merged = define("merged", merge(askings, sql`arrayMap(c -> ${asCandidate(sql`c`)}, ${candidates})`));
  const found = define("found", fillBack(merged, merged, keyed));
  const second = fillBack(sql`arrayShiftLeft(${found}, 1)`, merged, keyed);
  const reachable = (f: Sql): Sql =>
    keyed ? sql`(${isCandidate(f)} and ${valueOf(f)} = ${valueOf(sql`m`)})` : isCandidate(f);
  const orNone = (f: Sql, none: Sql): Sql => sql`if(${reachable(f)}, ${plain(f)}, ${none})`;
  const picked = overlap
    ? sql`arrayMap((f, s, m) -> if(${reachable(sql`f`)} and ${sameEvent(plain(sql`f`), plain(sql`m`))}, ${orNone(sql`s`, NO_ELEMENT)}, ${orNone(sql`f`, NO_ELEMENT)}), ${found}, ${second}, ${merged})`
    : sql`arrayMap((f, m) -> ${orNone(sql`f`, NO_ELEMENT)}, ${found}, ${merged})`;
  return define("first", ofAskings(picked, merged, sql`not ${isCandidate(sql`m`)}`, keyed));
}

/** For each asking the latest candidate at its time or earlier (of equal times the one with the smallest key). */
export function latestBefore({ define, askings, candidates, keyed, overlap }: Search): Name {
  const askingsLast = sql`arrayMap(a -> ${asCandidate(sql`a`)}, ${askings})`;
  const turned = sql`arrayMap(c -> ${turnKey(sql`c`)}, ${candidates})`;
  const merged = define("merged", merge(askingsLast, turned));
  const found = define("found", fillOn(merged, merged, keyed));
  const second = fillOn(sql`arrayShiftRight(${found}, 1)`, merged, keyed);
  const reachable = (f: Sql): Sql =>
    sql`(${f} != 0 and not ${isCandidate(f)}${keyed ? sql` and ${valueOf(f)} = ${valueOf(sql`m`)}` : sql``})`;
  const event = (f: Sql): Sql => turnKey(plain(f));
  const orNone = (f: Sql): Sql => sql`if(${reachable(f)}, ${event(f)}, ${NO_ELEMENT})`;
  const picked = overlap
    ? sql`arrayMap((f, s, m) -> if(${reachable(sql`f`)} and ${sameEvent(event(sql`f`), plain(sql`m`))}, ${orNone(sql`s`)}, ${orNone(sql`f`)}), ${found}, ${second}, ${merged})`
    : sql`arrayMap((f, m) -> ${orNone(sql`f`)}, ${found}, ${merged})`;
  return define("latest", ofAskings(picked, merged, isCandidate(sql`m`), keyed));
}

/** For each asking the n-th candidate at its time or later, itself included; `n` is a whole number of the subject, at least 1. */
export function nthAfter({ define, askings, candidates, keyed }: Search, n: Hole): Name {
  const marked = define("marked", sql`arraySort(arrayMap(c -> ${asCandidate(sql`c`)}, ${candidates}))`);
  const ahead = sql`arrayShiftLeft(${marked}, toInt64(${n}) - 1)`;
  const nth = keyed
    ? sql`arrayMap((s, c) -> if(${valueOf(sql`s`)} = ${valueOf(sql`c`)}, ${plain(sql`s`)}, ${NO_ELEMENT}), ${ahead}, ${marked})`
    : ahead;
  const unsorted = define("unsorted", sql`arrayConcat(${askings}, ${marked})`);
  const merged = define("merged", sql`arraySort(${unsorted})`);
  const values = sql`arraySort((v, m) -> m, arrayConcat(arrayMap(a -> ${NO_ELEMENT}, ${askings}), ${nth}), ${unsorted})`;
  return define("nth", ofAskings(fillBack(values, merged, keyed), merged, sql`not ${isCandidate(sql`m`)}`, keyed));
}

/** For each asking how many candidates lie between it and the end of its window, both inclusive, itself included. */
export function countWithin({ define, askings, candidates, keyed: byValue }: Search, ends: Name): Name {
  const end = byValue ? keyed(valueOf(sql`a`), windowEnd(plain(sql`a`), sql`e`)) : windowEnd(sql`a`, sql`e`);
  const windows = sql`arrayConcat(${askings}, arrayMap((a, e) -> ${end}, ${askings}, ${ends}))`;
  const merged = define("merged", merge(windows, sql`arrayMap(c -> ${asCandidate(sql`c`)}, ${candidates})`));
  const running = define("running", sql`arrayCumSum(m -> toInt64(${isCandidate(sql`m`)}), ${merged})`);
  const key = keyOf(plain(sql`m`));
  const at = (which: Sql): Sql =>
    sql`arraySort((n, m) -> ${key}, arrayFilter((n, m) -> ${which}, ${running}, ${merged}), arrayFilter(m -> ${which}, ${merged}))`;
  const asking = sql`(not ${isCandidate(sql`m`)} and not ${isWindowEnd(sql`m`)})`;
  const inOrder = byValue ? sql`arrayMap(a -> ${plain(sql`a`)}, ${askings})` : askings;
  return define(
    "counted",
    sql`arraySort((n, m) -> m, arrayMap((e, s) -> e - s, ${at(isWindowEnd(sql`m`))}, ${at(asking)}), arraySort(m -> ${key}, ${inOrder}))`,
  );
}

/** The values that stand beside the wanted elements; defaults where nothing is wanted. */
export function lookUp(define: Define, wanted: Name, elements: Hole, values: Name): Name {
  const unsorted = define(
    "unsorted",
    sql`arrayConcat(arrayMap(k -> (k, toUInt32(0)), ${elements}), arrayMap((w, i) -> (${unmarked(sql`w`)}, i), ${wanted}, arrayEnumerate(${wanted})))`,
  );
  const merged = define("merged", sql`arraySort(${unsorted})`);
  const beside = sql`arraySort((v, m) -> m, arrayConcat(${values}, arrayResize(arraySlice(${values}, 1, 0), length(${wanted}))), ${unsorted})`;
  const filled = sql`arrayFill((v, m) -> m.2 = 0 or m.1 = 0, ${beside}, ${merged})`;
  return define(
    "looked_up",
    sql`arraySort((f, m) -> m.2, arrayFilter((f, m) -> m.2 > 0, ${filled}, ${merged}), arrayFilter(m -> m.2 > 0, ${merged}))`,
  );
}

const unmarked = (element: Sql): Sql =>
  sql`if(${isCandidate(element)}, bitXor(${element}, ${asCandidate(NO_ELEMENT)}), ${element})`;

/** Each place takes the value of the next candidate's place; where values stand above, only of its own run. */
const fillBack = (values: Hole, merged: Hole, keyed: boolean): Sql =>
  keyed
    ? sql`arrayReverseFill((v, m, n) -> ${isCandidate(sql`m`)} or ${valueOf(sql`m`)} != ${valueOf(sql`n`)}, ${values}, ${merged}, arrayShiftLeft(${merged}, 1))`
    : sql`arrayReverseFill((v, m) -> ${isCandidate(sql`m`)}, ${values}, ${merged})`;

/** Each place takes the value of the latest place that is no asking (here askings carry the mark). */
const fillOn = (values: Hole, merged: Hole, keyed: boolean): Sql =>
  keyed
    ? sql`arrayFill((v, m, n) -> not ${isCandidate(sql`m`)} or ${valueOf(sql`m`)} != ${valueOf(sql`n`)}, ${values}, ${merged}, arrayShiftRight(${merged}, 1))`
    : sql`arrayFill((v, m) -> not ${isCandidate(sql`m`)}, ${values}, ${merged})`;

/** Keeps the places of the askings, in the order of their time and key. */
const ofAskings = (values: Hole, merged: Hole, isAsking: Sql, keyed: boolean): Sql => {
  const kept = sql`arrayFilter((v, m) -> ${isAsking}, ${values}, ${merged})`;
  return keyed
    ? sql`arraySort((v, m) -> m, ${kept}, arrayMap(m -> ${plain(sql`m`)}, arrayFilter(m -> ${isAsking}, ${merged})))`
    : kept;
};
