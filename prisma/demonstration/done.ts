import type { Outcome } from "~/domain/access/ruling";

/** What a command gave; the demonstration obeys every rule, so a refusal is a fault of its own. */
export function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.kind === "missing" ? "The demonstration asked for something that is missing." : `The demonstration was refused: ${outcome.reason}`);
}
