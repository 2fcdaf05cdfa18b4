/** For tests: an attacker's tool of its own. Equations over variables that are zero or more, some with an upper limit. */
export type LinearProgram = { variables: number; equations: { terms: readonly (readonly [variable: number, factor: number])[]; equals: number }[] };

const tiny = 1e-9;

/** The smallest value of one variable over all solutions, by the two-phase simplex method with Bland's rule; null when there is none. `sign` -1 gives minus the largest; -Infinity when there is no limit. */
export function smallest({ variables, equations }: LinearProgram, variable: number, sign: 1 | -1 = 1): number | null {
  const rows = equations.length;
  const width = variables + rows + 1;
  const table = equations.map(({ terms, equals }, at) => {
    const row = new Float64Array(width);
    const turn = equals < 0 ? -1 : 1;
    for (const [index, factor] of terms) row[index] = (row[index] ?? 0) + turn * factor;
    row[variables + at] = 1;
    row[width - 1] = turn * equals;
    return row;
  });
  const basis = equations.map((_, at) => variables + at);
  const first = new Float64Array(width);
  for (const row of table) for (let at = 0; at < width; at++) if (at < variables || at === width - 1) first[at] = at_(first, at) - at_(row, at);
  run(table, basis, first, variables);
  if (at_(first, width - 1) < -1e-6) return null;
  // Helpers that stand in the basis at zero are replaced where they can be.
  for (const [at, held] of basis.entries()) {
    if (held < variables) continue;
    const row = table[at] as Float64Array;
    const enter = row.findIndex((value, index) => index < variables && Math.abs(value) > tiny);
    if (enter >= 0) pivot(table, basis, first, at, enter);
  }
  const goal = new Float64Array(width);
  goal[variable] = sign;
  for (const [at, held] of basis.entries()) if (held === variable) for (let index = 0; index < width; index++) goal[index] = at_(goal, index) - sign * at_(table[at] as Float64Array, index);
  return run(table, basis, goal, variables) ? -at_(goal, width - 1) : -Infinity;
}

function at_(row: Float64Array, index: number): number {
  return row[index] ?? 0;
}

/** False when the goal has no limit. */
function run(table: Float64Array[], basis: number[], goal: Float64Array, variables: number): boolean {
  for (;;) {
    let enter = -1;
    for (let at = 0; at < variables && enter < 0; at++) if (at_(goal, at) < -tiny) enter = at;
    if (enter < 0) return true;
    let leave = -1;
    let least = Infinity;
    for (const [at, row] of table.entries()) {
      const factor = at_(row, enter);
      if (factor <= tiny) continue;
      const ratio = at_(row, row.length - 1) / factor;
      if (ratio < least - tiny || (ratio < least + tiny && (basis[at] ?? 0) < (basis[leave] ?? Infinity))) [least, leave] = [ratio, at];
    }
    if (leave < 0) return false;
    pivot(table, basis, goal, leave, enter);
  }
}

function pivot(table: Float64Array[], basis: number[], goal: Float64Array, leave: number, enter: number): void {
  const row = table[leave] as Float64Array;
  const by = at_(row, enter);
  for (let at = 0; at < row.length; at++) row[at] = at_(row, at) / by;
  for (const other of [...table, goal]) {
    if (other === row) continue;
    const factor = at_(other, enter);
    if (Math.abs(factor) > tiny) for (let at = 0; at < other.length; at++) other[at] = at_(other, at) - factor * at_(row, at);
  }
  basis[leave] = enter;
}
