/** A clause of a policy with what hangs on it. */
export type ChainClause = { id: string; number: string; title: string; text: string; taughtBy: number; practisedIn: number; measuredBy: number };

export type Gaps<Clause> = { untaught: Clause[]; unmeasured: Clause[] };

/** Whether a clause lays a duty on somebody: it says "shall" or "must". A clause that only says "may" or "should" does not. */
export function laysDuty(text: string): boolean {
  return /\b(shall|must)\b/i.test(text);
}

/** The clauses with a duty that no module teaches, and those that no measure tests, each in the order of the text. */
export function gapsIn<Clause extends ChainClause>(clauses: readonly Clause[]): Gaps<Clause> {
  const duties = clauses.filter(({ text }) => laysDuty(text));
  return { untaught: duties.filter(({ taughtBy }) => taughtBy === 0), unmeasured: duties.filter(({ measuredBy }) => measuredBy === 0) };
}
