import type { WaveShares } from "~/domain/evaluation/retention";
import { decisionSteps, stepNames, waveNames } from "~/domain/evaluation/survey";
import { Table } from "./table";

type Row = { name: string; cells: (number | null)[] };

/** Shares of right answers by wave: of all, by step of the decision model, and by item. What may not be shown says so. */
export function RetentionTables({ waves }: { waves: readonly WaveShares[] }) {
  const steps = decisionSteps.filter((step) => waves.some((wave) => wave.steps[step]));
  const numbers = [...new Set(waves.flatMap(({ items }) => Object.keys(items).map(Number)))].sort((one, other) => one - other);
  const rows: Row[] = [
    { name: "All knowledge items", cells: waves.map(({ all }) => all.share) },
    ...steps.map((step) => ({ name: stepNames[step], cells: waves.map((wave) => wave.steps[step]?.share ?? null) })),
  ];
  return (
    <div className="stack">
      <Shares caption="Right answers by step of the decision model" what="Step" waves={waves} rows={rows} />
      <Shares caption="Right answers by item" what="Item" waves={waves} rows={numbers.map((number) => ({ name: `Item ${number}`, cells: waves.map(({ items }) => items[number]?.share ?? null) }))} />
    </div>
  );
}

function Shares({ caption, what, waves, rows }: { caption: string; what: string; waves: readonly WaveShares[]; rows: readonly Row[] }) {
  const cohorts = new Set(waves.map(({ cohort }) => cohort));
  return (
    <Table
      stacks
      caption={caption}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { title: what, heading: true, cell: ({ name }: Row) => name },
        ...waves.map(({ kind, cohort, people, open }, at) => ({ title: `${cohorts.size > 1 ? `${cohort}, ` : ""}${waveNames[kind]} (${open ? "open" : people === null ? "fewer than 5" : people})`, number: true, cell: ({ cells }: Row) => percent(cells[at] ?? null) })),
      ]}
    />
  );
}

function percent(share: number | null): string {
  return share === null ? "not shown" : `${Math.round(share * 100)}%`;
}
