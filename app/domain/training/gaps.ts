/** A clause of a policy with what hangs on it. */
export type ChainClause = { id: string; number: string; title: string; text: string; taughtBy: number; practisedIn: number; measuredBy: number; foundIn: number };

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

/** How many clauses with a duty there are, and how many of them each link of the chain reaches. */
export type ChainReach = { duties: number; taught: number; practised: number; measured: number; found: number };

export function chainReach(clauses: readonly ChainClause[]): ChainReach {
  const duties = clauses.filter(({ text }) => laysDuty(text));
  const reached = (count: (clause: ChainClause) => number) => duties.filter((clause) => count(clause) > 0).length;
  return { duties: duties.length, taught: reached(({ taughtBy }) => taughtBy), practised: reached(({ practisedIn }) => practisedIn), measured: reached(({ measuredBy }) => measuredBy), found: reached(({ foundIn }) => foundIn) };
}
