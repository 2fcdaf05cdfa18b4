import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { type DecayChartData, type DecayLine, shownInWords } from "~/domain/evaluation/chart-data";
import { inWords } from "~/domain/evaluation/number-words";
import type { Column } from "../table";
import { plotOf, ValueAxis, valueScale } from "./chart-axes";
import { type Canvas, ChartFrame } from "./chart-frame";
import { Legend } from "./chart-marks";

type Wave = DecayLine["waves"][number] & { name: string };
export type DecayChartProps = { title: string; reading: string; csv: string; definition?: { href: string; label: string }; data: DecayChartData; unit: string; /** The most that a value can be, such as 100 percent; intervals are cut there. */ ceiling?: number };

/** At most six lines are told apart by colour, dash and shape. */
const shapes = ["M-4-4H4V4H-4Z", "M0-5A5 5 0 1 1 0 5A5 5 0 1 1 0-5Z", "M0-6 6 0 0 6-6 0Z", "M0-6 6 5H-6Z", "M-1.7-5h3.4v3.3H5v3.4H1.7V5h-3.4V1.7H-5v-3.4h3.3Z", "M-3-5H3L6 0 3 5H-3L-6 0Z"];

/** How what was learned fades: the means of the waves with their intervals, and the curve through them. */
export function DecayChart({ data, unit, ceiling, ...frame }: DecayChartProps) {
  const rows: Wave[] = data.lines.flatMap(({ name, waves }) => waves.map((wave) => ({ ...wave, name })));
  const columns: Column<Wave>[] = [
    { title: "What", heading: true, cell: ({ name }) => name },
    { title: `Time, ${data.timeUnit}`, number: true, cell: ({ time }) => inWords(time) },
    { title: "Mean", number: true, cell: ({ mean }) => shownInWords(mean) },
    { title: "95% interval", number: true, cell: ({ low, high }) => (low === null || high === null ? "" : `${inWords(low)} to ${inWords(high)}`) },
    { title: "People", number: true, cell: ({ n }) => n ?? "" },
  ];
  return (
    <ChartFrame
      {...frame}
      draw={(canvas) => <Drawing data={data} unit={unit} ceiling={ceiling} canvas={canvas} />}
      legend={<Legend keys={data.lines.map(({ name, shape }, i) => ({ mark: <><path className={`chart-line line-${(i % 6) + 1}`} d="M0 7H28" /><path className={`chart-shape line-${(i % 6) + 1}`} d={shapes[i % 6]} transform="translate(14 7)" /></>, label: `${name} (${shape} curve)` }))} />}
      table={{ caption: `${frame.title}, ${unit}`, columns, rows, rowKey: ({ name, time }) => `${name} ${time}` }}
    />
  );
}

function Drawing({ data: { lines: given, timeUnit }, unit, ceiling = Infinity, canvas }: { data: DecayChartData; unit: string; ceiling?: number; canvas: Canvas }) {
  const lines = given.map((line) => ({ ...line, waves: line.waves.map((wave) => ({ ...wave, high: wave.high === null ? null : Math.min(wave.high, ceiling) })) }));
  const plot = plotOf(canvas, { top: 26, bottom: 48, right: canvas.narrow ? 14 : 24 });
  const times = lines.flatMap(({ waves }) => waves.map(({ time }) => time));
  const x = scaleLinear().domain([Math.min(0, ...times), Math.max(...times)]).range([plot.left + 10, plot.right - 10]);
  const y = valueScale(lines.flatMap(({ waves, curve }) => [...curve.map(({ value }) => value), ...waves.flatMap(({ mean, low, high }) => [typeof mean === "number" ? mean : null, low, high])]), plot, true, ceiling);
  const ticks = [...new Set(times)].sort((a, b) => a - b).filter((time, i, all) => i === 0 || x(time) - x(all[i - 1]!) > 16);
  return (
    <>
      <text className="chart-unit" x={0} y={12}>
        {unit}
      </text>
      <ValueAxis scale={y} plot={plot} />
      <g className="chart-axis">
        <line className="chart-baseline" x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
        {ticks.map((time) => (
          <text key={time} x={x(time)} y={plot.bottom + 18} textAnchor="middle">
            {inWords(time)}
          </text>
        ))}
        <text className="chart-unit" x={plot.right} y={plot.bottom + 38} textAnchor="end">
          {`${timeUnit} after training`}
        </text>
      </g>
      {lines.map(({ name, waves, curve }, i) => (
        <g key={name}>
          <path className={`chart-line line-${(i % 6) + 1}`} d={line<{ time: number; value: number }>((point) => x(point.time), (point) => y(point.value))(curve) ?? ""} />
          {waves.map(({ time, mean, low, high }) => {
            const side = (i - (lines.length - 1) / 2) * 5;
            return typeof mean === "number" ? (
              <g key={time}>
                {low !== null && high !== null && <path className={`chart-bar line-${(i % 6) + 1}`} d={`M${x(time) + side} ${y(low)}V${y(high)}`} />}
                <path className={`chart-shape line-${(i % 6) + 1}`} d={shapes[i % 6]} transform={`translate(${x(time) + side} ${y(mean)})`} />
              </g>
            ) : null;
          })}
        </g>
      ))}
    </>
  );
}
