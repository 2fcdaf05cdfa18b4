import type { MeasureUnit } from "~/domain/evaluation/measure";
import { countInWords, figureInWords, type ShownCell } from "~/domain/evaluation/shown-figures";
import type { MeasureChart } from "~/domain/evaluation/measure-chart";
import { FindingChart } from "./finding-chart";
import { SectionHead } from "./page-head";
import { NoticeLine } from "./notice-line";
import { Table } from "./table";

type Row = { core: string; name: string; cells: Record<string, ShownCell | null> };

export type FiguresOnPage = {
  chart: MeasureChart | null;
  /** Whether the CSV has periods that the page does not. */
  more: boolean;
  unit: MeasureUnit;
  threshold: number;
  rule: { reason: string; setBy: { name: string } } | null;
  version: number;
  agencies: readonly { id: string; name: string }[];
  periods: readonly Row[];
  years: readonly Row[];
  splitYear: string | null;
  strata: readonly (Row & { breakdown: string })[];
  givenUp: readonly { block: string; what: string }[];
  events: readonly { day: string; agency: string; words: string }[];
};

/** The figures of a measure, as far as they may be shown. */
export function MeasureFigures({ figures, measureId, maySet }: { figures: FiguresOnPage; measureId: string; maySet: boolean }) {
  const { chart, more, periods, years, strata, splitYear, threshold, rule, version, givenUp, events } = figures;
  const path = `/evaluation/measures/${measureId}`;
  const breakdowns = [...new Set(strata.map(({ breakdown }) => breakdown))];
  return (
    <section className="section figures" aria-labelledby="figures">
      <SectionHead title="Figures" id="figures" more={<a href={`${path}/data`}>Get all as CSV</a>} />
      <p className="quiet prose">
        {`Counts from 1 to ${threshold - 1} show as “<${threshold}”. Others are hidden where a sum or a percentage would give such a count away. `}
        {rule && `This threshold was set by ${rule.setBy.name}: ${rule.reason} `}
        {version > 0 && `Data version ${version}. `}
        {maySet && <a href={`${path}/threshold`}>Change the threshold</a>}
      </p>
      {givenUp.length > 0 && <NoticeLine kind="info">{`So few are counted that ${givenUp.map(({ block, what }) => `${what} of ${block}`).join(", ")} cannot be shown.`}</NoticeLine>}
      {chart && (
        <>
          <FindingChart chart={chart.chart} title={`Period by period, ${chart.of}`} reading={chart.reading} csv={`${path}/data`} />
          {chart.leftOut.length > 0 && <p className="quiet small">{`Not drawn, because their counts are too small to show or missing: ${chart.leftOut.join(", ")}.`}</p>}
        </>
      )}
      {!chart && events.length > 0 && (
        <ul className="plain" role="list">
          {events.map(({ day, agency, words }) => (
            <li key={`${day} ${agency} ${words}`}>{`${day}: ${words} in force at ${agency}`}</li>
          ))}
        </ul>
      )}
      {years.length > 0 && <FigureTable caption="By year, once all months are in" first="Year" rows={years} figures={figures} />}
      {breakdowns.map((breakdown) => (
        <FigureTable key={breakdown} caption={`By ${breakdown}, ${splitYear}`} first="Group" rows={strata.filter((row) => row.breakdown === breakdown)} figures={figures} />
      ))}
      {periods.length > 0 && <FigureTable caption="By period, the newest first" first="Period" rows={periods} figures={figures} />}
      {more && <p className="quiet small">Earlier periods are in the CSV.</p>}
    </section>
  );
}

function FigureTable({ caption, first, rows, figures: { agencies, unit, threshold } }: { caption: string; first: string; rows: readonly Row[]; figures: FiguresOnPage }) {
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ core }) => core}
      columns={[{ title: first, heading: true, cell: ({ name }: Row) => name }, ...agencies.map(({ id, name }) => ({ title: name, number: true, cell: (row: Row) => <Figure cell={row.cells[id] ?? null} unit={unit} threshold={threshold} /> }))]}
    />
  );
}

function Figure({ cell, unit, threshold }: { cell: ShownCell | null; unit: MeasureUnit; threshold: number }) {
  if (!cell) return <span className="quiet">no data</span>;
  const counts = cell.denominator ? `${countInWords(cell.numerator, threshold)} of ${countInWords(cell.denominator, threshold)}` : countInWords(cell.numerator, threshold);
  if (cell.figure === null || unit === "count") return <span className={cell.figure === null ? "quiet" : undefined}>{counts}</span>;
  return (
    <>
      {figureInWords(cell.figure, unit)} <span className="quiet small">{`(${counts})`}</span>
    </>
  );
}
