import type { RolloutData } from "~/domain/evaluation/chart-data";
import type { Column } from "../table";
import { type Canvas, ChartFrame } from "./chart-frame";
import { Legend } from "./chart-marks";

type Unit = RolloutData["units"][number];
export type RolloutGridProps = { title: string; reading: string; csv: string; definition?: { href: string; label: string }; data: RolloutData };

/** The wedge: a row for each unit, a box for each period, filled from the period in which the unit started. */
export function RolloutGrid({ data, ...frame }: RolloutGridProps) {
  const columns: Column<Unit>[] = [
    { title: "Unit", heading: true, cell: ({ name }) => name },
    { title: "Starts", cell: ({ starts }) => (starts === null ? "not in these periods" : data.periods[starts]) },
    { title: "Set aside while getting ready", cell: ({ starts, through = 0 }) => (starts === null || through === 0 ? "" : `${data.periods[starts]} to ${data.periods[Math.min(starts + through, data.periods.length) - 1]}`) },
  ];
  return (
    <ChartFrame
      {...frame}
      height={46 + data.units.length * 28}
      narrowHeight={46 + data.units.length * 42}
      draw={(canvas) => <Drawing data={data} canvas={canvas} />}
      legend={
        <Legend
          keys={[
            { mark: <rect className="wedge waiting" x="7.5" y=".5" width="13" height="13" />, label: "Waiting" },
            ...(data.units.some(({ through = 0 }) => through > 0) ? [{ mark: <><rect className="wedge ready" x="7.5" y=".5" width="13" height="13" /><path className="wedge-stroke" d="M7.5 13.5 20.5.5" /></>, label: "Getting ready, set aside" }] : []),
            { mark: <rect className="wedge started" x="7.5" y=".5" width="13" height="13" />, label: "Started" },
          ]}
        />
      }
      table={{ caption: frame.title, columns, rows: data.units, rowKey: ({ name }) => name }}
    />
  );
}

function Drawing({ data: { periods, units }, canvas: { width, narrow } }: { data: RolloutData; canvas: Canvas }) {
  const left = narrow ? 0 : 168;
  const cell = (width - left - 2) / Math.max(periods.length, 1);
  const step = narrow ? 42 : 28;
  const longest = Math.max(...periods.map((period) => period.length));
  const every = Math.max(1, Math.ceil((longest * 7.4 + 10) / cell));
  return (
    <>
      {periods.map((period, t) =>
        t % every === 0 ? (
          <text key={period} className="chart-label quiet" x={left + t * cell + 1} y={14}>
            {period}
          </text>
        ) : null,
      )}
      {units.map(({ name, starts, through = 0 }, u) => {
        const top = 24 + u * step;
        const y = narrow ? top + 17 : top;
        return (
          <g key={name}>
            <text className="chart-label" x={0} y={narrow ? top + 8 : top + 11} dy="0.34em">
              {name}
            </text>
            {periods.map((period, t) => {
              const kind = starts === null || t < starts ? "waiting" : t < starts + through ? "ready" : "started";
              return (
                <g key={period}>
                  <rect className={`wedge ${kind}`} x={left + t * cell + 1} y={y} width={Math.max(cell - 2, 1)} height={22} />
                  {kind === "ready" && <path className="wedge-stroke" d={`M${left + t * cell + 1} ${y + 22}L${left + (t + 1) * cell - 1} ${y}`} />}
                </g>
              );
            })}
          </g>
        );
      })}
    </>
  );
}
