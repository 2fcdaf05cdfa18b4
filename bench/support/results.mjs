/** The value below which this share of the values lies. */
export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/**
 * Collects figures over several runs and prints them as one table.
 * A target is `most` or `least`, of the ratio to what ran beside, or of our own figure when nothing did.
 */
export function results() {
  const rows = new Map();
  return {
    add(name, { unit, ours, beside, most, least }) {
      const row = rows.get(name) ?? { unit, ours: [], beside: [], most, least };
      rows.set(name, row);
      row.ours.push(ours);
      if (beside !== undefined) row.beside.push(beside);
    },
    print(title) {
      const lines = [...rows].map(([name, row]) => lineOf(name, row));
      const heads = ["", "ours", "beside", "ratio", "target", "reached"];
      const widths = heads.map((head, at) => Math.max(head.length, ...lines.map((line) => line[at].length)));
      console.log(`\n${title}`);
      for (const line of [heads, ...lines]) console.log(line.map((cell, at) => cell.padEnd(widths[at])).join("  ").trimEnd());
    },
  };
}

function lineOf(name, { unit, ours, beside, most, least }) {
  const ratios = beside.map((value, at) => ours[at] / value);
  const judged = ratios.length > 0 ? ratios : ours;
  const sign = ratios.length > 0 ? "x" : unit;
  const target = most !== undefined ? `<= ${most} ${sign}` : least !== undefined ? `>= ${least} ${sign}` : "-";
  return [name, spread(ours, unit), beside.length > 0 ? spread(beside, unit) : "-", ratios.length > 0 ? spread(ratios, "x") : "-", target, reached(judged, { most, least })];
}

function reached(values, { most, least }) {
  if (most === undefined && least === undefined) return "-";
  // Judged as it is shown, to two places.
  const good = values.map((value) => Math.round(value * 100) / 100).filter((value) => (most !== undefined ? value <= most : value >= least)).length;
  return good === values.length ? "yes" : good === 0 ? "no" : `in ${good} of ${values.length} runs`;
}

function spread(values, unit) {
  const [low, high] = [round(Math.min(...values)), round(Math.max(...values))];
  return `${low === high ? low : `${low}-${high}`} ${unit}`;
}

function round(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
