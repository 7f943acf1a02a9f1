import type { Constraint } from "./constraint.ts";
import type { Log } from "./log.ts";
import * as said from "./said.ts";

/** A constraint of the log in the words of the experience file. */
export function translate(constraint: Constraint, log: Log): said.Said {
  const words = said.wordsOf(constraint, log);
  const n = constraint.n ?? 1;
  switch (constraint.template) {
    case "Existence":
      return said.counted(words, `at least ${n}`);
    case "Absence":
      return said.absence(words, n);
    case "Exactly":
      return said.counted(words, `between ${n} and ${n}`);
    case "Init":
      return said.init(words);
    case "End":
      return said.end(words);
    case "Choice":
      return said.choice(words);
    case "Exclusive Choice":
      return said.exclusiveChoice(words);
    case "Responded Existence":
      return said.respondedExistence(words);
    case "Response":
      return said.response(words);
    case "Alternate Response":
      return said.alternateResponse(words);
    case "Chain Response":
      return said.chainResponse(words);
    case "Precedence":
      return said.precedence(words);
    case "Alternate Precedence":
      return said.alternatePrecedence(words);
    case "Chain Precedence":
      return said.chainPrecedence(words);
    case "Not Responded Existence":
      return said.notRespondedExistence(words);
    case "Not Response":
      return said.notResponse(words);
    case "Not Chain Response":
      return said.notChainResponse(words);
    case "Not Precedence":
      return said.notPrecedence(words);
    case "Not Chain Precedence":
      return said.notChainPrecedence(words);
    default:
      throw new Error(`the template ${constraint.template} is not known`);
  }
}
