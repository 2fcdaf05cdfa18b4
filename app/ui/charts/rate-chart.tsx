import { inWords } from "~/domain/evaluation/number-words";
import { periodInWords } from "~/domain/evaluation/periods";
import type { ReinforcementMonth } from "~/domain/training/reinforcement";
import type { Column } from "../table";
import { PeriodAxis, periodScale, plotOf, ValueAxis, valueScale } from "./chart-axes";
import { type Canvas, ChartFrame } from "./chart-frame";
import { HeldBack, heldBackKey, Legend } from "./chart-marks";

export type RateChartProps = { title: string; reading: string; csv: string; months: readonly ReinforcementMonth[] };

/** A rate month by month, each with its interval; a month that is held back has no height. */
export function RateChart({ months, ...frame }: RateChartProps) {
  const keys = [{ mark: <Mark x={14} y={7} low={13} high={1} />, label: "Rate with its 95 % interval" }];
  return (
    <ChartFrame
      {...frame}
      height={260}
      narrowHeight={240}
      draw={(canvas) => <Drawing months={months} canvas={canvas} unit="per 100 officers" />}
      legend={<Legend keys={months.some(({ debriefs }) => debriefs === null) ? [...keys, heldBackKey] : keys} />}
      table={{ caption: frame.title, columns, rows: months, rowKey: ({ month }) => month }}
    />
  );
}

const columns: Column<ReinforcementMonth>[] = [
  { title: "Month", heading: true, cell: monthInWords },
  { title: "Debriefs", number: true, cell: ({ debriefs }) => debriefs ?? "fewer than 5" },
  { title: "Per 100 officers", number: true, cell: ({ debriefs, rate }) => (rate ? inWords(rate.value) : debriefs === null ? "not shown" : "not known") },
  { title: "95 % interval", number: true, cell: ({ rate }) => rate && <span className="nowrap">{`${inWords(rate.low)} to ${inWords(rate.high)}`}</span> },
];

function Drawing({ months, canvas, unit }: { months: readonly ReinforcementMonth[]; canvas: Canvas; unit: string }) {
  const plot = plotOf(canvas, { top: 26 });
  const x = periodScale(months.length, plot);
  const y = valueScale(months.flatMap(({ rate }) => (rate ? [rate.value, rate.high] : [])), plot);
  return (
    <>
      <text className="chart-unit" x={0} y={12}>
        {unit}
      </text>
      <ValueAxis scale={y} plot={plot} ticks={4} />
      <PeriodAxis labels={months.map(({ month }) => periodInWords(month, "monthly"))} x={x} plot={plot} narrow={canvas.narrow} />
      {months.map(({ month, debriefs, rate }, at) => {
        if (debriefs === null) return <HeldBack key={month} x={x(at)} plot={plot} />;
        return rate && <Mark key={month} x={x(at)} y={y(rate.value)} low={y(rate.low)} high={y(rate.high)} />;
      })}
    </>
  );
}

function Mark({ x, y, low, high }: { x: number; y: number; low: number; high: number }) {
  return (
    <g>
      <path className="chart-bar line-1" d={`M${x} ${low}V${high}`} />
      <circle className="chart-dot" cx={x} cy={y} r={3} />
    </g>
  );
}

function monthInWords({ month, running }: ReinforcementMonth): string {
  return `${periodInWords(month, "monthly")}${running ? ", so far" : ""}`;
}
