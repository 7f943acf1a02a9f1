import {
  activationOf,
  allOf,
  type Condition,
  correlationOf,
  gapOf,
  unlessMet,
  type Window,
  windowOf,
} from "./condition.ts";
import type { Constraint } from "./constraint.ts";
import type { Log } from "./log.ts";

/** A promise as it stands in an experience file, but for its name. */
export type PromiseFile = Readonly<Record<string, unknown>>;

/** A constraint in the words of the experience file. */
export interface Said {
  readonly promises: readonly Clause[];
  /** Where several promises say it together: it is violated where `any` of them is broken, or only where `all` are. */
  readonly violated: "any" | "all";
  /** Activations and violations are counted alike, not only violated cases. */
  readonly countsAlike: boolean;
  readonly means: ReadonlySet<Means>;
}

export interface Clause {
  readonly promise: PromiseFile;
  /** Whether what is still open counts as broken: the others treat every case as complete. */
  readonly openIsBroken: boolean;
}

/** What had to be brought along to say a constraint. */
export type Means = "begin" | "several" | "time" | "place";

/** The event that is added at the beginning of each case. */
export const BEGUN = "case.begun";
/** Longer than any case: no window at all. */
const EVER = "36500 days";

/** What a translation of one constraint works with. */
export interface Words {
  readonly constraint: Constraint;
  readonly a: string;
  readonly b: string;
  /** All names of the log but these. */
  readonly othersThan: (name: string) => readonly string[];
  readonly window: Window | undefined;
  readonly activation: Condition;
  readonly correlation: Condition;
  /** The window's most, with room for the milliseconds that broke ties. */
  readonly within: string | undefined;
}

export function wordsOf(constraint: Constraint, log: Log): Words {
  const [a = "", b = ""] = constraint.activities;
  const window = windowOf(constraint);
  return {
    constraint,
    a,
    b,
    othersThan: (name) => log.names.filter((other) => other !== name),
    window,
    activation: activationOf(constraint),
    correlation: correlationOf(constraint),
    within: window === undefined ? undefined : `${window.most * log.stretch + log.slack / 1000} seconds`,
  };
}

export const event = (name: string, condition: Condition): unknown =>
  condition === undefined ? name : { [name]: condition };

/** These names, and this one where it does not meet what is demanded of it. */
function anythingBut(words: Words, name: string, met: Condition): unknown {
  const others = words.othersThan(name);
  const unmet = unlessMet(words.constraint, met);
  return unmet === undefined ? others : Object.fromEntries([...others.map((other) => [other, null]), [name, unmet]]);
}

const meansOf = (...lists: readonly (Means | false)[]): ReadonlySet<Means> =>
  new Set(lists.filter((means) => means !== false));

const hasLeast = ({ window }: Words): boolean => window !== undefined && window.least > 0;

const one = (promise: PromiseFile, openIsBroken: boolean, means: ReadonlySet<Means> = new Set()): Said => ({
  promises: [{ promise, openIsBroken }],
  violated: "any",
  countsAlike: true,
  means,
});

/** After `a` comes `b`; with `unless` nothing of these in between. */
function answered(words: Words, before: (met: Condition) => unknown): PromiseFile {
  const met = allOf(words.correlation, gapOf(words.window, "after"));
  const between = before(met);
  return {
    when: event(words.a, words.activation),
    then: event(words.b, met),
    ...(between === undefined ? {} : { before: between }),
    expected: words.within ?? "eventually",
  };
}

export const response = (words: Words): Said =>
  one(
    answered(words, () => undefined),
    true,
    meansOf(hasLeast(words) && "time"),
  );

export const alternateResponse = (words: Words): Said =>
  one(
    answered(words, () => event(words.a, words.activation)),
    true,
    meansOf(hasLeast(words) && "time"),
  );

export const chainResponse = (words: Words): Said =>
  one(
    answered(words, (met) => anythingBut(words, words.b, met)),
    true,
    meansOf(hasLeast(words) && "time"),
  );

function neverAfter(words: Words, unless: (met: Condition) => unknown): PromiseFile {
  const met = allOf(words.correlation, gapOf(words.window, "after"));
  const excuse = unless(met);
  return {
    when: event(words.a, words.activation),
    never: event(words.b, met),
    for: words.within ?? EVER,
    ...(excuse === undefined ? {} : { unless: excuse }),
  };
}

export const notResponse = (words: Words): Said =>
  one(
    neverAfter(words, () => undefined),
    false,
    meansOf(hasLeast(words) && "time"),
  );

export const notChainResponse = (words: Words): Said =>
  one(
    neverAfter(words, (met) => anythingBut(words, words.b, met)),
    false,
    meansOf(hasLeast(words) && "time"),
  );

/** Before `asking` came `earlier`. */
function preceded(words: Words, asking: string, earlier: string): PromiseFile {
  return {
    when: event(asking, words.activation),
    first: event(earlier, allOf(words.correlation, gapOf(words.window, "before"))),
    ...(words.within === undefined ? {} : { within: words.within }),
  };
}

export const precedence = (words: Words): Said =>
  one(preceded(words, words.b, words.a), false, meansOf(hasLeast(words) && "time"));

/** A measure of the latest `earlier` before the asking event: 1 where it is there, in time, and as demanded. */
function latest(words: Words, asking: string, earlier: string, demand: Condition, be: string, more = {}): PromiseFile {
  const { window } = words;
  const inTime = window === undefined ? undefined : `asked.time - last.time <= duration("${window.most}s")`;
  return {
    when: event(asking, words.activation),
    with: { last: event(earlier, allOf(words.correlation, gapOf(window, "before"))), ...more },
    measure: `${allOf("has(last.case)", inTime, demand)} ? 1 : 0`,
    expected: be,
  };
}

const timed = ({ window }: Words): Means | false => window !== undefined && "time";

export const notPrecedence = (words: Words): Said =>
  one(latest(words, words.b, words.a, undefined, "at most 0"), false, meansOf(timed(words)));

export const alternatePrecedence = (words: Words): Said => {
  const previous = event(words.b, words.activation);
  const since = "!has(previous.place) || last.place > previous.place";
  return one(latest(words, words.b, words.a, since, "at least 1", { previous }), false, meansOf(timed(words), "place"));
};

const JUST_BEFORE = "last.place + 1 == asked.place";

export const chainPrecedence = (words: Words): Said =>
  one(latest(words, words.b, words.a, JUST_BEFORE, "at least 1"), false, meansOf(timed(words), "place"));

export const notChainPrecedence = (words: Words): Said =>
  one(latest(words, words.b, words.a, JUST_BEFORE, "at most 0"), false, meansOf(timed(words), "place"));

export const respondedExistence = (words: Words): Said => ({
  promises: [
    { promise: answered(words, () => undefined), openIsBroken: true },
    { promise: preceded(words, words.a, words.b), openIsBroken: false },
  ],
  violated: "all",
  countsAlike: true,
  means: meansOf("several", hasLeast(words) && "time"),
});

export const notRespondedExistence = (words: Words): Said => ({
  promises: [
    { promise: neverAfter(words, () => undefined), openIsBroken: false },
    { promise: latest(words, words.a, words.b, undefined, "at most 0"), openIsBroken: false },
  ],
  violated: "any",
  countsAlike: true,
  means: meansOf("several", timed(words)),
});

/** Of the whole case: asked when it begins. */
const ofCase = (promise: PromiseFile): Said => ({
  ...one({ when: BEGUN, ...promise }, true, meansOf("begin")),
  countsAlike: false,
});

export const counted = (words: Words, be: string): Said =>
  ofCase({ count: event(words.a, words.activation), for: words.within ?? EVER, expected: be });

export const absence = (words: Words, n: number): Said =>
  n === 1
    ? ofCase({ never: event(words.a, words.activation), for: words.within ?? EVER })
    : counted(words, `at most ${n - 1}`);

export const init = (words: Words): Said =>
  ofCase({ then: words.a, before: words.othersThan(words.a), expected: "eventually" });

export const end = (words: Words): Said =>
  ofCase({ then: words.a, "undone-by": words.othersThan(words.a), expected: "eventually" });

export const choice = (words: Words): Said => ofCase({ then: [words.a, words.b], expected: "eventually" });

export const exclusiveChoice = (words: Words): Said => ({
  promises: [
    ...choice(words).promises,
    { promise: { when: words.a, never: words.b, for: EVER }, openIsBroken: false },
    { promise: { when: words.b, never: words.a, for: EVER }, openIsBroken: false },
  ],
  violated: "any",
  countsAlike: false,
  means: meansOf("begin", "several"),
});
