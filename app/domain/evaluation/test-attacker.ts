import type { Released } from "./suppression";
import { allAgencies, cellKey, type Block, type Part } from "./suppression-block";
import { smallest, type LinearProgram } from "./test-linear-program";

/** For tests: what somebody can tell of a count who knows every published figure and every sum, and nothing else. The sums are written down here a second time. */
export function toldOf(block: Block, published: ReadonlyMap<string, Released>, threshold: number, keys: readonly string[]): { key: string; low: number; high: number }[] {
  const unknown = new Map<string, number>();
  const fixed = new Map<string, number>();
  for (const { key } of block.cells.values()) {
    const said = published.get(key);
    if (said?.state === "shown") fixed.set(key, said.count);
    else unknown.set(key, unknown.size);
  }
  const program: LinearProgram = { variables: unknown.size, equations: [] };
  const equation = (terms: readonly (readonly [string, number])[]) => {
    const there = terms.filter(([key]) => block.cells.has(key));
    const equals = there.reduce((sum, [key, factor]) => sum - factor * (fixed.get(key) ?? 0), 0);
    const open = there.flatMap(([key, factor]) => (unknown.has(key) ? [[unknown.get(key) ?? 0, factor] as const] : []));
    if (open.length > 0) program.equations.push({ terms: open, equals });
  };
  const cores = [...new Set([...block.cells.values()].map(({ core }) => core))];
  const parts: Part[] = ["n", "r", "d"];
  for (const core of cores)
    for (const part of parts) if (block.cells.has(cellKey(core, allAgencies, part))) equation([[cellKey(core, allAgencies, part), 1], ...block.agencies.map((agency) => [cellKey(core, agency, part), -1] as const)]);
  for (const agency of [...block.agencies, allAgencies]) {
    if (block.linked) for (const core of cores) equation([[cellKey(core, agency, "d"), 1], [cellKey(core, agency, "n"), -1], [cellKey(core, agency, "r"), -1]]);
    for (const part of parts)
      for (const split of [block.members, ...block.breakdowns])
        if (block.total && split.length > 0 && split.some((core) => block.cells.has(cellKey(core, agency, part)))) equation([[cellKey(block.total, agency, part), 1], ...split.map((core) => [cellKey(core, agency, part), -1] as const)]);
  }
  // "Fewer than" says from 1 to threshold - 1: the variable counts from 1, and a helper keeps it below.
  for (const [key, said] of published) {
    const variable = unknown.get(key);
    if (said.state !== "small" || variable === undefined) continue;
    for (const one of program.equations) for (const [at, factor] of one.terms) if (at === variable) one.equals -= factor;
    program.equations.push({ terms: [[variable, 1], [program.variables, 1]], equals: threshold - 2 });
    program.variables += 1;
  }
  return keys.flatMap((key) => {
    const variable = unknown.get(key);
    if (variable === undefined) return [{ key, low: fixed.get(key) ?? 0, high: fixed.get(key) ?? 0 }];
    const lift = published.get(key)?.state === "small" ? 1 : 0;
    const low = smallest(program, variable);
    const high = smallest(program, variable, -1);
    return low === null || high === null ? [{ key, low: NaN, high: NaN }] : [{ key, low: low + lift, high: -high + lift }];
  });
}
